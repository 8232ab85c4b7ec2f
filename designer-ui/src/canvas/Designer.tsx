import { useQuery } from '@tanstack/react-query'
import { ReactFlowProvider } from '@xyflow/react'
import { useEffect, useState } from 'react'
import { useParams } from 'react-router'
import { Refused } from '../api/client'
import { fetchCanvas, useNodeTypes } from '../api/queries'
import { Standing } from '../approvals/Standing'
import { Inspector } from '../inspector/Inspector'
import { NodePicker } from '../palette/NodePicker'
import { Palette } from '../palette/Palette'
import { ProblemList } from '../problems/ProblemList'
import { Failure, Loading } from '../ui/States'
import { EmptyCanvas } from './EmptyCanvas'
import { Flow } from './flow/Flow'
import { GoneDialog } from './GoneDialog'
import { placed } from './placed'
import { SaveNotices } from './SaveNotices'
import { useCanvas } from './store'
import { TestSend } from './TestSend'
import { Toolbar } from './Toolbar'
import { unsavedWork } from './unsavedWork'
import { type Opened, useAutosave } from './useAutosave'
import { useCounts } from './useCounts'
import { learnPorts, openWithPorts, usePorts } from './usePorts'
import { WalkPanel } from './walk/WalkPanel'

/** The screen on which a campaign is drawn; another campaign is another screen. */
export default function Designer() {
  const { workspace = '', campaign = '' } = useParams()
  return <Opening key={`${workspace}/${campaign}`} workspace={workspace} campaign={campaign} />
}

function Opening({ workspace, campaign }: { workspace: string; campaign: string }) {
  const types = useNodeTypes()
  const file = useQuery({
    queryKey: [workspace, 'campaigns', campaign, 'canvas'],
    queryFn: () => fetchCanvas(workspace, campaign),
    gcTime: 0,
    // Fetched once: what is drawn since then must not be replaced behind somebody's back.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: false,
  })
  const [opened, setOpened] = useState<Opened>()
  useEffect(() => {
    if (!types.data || !file.data) return
    const byKey = new Map(types.data.map((type) => [type.key, type]))
    const kept = unsavedWork.read(workspace, campaign)
    let current = true
    const show = async () => {
      const drawn = await placed(file.data.canvas, byKey)
      // The place of nodes that had none is no edit: it is worked out anew each time.
      const restored = kept && JSON.stringify(kept.canvas) !== JSON.stringify(drawn)
      const canvas = restored ? kept.canvas : drawn
      await learnPorts(canvas, types.data)
      if (!current) return
      openWithPorts(canvas, byKey, false)
      setOpened(restored ? { ...kept, before: drawn } : { canvas, etag: file.data.etag })
    }
    void show()
    return () => {
      current = false
    }
  }, [types.data, file.data, workspace, campaign])

  const error = types.error ?? file.error
  if (error instanceof Refused && error.problem.status === 404) {
    const kept = unsavedWork.read(workspace, campaign)
    if (kept) return <GoneDialog workspace={workspace} campaign={campaign} canvas={kept.canvas} />
  }
  if (error) return <Failure error={error} retry={() => void file.refetch()} />
  if (!opened) return <Loading />
  return (
    <ReactFlowProvider>
      <Drawing workspace={workspace} campaign={campaign} opened={opened} />
    </ReactFlowProvider>
  )
}

function Drawing({
  workspace,
  campaign,
  opened,
}: {
  workspace: string
  campaign: string
  opened: Opened
}) {
  const saving = useAutosave(workspace, campaign, opened)
  const readOnly = useCanvas((state) => state.readOnly)
  const [minimap, setMinimap] = useState(true)
  usePorts()
  useCounts(workspace, campaign)
  return (
    <div className="designer">
      <Toolbar
        workspace={workspace}
        campaign={campaign}
        saving={saving}
        minimap={minimap}
        onMinimap={setMinimap}
      />
      <SaveNotices workspace={workspace} campaign={campaign} saving={saving} />
      <Standing workspace={workspace} campaign={campaign} />
      <div className="work">
        {!readOnly && <Palette />}
        <div className="stage">
          <Flow minimap={minimap} />
          {!readOnly && <EmptyCanvas />}
          <ProblemList />
        </div>
        <Inspector />
        <WalkPanel workspace={workspace} campaign={campaign} />
      </div>
      <NodePicker />
      <TestSend workspace={workspace} />
    </div>
  )
}

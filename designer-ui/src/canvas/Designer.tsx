import { useQuery } from '@tanstack/react-query'
import { ReactFlowProvider } from '@xyflow/react'
import { useEffect, useState } from 'react'
import { useParams } from 'react-router'
import { fetchCanvas, useNodeTypes } from '../api/queries'
import type { Canvas, NodeType } from '../api/types'
import { Standing } from '../approvals/Standing'
import { Inspector } from '../inspector/Inspector'
import { NodePicker } from '../palette/NodePicker'
import { Palette } from '../palette/Palette'
import { ProblemList } from '../problems/ProblemList'
import { Failure, Loading } from '../ui/States'
import { EmptyCanvas } from './EmptyCanvas'
import { Flow } from './flow/Flow'
import { arranged } from './model/arrange'
import { moveNodes } from './model/edits'
import { SaveNotices } from './SaveNotices'
import { useCanvas } from './store'
import { TestSend } from './TestSend'
import { Toolbar } from './Toolbar'
import { unsavedWork, useAutosave } from './useAutosave'
import { useCounts } from './useCounts'
import { learnStartingPorts, usePorts } from './usePorts'
import { WalkPanel } from './walk/WalkPanel'

interface Opened {
  canvas: Canvas
  etag: string
  restored: boolean
}

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
    const restored =
      kept !== undefined && JSON.stringify(kept.canvas) !== JSON.stringify(file.data.canvas)
    const canvas = restored ? kept.canvas : file.data.canvas
    const learnt = learnStartingPorts(types.data).catch(() => undefined)
    void Promise.all([placed(canvas, byKey), learnt]).then(([drawn]) => {
      useCanvas.getState().open(drawn, byKey, false)
      // The place of nodes that had none is no edit: it is worked out anew each time.
      setOpened({ canvas: drawn, etag: restored ? kept.etag : file.data.etag, restored })
    })
  }, [types.data, file.data, workspace, campaign])

  const error = types.error ?? file.error
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
      <SaveNotices saving={saving} />
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

const WIDTH = 240
const HEIGHT = 110

/** Gives a place to the nodes of a canvas that came without. */
async function placed(canvas: Canvas, types: Map<string, NodeType>): Promise<Canvas> {
  if (canvas.nodes.every((node) => node.position)) return canvas
  const portsOf = (id: string) =>
    types.get(canvas.nodes.find((node) => node.id === id)?.type ?? '')?.ports
  const sizes = canvas.nodes.map(({ id }) => ({ id, width: WIDTH, height: HEIGHT }))
  return moveNodes(canvas, await arranged(canvas, portsOf, sizes))
}

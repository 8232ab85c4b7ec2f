import { useReactFlow } from '@xyflow/react'
import { App, Button, Divider, Input } from 'antd'
import {
  ArrowLeft,
  FlaskConical,
  Footprints,
  History,
  Maximize,
  Network,
  Redo2,
  Search,
  Undo2,
  ZoomIn,
  ZoomOut,
} from 'lucide-react'
import { memo, useMemo, useState } from 'react'
import { Link } from 'react-router'
import { useRights } from '../access/session'
import { LaunchBar } from '../approvals/LaunchBar'
import { useDryRunStart } from '../dryrun/useDryRunStart'
import { useWords } from '../i18n'
import { RunList } from '../runs/RunList'
import { CanvasMenu } from './CanvasMenu'
import { CountsMark } from './CountsMark'
import { FindNode } from './FindNode'
import { fullscreen } from './fullscreen'
import { MoreMenu } from './MoreMenu'
import { ReviewMark } from './ReviewMark'
import { SaveMark } from './SaveMark'
import { SelectionBar } from './SelectionBar'
import { ShortcutList } from './ShortcutList'
import { useCanvas } from './store'
import { Tool } from './Tool'
import { useActions } from './useActions'
import type { Saving } from './useAutosave'
import { useFit } from './useFit'
import { useShortcuts } from './useShortcuts'
import { useWalk } from './walk/useWalk'

const SMOOTH = 200

interface Props {
  workspace: string
  campaign: string
  saving: Saving
  minimap: boolean
  onMinimap: (shown: boolean) => void
}

/** The tools above the canvas. */
export const Toolbar = memo(function Toolbar({
  workspace,
  campaign,
  saving,
  minimap,
  onMinimap,
}: Props) {
  const { t } = useWords()
  const { message } = App.useApp()
  const name = useCanvas((state) => state.canvas.name)
  const edit = useCanvas((state) => state.edit)
  const canUndo = useCanvas((state) => state.past.length > 0)
  const canRedo = useCanvas((state) => state.future.length > 0)
  const readOnly = useCanvas((state) => state.readOnly)
  const rights = useRights()
  const empty = useCanvas((state) => state.canvas.nodes.length === 0)
  const errors = useCanvas(
    (state) => state.problems.filter((one) => one.severity !== 'warning').length,
  )
  const { zoomIn, zoomOut } = useReactFlow()
  const showAll = useFit()
  const [finding, setFinding] = useState(false)
  const [listing, setListing] = useState(false)
  const [showingRuns, setShowingRuns] = useState(false)
  const actions = useActions()
  const dryRun = useDryRunStart(workspace, campaign, saving.saveNow)
  const shortcuts = useMemo(
    () => ({
      ...actions,
      save: () => void saving.saveNow(),
      find: () => setFinding(true),
      help: () => setListing(true),
      fullscreen,
    }),
    [actions, saving.saveNow],
  )
  useShortcuts(shortcuts)
  return (
    <div className="toolbar" role="toolbar" aria-label={t('draw.tools')}>
      <Link to={`/w/${workspace}/campaigns`} aria-label={t('nav.campaigns')} className="tool-back">
        <ArrowLeft size={16} />
      </Link>
      <Input
        variant="borderless"
        className="campaign-name"
        aria-label={t('canvas.name')}
        value={name}
        maxLength={200}
        readOnly={readOnly}
        onChange={(event) => edit((canvas) => ({ ...canvas, name: event.target.value }), 'name')}
      />
      {!readOnly && <SaveMark state={saving.state} />}
      <ReviewMark workspace={workspace} campaign={campaign} save={saving.state} />
      <span className="grow" />
      <Tool
        label={t('canvas.undo')}
        keys="Ctrl+Z"
        disabled={readOnly || !canUndo}
        onClick={actions.undo}
        icon={<Undo2 size={16} />}
      />
      <Tool
        label={t('canvas.redo')}
        keys="Ctrl+Y"
        disabled={readOnly || !canRedo}
        onClick={actions.redo}
        icon={<Redo2 size={16} />}
      />
      <Divider orientation="vertical" />
      <Tool
        label={t('canvas.arrange')}
        disabled={readOnly || empty}
        onClick={() => void actions.arrange()}
        icon={<Network size={16} />}
      />
      <Tool
        label={t('canvas.find')}
        keys="Ctrl+F"
        onClick={() => setFinding(true)}
        icon={<Search size={16} />}
      />
      <Tool
        label={t('canvas.zoomOut')}
        onClick={() => void zoomOut()}
        icon={<ZoomOut size={16} />}
      />
      <Tool label={t('canvas.zoomIn')} onClick={() => void zoomIn()} icon={<ZoomIn size={16} />} />
      <Tool label={t('canvas.fit')} onClick={() => showAll(SMOOTH)} icon={<Maximize size={16} />} />
      <Tool
        label={t('run.runs')}
        onClick={() => setShowingRuns(true)}
        icon={<History size={16} />}
      />
      <MoreMenu
        workspace={workspace}
        campaign={campaign}
        minimap={minimap}
        onMinimap={onMinimap}
        onShortcuts={() => setListing(true)}
      />
      <Divider orientation="vertical" />
      <Tool
        label={t('draw.walk')}
        disabled={empty}
        onClick={() => useWalk.getState().show()}
        icon={<Footprints size={16} />}
      />
      <CountsMark workspace={workspace} campaign={campaign} />
      <Button
        icon={<FlaskConical size={15} />}
        disabled={empty || !rights.draw}
        loading={dryRun.busy}
        onClick={() =>
          errors > 0 ? message.warning(t('dry.fix', { n: errors })) : void dryRun.start()
        }
      >
        {t('dry.button')}
      </Button>
      <LaunchBar workspace={workspace} campaign={campaign} saving={saving} />
      <SelectionBar actions={actions} />
      <CanvasMenu actions={actions} />
      <FindNode open={finding} onClose={() => setFinding(false)} />
      <ShortcutList open={listing} onClose={() => setListing(false)} />
      <RunList
        workspace={workspace}
        campaign={campaign}
        open={showingRuns}
        onClose={() => setShowingRuns(false)}
      />
    </div>
  )
})

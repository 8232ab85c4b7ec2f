import { ReactFlowProvider } from '@xyflow/react'
import { Alert, Button, Tag } from 'antd'
import {
  ArrowLeft,
  ChartColumn,
  CirclePause,
  CirclePlay,
  CircleStop,
  SquarePen,
} from 'lucide-react'
import { useMemo, useState } from 'react'
import { Link, useParams } from 'react-router'
import { useRights } from '../access/session'
import { useRun } from '../api/queries'
import type { Run } from '../api/types'
import { Flow } from '../canvas/flow/Flow'
import { useCanvas } from '../canvas/store'
import { useFigures, useShownCanvas } from '../canvas/useShownCanvas'
import { useWords } from '../i18n'
import { Failure, Loading } from '../ui/States'
import { RUN_COLOURS } from './colours'
import { DepartureNotice } from './DepartureNotice'
import { EdgeRecord } from './EdgeRecord'
import { figuresOf } from './figures'
import { Incidents } from './Incidents'
import { NodeRecord } from './NodeRecord'
import { ResumeDialog } from './ResumeDialog'
import { useRunActions } from './useRunActions'
import { useRunEvents } from './useRunEvents'
import { WhyPanel } from './WhyPanel'

/** A run as it stands: the canvas with live counts, and what happened at the chosen node. */
export default function RunPage() {
  const { workspace = '', run = '' } = useParams()
  return <RunScreen key={`${workspace}/${run}`} workspace={workspace} id={run} />
}

function RunScreen({ workspace, id }: { workspace: string; id: string }) {
  const { t } = useWords()
  const told = useRunEvents(workspace, id)
  const { data: run, error, refetch } = useRun(workspace, id, told)
  const { shown, error: canvasError } = useShownCanvas(workspace, run?.campaign, run?.version)
  const figures = useMemo(() => (run ? figuresOf(run) : undefined), [run])
  useFigures(shown, figures)
  const failed = error ?? canvasError
  if (failed && !run) return <Failure error={failed} retry={() => void refetch()} />
  if (!run || !shown) return <Loading />
  return (
    <div className="designer">
      <RunHead workspace={workspace} run={run} />
      {error && <Alert banner type="warning" title={t('connection.lost')} />}
      <Trouble workspace={workspace} run={run} />
      <Departed workspace={workspace} run={run} />
      {run.pausedBy && run.pausedBy !== 'departure' && (
        <Alert banner type="warning" title={t('run.pausedBy', { what: run.pausedBy })} />
      )}
      <div className="work">
        <div className="stage">
          <ReactFlowProvider>
            <Flow minimap={false} />
          </ReactFlowProvider>
        </div>
        <SidePanel workspace={workspace} run={run} />
      </div>
    </div>
  )
}

function Trouble({ workspace, run }: { workspace: string; run: Run }) {
  const { retry } = useRunActions(workspace, run)
  const { draw } = useRights()
  return <Incidents run={run} onRetry={draw ? retry : undefined} />
}

function Departed({ workspace, run }: { workspace: string; run: Run }) {
  const { stop } = useRunActions(workspace, run)
  return <DepartureNotice workspace={workspace} run={run} onStop={stop} />
}

/** What is known of the chosen node or wire; with none chosen, of a member. */
function SidePanel({ workspace, run }: { workspace: string; run: Run }) {
  const nodes = useCanvas((state) => state.chosen.nodes.size)
  const edges = useCanvas((state) => state.chosen.edges.size)
  if (nodes > 0) return <NodeRecord workspace={workspace} run={run} />
  if (edges > 0) return <EdgeRecord workspace={workspace} run={run.id} />
  return <WhyPanel workspace={workspace} run={run.id} />
}

function RunHead({ workspace, run }: { workspace: string; run: Run }) {
  const { t, time } = useWords()
  const name = useCanvas((state) => state.canvas.name)
  const actions = useRunActions(workspace, run)
  const open = run.state === 'running' || run.state === 'paused'
  const [asking, setAsking] = useState(false)
  const rights = useRights()
  const mayHold = rights.draw || rights.approve
  const overdue = run.overdue ?? []
  return (
    <div className="toolbar">
      <Link
        to={`/w/${workspace}/campaigns/${run.campaign}`}
        className="tool-back"
        aria-label={t('run.edit')}
      >
        <ArrowLeft size={16} />
      </Link>
      <h1>
        {name} · {t('run.title', { id: run.id })}
      </h1>
      <Tag color={RUN_COLOURS[run.state]} data-run-state={run.state}>
        {t(`run.state.${run.state}`)}
      </Tag>
      <span className="hint">
        {run.endedAt
          ? t('run.ended', { when: time(run.endedAt) })
          : t('run.started', { when: time(run.startedAt ?? '') })}{' '}
        · {t('run.of', { version: run.version })}
      </span>
      <span className="grow" />
      {run.state === 'running' && mayHold && (
        <Button icon={<CirclePause size={15} />} onClick={actions.pause}>
          {t('run.pause')}
        </Button>
      )}
      {run.state === 'paused' && run.pausedBy !== 'departure' && rights.draw && (
        <Button
          type="primary"
          icon={<CirclePlay size={15} />}
          onClick={() => (overdue.length > 0 ? setAsking(true) : actions.resume())}
        >
          {t('run.resume')}
        </Button>
      )}
      {open && mayHold && (
        <Button danger icon={<CircleStop size={15} />} onClick={actions.stop}>
          {t('run.stop')}
        </Button>
      )}
      <Link to={`/w/${workspace}/campaigns/${run.campaign}/report?run=${run.id}`}>
        <Button icon={<ChartColumn size={15} />}>{t('reports.title')}</Button>
      </Link>
      <Link to={`/w/${workspace}/campaigns/${run.campaign}`}>
        <Button icon={<SquarePen size={15} />}>{t('run.edit')}</Button>
      </Link>
      {asking && (
        <ResumeDialog
          overdue={overdue}
          onClose={() => setAsking(false)}
          onResume={(choices) => {
            setAsking(false)
            void actions.act('resume', choices)
          }}
        />
      )}
    </div>
  )
}

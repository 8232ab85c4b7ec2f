import { useQueryClient } from '@tanstack/react-query'
import { ReactFlowProvider } from '@xyflow/react'
import { Alert, App, Button, Tag } from 'antd'
import { ArrowLeft, CirclePause, CirclePlay, CircleStop, RotateCcw, SquarePen } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Link, useParams } from 'react-router'
import { call } from '../api/client'
import { useRun } from '../api/queries'
import type { Run } from '../api/types'
import { Flow } from '../canvas/flow/Flow'
import { type Figure, useCanvas } from '../canvas/store'
import { useFigures, useShownCanvas } from '../canvas/useShownCanvas'
import { useWords } from '../i18n'
import { Failure, Loading } from '../ui/States'
import { RUN_COLOURS } from './colours'
import { NodeRecord } from './NodeRecord'
import { ResumeDialog } from './ResumeDialog'

/** A run as it stands: the canvas with live counts, and what happened at the chosen node. */
export default function RunPage() {
  const { workspace = '', run = '' } = useParams()
  return <RunScreen key={`${workspace}/${run}`} workspace={workspace} id={run} />
}

function RunScreen({ workspace, id }: { workspace: string; id: string }) {
  const { t } = useWords()
  const { data: run, error, refetch } = useRun(workspace, id)
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
      {run.needsAttention && <Alert banner type="error" title={t('run.attention')} />}
      {run.pausedBy && (
        <Alert banner type="warning" title={t('run.pausedBy', { what: run.pausedBy })} />
      )}
      <div className="work">
        <div className="stage">
          <ReactFlowProvider>
            <Flow minimap={false} />
          </ReactFlowProvider>
        </div>
        <NodeRecord workspace={workspace} run={run} />
      </div>
    </div>
  )
}

function RunHead({ workspace, run }: { workspace: string; run: Run }) {
  const { t, time } = useWords()
  const name = useCanvas((state) => state.canvas.name)
  const actions = useRunActions(workspace, run)
  const open = run.state === 'running' || run.state === 'paused'
  const [asking, setAsking] = useState(false)
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
      {run.needsAttention && (
        <Button icon={<RotateCcw size={15} />} onClick={() => void actions.act('retry')}>
          {t('run.retry')}
        </Button>
      )}
      {run.state === 'running' && (
        <Button icon={<CirclePause size={15} />} onClick={() => void actions.act('pause')}>
          {t('run.pause')}
        </Button>
      )}
      {run.state === 'paused' && (
        <Button
          type="primary"
          icon={<CirclePlay size={15} />}
          onClick={() => (overdue.length > 0 ? setAsking(true) : void actions.act('resume'))}
        >
          {t('run.resume')}
        </Button>
      )}
      {open && (
        <Button danger icon={<CircleStop size={15} />} onClick={actions.stop}>
          {t('run.stop')}
        </Button>
      )}
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

type Step = 'pause' | 'resume' | 'stop' | 'retry'

function useRunActions(workspace: string, run: Run) {
  const { t, number } = useWords()
  const { message, modal } = App.useApp()
  const queries = useQueryClient()
  const act = async (step: Step, overdue: Record<string, 'fire' | 'skip'> = {}) => {
    try {
      await call(`POST /api/workspaces/{workspace}/runs/{run}/${step}`, {
        path: { workspace, run: run.id },
        ...(step === 'resume' ? { body: { overdue } } : {}),
      })
      await queries.invalidateQueries({ queryKey: [workspace, 'runs', String(run.id)] })
    } catch (error) {
      message.error((error as Error).message)
    }
  }
  const stop = () =>
    modal.confirm({
      title: t('run.stopTitle'),
      content: t('run.stopText', { n: number(underWay(run)) }),
      okText: t('run.stop'),
      okButtonProps: { danger: true },
      cancelText: t('cancel'),
      onOk: () => act('stop'),
    })
  return { act, stop }
}

/** How many people stand at nodes that are not done. */
function underWay(run: Run): number {
  return run.nodes
    .filter((node) => node.state !== 'done')
    .reduce((sum, node) => sum + (node.in ?? 0), 0)
}

function figuresOf(run: Run): Record<string, Figure> {
  return Object.fromEntries(
    run.nodes.map((node) => [
      node.id,
      {
        in: node.in,
        ports: node.ports ?? {},
        upTo: [],
        heldBack: node.ports?.suppressed,
        state: node.state,
        failure: node.failure?.message,
      },
    ]),
  )
}

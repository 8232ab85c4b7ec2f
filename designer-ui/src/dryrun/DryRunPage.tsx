import { ReactFlowProvider } from '@xyflow/react'
import { Alert, Button, Progress } from 'antd'
import { ArrowLeft, Download } from 'lucide-react'
import { useMemo } from 'react'
import { Link, useParams } from 'react-router'
import { useDryRun } from '../api/queries'
import type { DryRun, Forecast } from '../api/types'
import { download } from '../campaigns/files'
import { Flow } from '../canvas/flow/Flow'
import type { Figure } from '../canvas/store'
import { useCanvas } from '../canvas/store'
import { useFigures, useShownCanvas } from '../canvas/useShownCanvas'
import { useWords } from '../i18n'
import { Failure, Loading } from '../ui/States'
import { ForecastTable, tableText } from './ForecastTable'
import { Sums } from './Sums'

/** What would happen: on the canvas and as a table. */
export default function DryRunPage() {
  const { workspace = '', id = '' } = useParams()
  return <DryRunScreen key={`${workspace}/${id}`} workspace={workspace} id={id} />
}

function DryRunScreen({ workspace, id }: { workspace: string; id: string }) {
  const { t } = useWords()
  const { data, error, refetch } = useDryRun(workspace, id)
  const { shown, error: canvasError } = useShownCanvas(workspace, data?.campaign, data?.version)
  const figures = useMemo(() => (data?.result ? figuresOf(data.result) : undefined), [data?.result])
  useFigures(shown, figures)
  const failed = error ?? canvasError
  if (failed) return <Failure error={failed} retry={() => void refetch()} />
  if (!data || !shown) return <Loading />
  return (
    <div className="designer">
      <Head workspace={workspace} dryRun={data} />
      {!data.result && !data.endedAt && (
        <div className="going">
          <Progress
            percent={Math.round((100 * (data.nodesDone ?? 0)) / Math.max(1, data.nodes ?? 1))}
          />
          <p>{t('dry.running', { done: data.nodesDone ?? 0, nodes: data.nodes ?? 0 })}</p>
        </div>
      )}
      {data.endedAt && !data.result && (
        <Alert banner type="error" title={data.problem ?? t('dry.failed')} />
      )}
      <div className="result">
        <div className="result-canvas">
          <ReactFlowProvider>
            <Flow minimap={false} />
          </ReactFlowProvider>
        </div>
        {data.result && <Result result={data.result} />}
      </div>
    </div>
  )
}

function Head({ workspace, dryRun }: { workspace: string; dryRun: DryRun }) {
  const words = useWords()
  const { t } = words
  const name = useCanvas((state) => state.canvas.name)
  const types = useCanvas((state) => state.types)
  const { result } = dryRun
  return (
    <div className="toolbar">
      <Link
        to={`/w/${workspace}/campaigns/${dryRun.campaign}`}
        className="tool-back"
        aria-label={t('dry.toCanvas')}
      >
        <ArrowLeft size={16} />
      </Link>
      <h1>{t('dry.of', { name, version: dryRun.version })}</h1>
      <span className="hint">{t('dry.nothingSent')}</span>
      <span className="grow" />
      {result && (
        <Button
          icon={<Download size={15} />}
          onClick={() =>
            download(`dry-run-${dryRun.id}.csv`, 'text/csv', tableText(result, types, words))
          }
        >
          {t('dry.export')}
        </Button>
      )}
    </div>
  )
}

function Result({ result }: { result: Forecast }) {
  const { t, say } = useWords()
  const warnings = [
    ...(result.warnings ?? []).map((warning) => say(warning.message)),
    ...(result.money?.warnings ?? []).map((warning) => warning.message),
  ]
  return (
    <div className="result-body">
      <Sums result={result} />
      {warnings.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('dry.warnings')}
          description={
            <ul>
              {warnings.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          }
        />
      )}
      <ForecastTable result={result} />
      {(result.notes ?? []).map((note) => (
        <p key={note} className="hint">
          {note}
        </p>
      ))}
    </div>
  )
}

function figuresOf(result: Forecast): Record<string, Figure> {
  return Object.fromEntries(
    result.nodes.map((node) => [
      node.id,
      { in: node.in, ports: node.ports, upTo: node.upTo ?? [], heldBack: node.ports.suppressed },
    ]),
  )
}

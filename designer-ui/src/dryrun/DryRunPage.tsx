import { ReactFlowProvider } from '@xyflow/react'
import { Alert, App, Button, Progress } from 'antd'
import { ArrowLeft, Download } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Link, useParams } from 'react-router'
import { call } from '../api/client'
import { useDryRun } from '../api/queries'
import type { DryRun, Forecast } from '../api/types'
import { download } from '../campaigns/files'
import { Flow } from '../canvas/flow/Flow'
import { useCanvas } from '../canvas/store'
import { useFigures, useShownCanvas } from '../canvas/useShownCanvas'
import { useWords } from '../i18n'
import { csv } from '../ui/csv'
import { Failure, Loading } from '../ui/States'
import { ForecastTable } from './ForecastTable'
import { forecastFigures } from './figures'
import { forecastRows } from './forecastRows'
import { PortPeople } from './PortPeople'
import type { AskedPort } from './ports'
import { Sums } from './Sums'
import { Warnings } from './Warnings'

/** A dry run of now begins with the instant it is about. */
const SAME = 60_000

/** What would happen: on the canvas and as a table. */
export default function DryRunPage() {
  const { workspace = '', id = '' } = useParams()
  return <DryRunScreen key={`${workspace}/${id}`} workspace={workspace} id={id} />
}

function DryRunScreen({ workspace, id }: { workspace: string; id: string }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const { data, error, refetch } = useDryRun(workspace, id)
  const { shown, error: canvasError } = useShownCanvas(workspace, data?.campaign, data?.version)
  const figures = useMemo(
    () => (data?.result ? forecastFigures(data.result) : undefined),
    [data?.result],
  )
  useFigures(shown, figures)
  const failed = error ?? canvasError
  const giveUp = async () => {
    try {
      await call('POST /api/workspaces/{workspace}/dry-runs/{dryRun}/cancel', {
        path: { workspace, dryRun: Number(id) },
      })
    } catch (reason) {
      message.error((reason as Error).message)
    }
  }
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
          <p>
            {t('dry.running', { done: data.nodesDone ?? 0, nodes: data.nodes ?? 0 })}{' '}
            <Button size="small" onClick={() => void giveUp()}>
              {t('dry.cancel')}
            </Button>
          </p>
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
        {data.result && (
          <Result
            workspace={workspace}
            dryRun={data.id}
            dated={isDated(data)}
            result={data.result}
          />
        )}
      </div>
    </div>
  )
}

function Head({ workspace, dryRun }: { workspace: string; dryRun: DryRun }) {
  const words = useWords()
  const { t } = words
  const name = useCanvas((state) => state.canvas.name)
  const types = useCanvas((state) => state.types)
  const ports = useCanvas((state) => state.ports)
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
            download(
              `dry-run-${dryRun.id}.csv`,
              'text/csv',
              csv(forecastRows(result, types, ports, words)),
            )
          }
        >
          {t('dry.export')}
        </Button>
      )}
    </div>
  )
}

function Result({
  workspace,
  dryRun,
  dated,
  result,
}: {
  workspace: string
  dryRun: number
  dated: boolean
  result: Forecast
}) {
  const { t } = useWords()
  const [asked, setAsked] = useState<AskedPort>()
  const bounds = result.nodes.some(({ upTo }) => (upTo ?? []).length > 0)
  return (
    <div className="result-body">
      <Sums result={result} />
      <Warnings result={result} />
      <ForecastTable result={result} onPeople={setAsked} />
      {bounds && (
        <p className="hint">
          {t('forecast.upToNote')} {t('forecast.note.upTo')}
        </p>
      )}
      {dated && <p className="hint">{t('forecast.note.dated')}</p>}
      <PortPeople
        workspace={workspace}
        dryRun={dryRun}
        asked={asked}
        onClose={() => setAsked(undefined)}
      />
    </div>
  )
}

function isDated({ startedAt, instant }: DryRun): boolean {
  return Date.parse(startedAt ?? '') - Date.parse(instant ?? '') > SAME
}

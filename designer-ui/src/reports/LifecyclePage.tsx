import { useQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { SlidersHorizontal } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useParams } from 'react-router'
import { Allowed } from '../access/Allowed'
import { call } from '../api/client'
import type { StageSizes, Thresholds } from '../api/results'
import { useWords } from '../i18n'
import { word } from '../rules/sentence'
import { Failure, Loading } from '../ui/States'
import { Chart } from './Chart'
import { barsOption, type ChartColours } from './option'
import { periodOf, rangesOf } from './stages'
import { ThresholdsDialog } from './ThresholdsDialog'
import { useShown } from './useShown'

const BAR = 36
const MARGIN = 16

/** How many members are at each stage, and where the stages begin and end. */
export default function LifecyclePage() {
  const { workspace = '' } = useParams()
  const { t, time } = useWords()
  const [editing, setEditing] = useState(false)
  const sizes = useQuery({
    queryKey: [workspace, 'lifecycle'],
    queryFn: async () =>
      (await call('GET /api/workspaces/{workspace}/lifecycle', {
        path: { workspace },
      })) as StageSizes,
  })
  const thresholds = useQuery({
    queryKey: [workspace, 'lifecycle', 'thresholds'],
    queryFn: async () =>
      (await call('GET /api/workspaces/{workspace}/lifecycle/thresholds', {
        path: { workspace },
      })) as Thresholds,
  })
  const error = sizes.error ?? thresholds.error
  if (error) return <Failure error={error} retry={() => void sizes.refetch()} />
  if (!sizes.data || !thresholds.data) return <Loading />
  const ranges = rangesOf(thresholds.data, t)
  const newFor = periodOf(thresholds.data.newFor, t)
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('lifecycle.title')}</h1>
        <span className="hint">{t('lifecycle.asOf', { when: time(sizes.data.asOf) })}</span>
        <span className="grow" />
        <Allowed to="PUT /api/workspaces/{workspace}/lifecycle/thresholds">
          <Button icon={<SlidersHorizontal size={15} />} onClick={() => setEditing(true)}>
            {t('lifecycle.edit')}
          </Button>
        </Allowed>
      </div>
      <div className="report-body">
        <Axis
          title={t('lifecycle.byLastOrder')}
          sizes={sizes.data.byLastOrder}
          when={(stage) => ranges[stage] ?? ''}
        />
        <Axis
          title={t('lifecycle.byRegistration')}
          sizes={sizes.data.byRegistration}
          when={(stage) =>
            t(stage === 'new' ? 'lifecycle.newFor' : 'lifecycle.oldFor', { period: newFor })
          }
        />
      </div>
      {editing && (
        <ThresholdsDialog
          workspace={workspace}
          thresholds={thresholds.data}
          onClose={() => setEditing(false)}
        />
      )}
    </div>
  )
}

interface AxisProps {
  title: string
  sizes: Record<string, number>
  when: (stage: string) => string
}

/** One axis: each member is at exactly one of its stages. */
function Axis({ title, sizes, when }: AxisProps) {
  const { t } = useWords()
  const shown = useShown(undefined)
  const rows = Object.entries(sizes).map(([stage, people]) => ({ stage, people }))
  const all = rows.reduce((sum, { people }) => sum + people, 0)
  const share = (people: number) => shown.percent(all === 0 ? null : people / all)
  const option = useMemo(
    () => (colours: ChartColours) =>
      barsOption(
        Object.entries(sizes).map(([stage, people]) => ({
          name: word('choice', stage),
          value: people,
          shown: shown.count(people),
        })),
        colours,
      ),
    [sizes, shown],
  )
  return (
    <section className="panel" data-part="axis">
      <h2>{title}</h2>
      <div className="report-pair">
        <Chart
          height={rows.length * BAR + MARGIN}
          label={`${title}. ${t('reports.tableBelow')}`}
          option={option}
        />
        <Table
          size="small"
          rowKey="stage"
          pagination={false}
          dataSource={rows}
          columns={[
            {
              title: t('lifecycle.stage'),
              dataIndex: 'stage',
              render: (stage: string) => <b>{word('choice', stage)}</b>,
            },
            {
              title: t('lifecycle.range'),
              dataIndex: 'stage',
              key: 'range',
              render: when,
            },
            {
              title: t('lifecycle.members'),
              dataIndex: 'people',
              align: 'right',
              render: shown.count,
            },
            {
              title: t('reports.share'),
              dataIndex: 'people',
              key: 'share',
              align: 'right',
              render: share,
            },
          ]}
        />
      </div>
    </section>
  )
}

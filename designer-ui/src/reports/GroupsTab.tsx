import { useQuery } from '@tanstack/react-query'
import { Empty, Select, Table } from 'antd'
import { useMemo, useState } from 'react'
import { call } from '../api/client'
import { fetchCanvas } from '../api/queries'
import type { Breakdown, GroupFigures } from '../api/results'
import { useWords } from '../i18n'
import { useFacts } from '../rules/facts'
import { Failure } from '../ui/States'
import { Chart } from './Chart'
import { groupName, type Way, waysOf } from './groups'
import { barsOption, type ChartColours } from './option'
import type { Report } from './useReport'
import type { Shown } from './useShown'

const BAR = 32
const MARGIN = 24
const CHARTED = 12

interface Props {
  workspace: string
  campaign: string
  report: Report
  shown: Shown
}

/** An action counted for groups of its people: by level, tag, attribute or variant. */
export function GroupsTab({ workspace, campaign, report, shown }: Props) {
  const { t } = useWords()
  const attributes = useFacts('GET /api/workspaces/{workspace}/attributes')
  const canvas = useQuery({
    queryKey: [workspace, 'campaigns', campaign, 'canvas', undefined],
    queryFn: () => fetchCanvas(workspace, campaign),
  }).data?.canvas
  const ways = useMemo(() => waysOf(attributes, canvas, t), [attributes, canvas, t])
  const [chosen, setChosen] = useState<string>()
  const [by, setBy] = useState('level')
  const node = chosen ?? report.actions[0]?.node
  const { run } = report
  const { data, error, isFetching } = useQuery({
    queryKey: [workspace, 'runs', String(run), 'breakdown', node, by],
    queryFn: async () =>
      (await call('GET /api/workspaces/{workspace}/runs/{run}/analysis/{node}/breakdown', {
        path: { workspace, run: run ?? 0, node: node ?? '' },
        query: { by },
      })) as Breakdown,
    enabled: run !== undefined && node !== undefined,
  })
  if (run === undefined)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('reports.groupsOneRun')} />
  if (node === undefined)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('reports.noAction')} />
  return (
    <div className="report-body">
      <div className="section-head">
        <Select
          aria-label={t('dry.node')}
          className="run-choice"
          popupMatchSelectWidth={false}
          value={node}
          options={actionsOnce(report)}
          onChange={setChosen}
        />
        <Select
          aria-label={t('reports.groupBy')}
          className="run-choice"
          popupMatchSelectWidth={false}
          value={by}
          options={ways.map(({ key, label }: Way) => ({ value: key, label }))}
          onChange={setBy}
        />
        {data?.overlapping && <span className="hint">{t('reports.groupsOverlap')}</span>}
      </div>
      {error ? (
        <Failure error={error} />
      ) : (
        <Groups
          groups={data?.groups ?? []}
          name={(value) => groupName(value, by, canvas, t)}
          loading={isFetching}
          shown={shown}
        />
      )}
    </div>
  )
}

function actionsOnce({ actions }: Report) {
  const names = new Map(actions.map(({ node, name }) => [node, name]))
  return [...names].map(([value, label]) => ({ value, label }))
}

interface GroupsProps {
  groups: GroupFigures[]
  name: (value: string | null) => string
  loading: boolean
  shown: Shown
}

function Groups({ groups, name, loading, shown }: GroupsProps) {
  const { t } = useWords()
  const rows = groups.map((group, place) => ({ ...group, place, label: name(group.value) }))
  const option = useMemo(
    () => (colours: ChartColours) =>
      barsOption(
        groups.slice(0, CHARTED).map((group) => ({
          name: name(group.value),
          value: group.conversionRate ?? 0,
          shown: shown.percent(group.conversionRate),
        })),
        colours,
      ),
    [groups, name, shown],
  )
  const column = (title: string, value: (group: GroupFigures) => string) => ({
    title,
    key: title,
    align: 'right' as const,
    render: (_: unknown, group: GroupFigures) => value(group),
  })
  return (
    <>
      <figure className="panel">
        <figcaption>
          <h2>{t('reports.groupsChart')}</h2>
        </figcaption>
        <Chart
          height={Math.min(rows.length, CHARTED) * BAR + MARGIN}
          label={`${t('reports.groupsChart')}. ${t('reports.tableBelow')}`}
          option={option}
        />
      </figure>
      <Table
        size="small"
        rowKey="place"
        data-part="groups"
        loading={loading}
        pagination={{ pageSize: 25, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={rows}
        columns={[
          {
            title: t('reports.group'),
            dataIndex: 'label',
            render: (text: string) => <b>{text}</b>,
          },
          column(t('reports.targeted'), (one) => shown.count(one.targeted)),
          column(t('reports.sent'), (one) => shown.count(one.sent)),
          column(t('reports.clicks'), (one) => shown.count(one.clicks)),
          column(t('reports.ctr'), (one) => shown.percent(one.ctr)),
          column(t('reports.conversions'), (one) => shown.count(one.conversions)),
          column(t('reports.convertedShare'), (one) => shown.percent(one.conversionRate)),
          column(t('reports.buyers'), (one) => shown.count(one.sales.buyers)),
          column(t('reports.sales'), (one) => shown.money(one.sales.amount)),
          column(t('reports.amountPerBuyer'), (one) => shown.money(one.sales.amountPerBuyer)),
        ]}
      />
    </>
  )
}

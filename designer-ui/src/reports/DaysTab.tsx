import { Empty, Table } from 'antd'
import { useMemo } from 'react'
import type { Total } from '../api/results'
import { useWords } from '../i18n'
import { Failure, Loading } from '../ui/States'
import { Chart } from './Chart'
import { type ChartColours, linesOption } from './option'
import { useDays } from './queries'
import type { Report } from './useReport'
import type { Shown } from './useShown'

const MOST_DAYS = 31
const HEIGHT = 260

/** What had come of a run by the end of each day. */
export function DaysTab({
  workspace,
  report,
  shown,
}: {
  workspace: string
  report: Report
  shown: Shown
}) {
  const { t } = useWords()
  const { days, loading, error } = useDays(workspace, report.run, MOST_DAYS)
  const option = useMemo(
    () => (colours: ChartColours) =>
      linesOption(
        days.map(({ day }) => day),
        [
          {
            name: t('reports.sales'),
            values: days.map(({ total }) => total?.sales.amount ?? null),
            show: shown.money,
          },
          {
            name: t('reports.buyers'),
            values: days.map(({ total }) => total?.sales.buyers ?? null),
            show: shown.count,
          },
        ],
        colours,
      ),
    [days, t, shown],
  )
  if (report.run === undefined)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('reports.daysOneRun')} />
  if (error) return <Failure error={error} />
  if (loading) return <Loading />
  if (days.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('reports.daysNone')} />
  const column = (title: string, value: (total: Total) => string) => ({
    title,
    key: title,
    align: 'right' as const,
    render: (_: unknown, { total }: { total: Total | undefined }) => (total ? value(total) : ''),
  })
  return (
    <div className="report-body">
      <p className="hint">{t('reports.daysHelp')}</p>
      <figure className="panel">
        <Chart
          height={HEIGHT}
          label={`${t('reports.days')}. ${t('reports.tableBelow')}`}
          option={option}
        />
      </figure>
      <Table
        size="small"
        rowKey="day"
        pagination={false}
        dataSource={days}
        columns={[
          { title: t('reports.day'), dataIndex: 'day' },
          column(t('reports.reached'), (total) => shown.count(total.reached)),
          column(t('reports.clicks'), (total) => shown.count(total.clicks)),
          column(t('reports.conversions'), (total) => shown.count(total.conversions)),
          column(t('reports.buyers'), (total) => shown.count(total.sales.buyers)),
          column(t('reports.orders'), (total) => shown.count(total.sales.orders)),
          column(t('reports.sales'), (total) => shown.money(total.sales.amount)),
          column(t('reports.cost'), (total) => shown.money(total.cost)),
          column(t('reports.roi'), (total) => shown.ratio(total.roi)),
        ]}
      />
    </div>
  )
}

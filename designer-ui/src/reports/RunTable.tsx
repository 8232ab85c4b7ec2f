import { Table } from 'antd'
import type { RunTotal } from '../api/results'
import { useWords } from '../i18n'
import type { Shown } from './useShown'

interface Props {
  runs: RunTotal[]
  shown: Shown
  onRun: (run: number) => void
}

/** The runs of a campaign, each by itself. */
export function RunTable({ runs, shown, onRun }: Props) {
  const { t, time } = useWords()
  const column = (title: string, value: (run: RunTotal) => string) => ({
    title,
    key: title,
    align: 'right' as const,
    render: (_: unknown, run: RunTotal) => value(run),
  })
  return (
    <section>
      <h2>{t('reports.byRun')}</h2>
      <p className="hint">{t('reports.byRunHelp')}</p>
      <Table<RunTotal>
        size="small"
        rowKey="run"
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={runs}
        onRow={({ run }) => ({ onClick: () => onRun(run), className: 'clickable' })}
        columns={[
          {
            title: t('reports.run'),
            key: 'run',
            render: (_, { run, endedAt }) => (
              <>
                <b>{t('run.title', { id: run })}</b>{' '}
                <span className="hint">
                  {endedAt ? t('run.ended', { when: time(endedAt) }) : t('run.state.running')}
                </span>
              </>
            ),
          },
          column(t('reports.entered'), ({ total }) => shown.count(total.entered)),
          column(t('reports.reached'), ({ total }) => shown.count(total.reached)),
          column(t('reports.ctr'), ({ total }) => shown.percent(total.ctr)),
          column(t('reports.buyers'), ({ total }) => shown.count(total.sales.buyers)),
          column(t('reports.sales'), ({ total }) => shown.money(total.sales.amount)),
          column(t('reports.cost'), ({ total }) => shown.money(total.cost)),
          column(t('reports.roi'), ({ total }) => shown.ratio(total.roi)),
        ]}
      />
    </section>
  )
}

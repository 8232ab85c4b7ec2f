import { Table } from 'antd'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { useNodeTypes } from '../api/queries'
import { useWords } from '../i18n'
import { NodeName } from '../ui/NodeName'
import { reasonWord } from '../ui/reasons'
import { type Loss, lossesOf } from './losses'
import { useRunViews } from './queries'
import type { Report } from './useReport'
import type { Shown } from './useShown'

const MOST_RUNS = 20

/** Where people were lost: what each node let through. */
export function LossTable({
  workspace,
  report,
  shown,
}: {
  workspace: string
  report: Report
  shown: Shown
}) {
  const { t } = useWords()
  const types = useNodeTypes().data
  const runs = report.run === undefined ? report.runs.map(({ run }) => run) : [report.run]
  const { views } = useRunViews(workspace, runs.slice(0, MOST_RUNS))
  const losses = useMemo(
    () => (types ? lossesOf(views, new Map(types.map((type) => [type.key, type]))) : []),
    [views, types],
  )
  return (
    <section>
      <h2>{t('reports.losses')}</h2>
      {runs.length > MOST_RUNS && (
        <p className="hint">{t('reports.lossesSome', { n: MOST_RUNS })}</p>
      )}
      <Table<Loss>
        size="small"
        rowKey="node"
        loading={views.length === 0 || !types}
        pagination={false}
        dataSource={losses}
        columns={[
          {
            title: t('dry.node'),
            key: 'node',
            render: (_, { name, type }) => <NodeName name={name} type={type} />,
          },
          {
            title: t('dry.arrive'),
            dataIndex: 'in',
            align: 'right',
            width: 110,
            render: shown.count,
          },
          {
            title: t('dry.goOn'),
            dataIndex: 'out',
            align: 'right',
            width: 110,
            render: shown.count,
          },
          {
            title: t('reports.share'),
            key: 'share',
            width: 190,
            render: (_, { in: arrived, out }) => (
              <span className="share">
                <span className="share-bar" aria-hidden="true">
                  <i style={{ width: `${(100 * out) / arrived}%` }} />
                </span>
                {shown.percent(out / arrived)}
              </span>
            ),
          },
          {
            title: t('reports.lost'),
            key: 'lost',
            align: 'right',
            width: 110,
            render: (_, { in: arrived, out }) => shown.count(arrived - out),
          },
          {
            title: t('dry.reasons'),
            key: 'held',
            render: (_, { heldBack }) => (
              <span className="ports-line">
                {Object.entries(heldBack).map(([reason, people]) => (
                  <span key={reason}>
                    {reasonWord(reason)} <b>{shown.count(people)}</b>
                  </span>
                ))}
              </span>
            ),
          },
        ]}
      />
      {report.run !== undefined && (
        <p className="hint">
          <Link to={`/w/${workspace}/runs/${report.run}`}>{t('reports.toRun')}</Link>
        </p>
      )}
    </section>
  )
}

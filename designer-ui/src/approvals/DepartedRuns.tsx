import { Table } from 'antd'
import { Link, useParams } from 'react-router'
import { useWorkspaces } from '../api/queries'
import type { DepartedRun } from '../api/types'
import { useWords } from '../i18n'
import { useDepartures } from './queries'

/** The runs that are paused until an approver lets them go on; nothing where there are none. */
export function DepartedRuns() {
  const { t, number, time } = useWords()
  const { workspace = '' } = useParams()
  const { data } = useDepartures(workspace)
  // Times are shown anew once the clocks of the workspace are known.
  useWorkspaces()
  if (!data || data.length === 0) return null
  return (
    <>
      <h2>{t('approvals.departed')}</h2>
      <Table<DepartedRun>
        rowKey="run"
        dataSource={data}
        pagination={false}
        columns={[
          {
            title: t('campaigns.name'),
            key: 'name',
            render: (_, { run, name }) => (
              <Link to={`/w/${workspace}/runs/${run}`} className="row-name">
                {name} · {t('run.title', { id: run })}
              </Link>
            ),
          },
          {
            title: t('approvals.pausedSince'),
            key: 'since',
            width: 260,
            render: (_, { foundAt }) => time(foundAt),
          },
          {
            title: t('approvals.departure'),
            key: 'departure',
            render: (_, { nodeName, approved, live }) =>
              t('approvals.departedAt', {
                node: nodeName,
                approved: number(approved),
                live: number(live),
              }),
          },
        ]}
      />
      <h2>{t('approvals.campaigns')}</h2>
    </>
  )
}

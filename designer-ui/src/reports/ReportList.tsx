import { Empty, Table } from 'antd'
import { Link, useNavigate, useParams } from 'react-router'
import { useCampaigns } from '../api/queries'
import type { CampaignSummary } from '../api/types'
import { useWords } from '../i18n'
import { Failure } from '../ui/States'

/** The campaigns that ran, each with its report. */
export default function ReportList() {
  const { t, number, time } = useWords()
  const { workspace = '' } = useParams()
  const navigate = useNavigate()
  const { data, error, isLoading, refetch } = useCampaigns(workspace)
  if (error) return <Failure error={error} retry={() => void refetch()} />
  const to = (key: string) => `/w/${workspace}/campaigns/${key}/report`
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('reports.campaigns')}</h1>
      </div>
      <Table<CampaignSummary>
        rowKey="key"
        loading={isLoading}
        dataSource={(data ?? []).filter(({ runs }) => runs > 0)}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        onRow={({ key }) => ({
          onClick: () => void navigate(to(key)),
          className: 'clickable',
        })}
        locale={{
          emptyText: (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description={
                <>
                  <strong>{t('reports.none')}</strong>
                  <br />
                  {t('reports.noneHelp')}
                </>
              }
            />
          ),
        }}
        columns={[
          {
            title: t('campaigns.name'),
            key: 'name',
            render: (_, { key, name }) => (
              <Link to={to(key)} className="row-name" onClick={(event) => event.stopPropagation()}>
                {name}
              </Link>
            ),
          },
          { title: t('campaigns.runs'), dataIndex: 'runs', align: 'right', render: number },
          {
            title: t('reports.lastStarted'),
            key: 'last',
            width: 260,
            render: (_, { lastRun }) => (lastRun?.startedAt ? time(lastRun.startedAt) : ''),
          },
        ]}
      />
    </div>
  )
}

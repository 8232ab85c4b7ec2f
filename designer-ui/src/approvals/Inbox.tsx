import { Empty, Table } from 'antd'
import { Link, useNavigate, useParams } from 'react-router'
import { useCampaigns } from '../api/queries'
import type { CampaignSummary } from '../api/types'
import { useWords } from '../i18n'
import { Failure } from '../ui/States'
import { DepartedRuns } from './DepartedRuns'
import { Outlook } from './Outlook'
import { SubmittedBy } from './SubmittedBy'

/** The campaigns that wait for a decision. */
export default function Inbox() {
  const { t } = useWords()
  const { workspace = '' } = useParams()
  const navigate = useNavigate()
  const { data, error, isLoading, refetch } = useCampaigns(workspace)
  if (error) return <Failure error={error} retry={() => void refetch()} />
  const waiting = (data ?? []).filter(({ review }) => review === 'submitted')
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('approvals.title')}</h1>
      </div>
      <DepartedRuns />
      <Table<CampaignSummary>
        rowKey="key"
        loading={isLoading}
        dataSource={waiting}
        pagination={false}
        onRow={({ key }) => ({
          onClick: () => void navigate(`/w/${workspace}/approvals/${key}`),
          className: 'clickable',
        })}
        locale={{
          emptyText: isLoading ? (
            <span />
          ) : (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description={
                <>
                  <strong>{t('approvals.none')}</strong>
                  <br />
                  {t('approvals.noneHelp')}
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
              <Link
                to={`/w/${workspace}/approvals/${key}`}
                className="row-name"
                onClick={(event) => event.stopPropagation()}
              >
                {name}
              </Link>
            ),
          },
          {
            title: t('approvals.submitted'),
            key: 'submitted',
            width: 300,
            render: (_, { key }) => <SubmittedBy workspace={workspace} campaign={key} />,
          },
          {
            title: t('approvals.outlook'),
            key: 'outlook',
            render: (_, { key }) => <Outlook workspace={workspace} campaign={key} />,
          },
        ]}
      />
    </div>
  )
}

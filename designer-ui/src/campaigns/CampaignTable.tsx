import { Button, Table, Tag } from 'antd'
import type { ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import type { CampaignSummary, ReviewState } from '../api/types'
import { useWords } from '../i18n'
import { type CampaignActions, CampaignMenu } from './CampaignMenu'
import { ActivityTag, ReviewTag } from './StateTags'

interface Props {
  workspace: string
  campaigns: CampaignSummary[]
  loading: boolean
  empty: ReactNode
  actions: CampaignActions
  onRuns: (key: string) => void
}

/** The campaigns with where they stand and what they do. */
export function CampaignTable({ workspace, campaigns, loading, empty, actions, onRuns }: Props) {
  const { t, number, time } = useWords()
  const navigate = useNavigate()
  return (
    <Table<CampaignSummary>
      rowKey="key"
      loading={loading}
      dataSource={campaigns}
      pagination={campaigns.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
      onRow={({ key }) => ({
        onClick: () => void navigate(`/w/${workspace}/campaigns/${key}`),
        className: 'clickable',
      })}
      locale={{ emptyText: empty }}
      columns={[
        {
          title: t('campaigns.name'),
          key: 'name',
          sorter: (a, b) => a.name.localeCompare(b.name),
          render: (_, { key, name, hidden }) => (
            <>
              <Link
                to={`/w/${workspace}/campaigns/${key}`}
                onClick={(event) => event.stopPropagation()}
                className="row-name"
              >
                {name}
              </Link>{' '}
              {hidden && <Tag>{t('list.hiddenMark')}</Tag>}
              <div className="hint">{key}</div>
            </>
          ),
        },
        {
          title: t('campaigns.state'),
          dataIndex: 'review',
          width: 120,
          render: (review: ReviewState) => <ReviewTag review={review} />,
        },
        {
          title: t('list.activity'),
          key: 'activity',
          width: 250,
          render: (_, campaign) => <ActivityTag campaign={campaign} />,
        },
        {
          title: t('campaigns.runs'),
          dataIndex: 'runs',
          width: 108,
          align: 'right',
          render: (runs: number, { key }) =>
            runs === 0 ? (
              number(runs)
            ) : (
              <Button
                type="link"
                size="small"
                onClick={(event) => {
                  event.stopPropagation()
                  onRuns(key)
                }}
              >
                {number(runs)}
              </Button>
            ),
          sorter: (a, b) => a.runs - b.runs,
        },
        {
          title: t('campaigns.version'),
          dataIndex: 'version',
          width: 80,
          align: 'right',
          render: number,
        },
        {
          title: t('campaigns.changed'),
          dataIndex: 'changedAt',
          width: 225,
          render: time,
          sorter: (a, b) => a.changedAt.localeCompare(b.changedAt),
        },
        {
          key: 'more',
          width: 60,
          render: (_, campaign) => <CampaignMenu campaign={campaign} actions={actions} />,
        },
      ]}
    />
  )
}

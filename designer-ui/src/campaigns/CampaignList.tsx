import { App, Button, Dropdown, Empty, Input, Select, Table, Tag } from 'antd'
import { ChevronDown, Ellipsis, FileUp, Plus, Search, SquarePen } from 'lucide-react'
import { useRef, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { fetchCanvas, useCampaigns } from '../api/queries'
import type { CampaignSummary, Canvas, ReviewState } from '../api/types'
import { useWords } from '../i18n'
import { RunList } from '../runs/RunList'
import { Failure } from '../ui/States'
import { exportCanvas, readCanvas } from './files'
import { type Making, NewCampaign } from './NewCampaign'

const STATES: ReviewState[] = [
  'draft',
  'submitted',
  'approved',
  'rejected',
  'returned',
  'cancelled',
]
const COLOURS: Record<ReviewState, string> = {
  draft: 'default',
  submitted: 'processing',
  approved: 'success',
  rejected: 'error',
  returned: 'warning',
  cancelled: 'default',
}

/** All campaigns of a workspace. */
export function CampaignList() {
  const { t, number, time } = useWords()
  const { workspace = '' } = useParams()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const { data, error, isLoading, refetch } = useCampaigns(workspace)
  const [typed, setTyped] = useState('')
  const [state, setState] = useState<ReviewState | ''>('')
  const [making, setMaking] = useState<Making>()
  const [runsOf, setRunsOf] = useState<string>()
  const file = useRef<HTMLInputElement>(null)

  if (error) return <Failure error={error} retry={() => void refetch()} />
  const wanted = typed.trim().toLowerCase()
  const campaigns = data ?? []
  const shown = campaigns.filter(
    ({ key, name, review }) =>
      (key.toLowerCase().includes(wanted) || name.toLowerCase().includes(wanted)) &&
      (state === '' || state === review),
  )
  const taken = new Set(campaigns.map(({ key }) => key))
  const blank = () =>
    setMaking({
      title: t('campaigns.newTitle'),
      name: '',
      canvas: { schemaVersion: 1, name: '', nodes: [], edges: [] },
    })
  const fromFile = async (chosen: File | undefined) => {
    if (!chosen) return
    try {
      const canvas = await readCanvas(chosen)
      setMaking({ title: t('campaigns.newTitle'), name: canvas.name ?? '', canvas })
    } catch (reason) {
      message.error(t('campaigns.fileUnreadable', { why: (reason as Error).message }))
    }
  }
  const copy = async ({ key, name }: CampaignSummary) => {
    const { canvas } = await fetchCanvas(workspace, key)
    setMaking({
      title: t('campaigns.copyTitle', { name }),
      name: t('campaigns.copyOf', { name }),
      canvas,
      from: key,
    })
  }
  const save = async ({ key }: CampaignSummary) => {
    exportCanvas(key, (await fetchCanvas(workspace, key)).canvas as Canvas)
  }
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('campaigns.title')}</h1>
        <span className="grow" />
        <Input
          allowClear
          className="search"
          prefix={<Search size={14} />}
          placeholder={t('campaigns.search')}
          aria-label={t('campaigns.search')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Select<ReviewState | ''>
          aria-label={t('campaigns.state')}
          className="filter"
          value={state}
          options={[
            { value: '', label: t('campaigns.allStates') },
            ...STATES.map((one) => ({ value: one, label: t(`review.${one}`) })),
          ]}
          onChange={setState}
        />
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              {
                key: 'blank',
                icon: <SquarePen size={14} />,
                label: t('campaigns.blank'),
                onClick: blank,
              },
              {
                key: 'file',
                icon: <FileUp size={14} />,
                label: t('campaigns.fromFile'),
                onClick: () => file.current?.click(),
              },
            ],
          }}
        >
          <Button type="primary" icon={<Plus size={15} />}>
            {t('campaigns.new')} <ChevronDown size={13} />
          </Button>
        </Dropdown>
        <input
          ref={file}
          type="file"
          hidden
          accept=".json,application/json"
          onChange={(event) => {
            void fromFile(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </div>
      <Table<CampaignSummary>
        rowKey="key"
        loading={isLoading}
        dataSource={shown}
        pagination={shown.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
        onRow={({ key }) => ({
          onClick: () => void navigate(`/w/${workspace}/campaigns/${key}`),
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
                  <strong>
                    {t(campaigns.length === 0 ? 'campaigns.none' : 'campaigns.notFound')}
                  </strong>
                  <br />
                  {t(campaigns.length === 0 ? 'campaigns.noneHelp' : 'campaigns.notFoundHelp')}
                </>
              }
            >
              {campaigns.length === 0 && (
                <Button type="primary" onClick={blank}>
                  {t('campaigns.blank')}
                </Button>
              )}
            </Empty>
          ),
        }}
        columns={[
          {
            title: t('campaigns.name'),
            key: 'name',
            sorter: (a, b) => a.name.localeCompare(b.name),
            render: (_, { key, name }) => (
              <>
                <Link
                  to={`/w/${workspace}/campaigns/${key}`}
                  onClick={(event) => event.stopPropagation()}
                  className="row-name"
                >
                  {name}
                </Link>
                <div className="hint">{key}</div>
              </>
            ),
          },
          {
            title: t('campaigns.state'),
            dataIndex: 'review',
            width: 140,
            render: (review: ReviewState) => (
              <Tag color={COLOURS[review]}>{t(`review.${review}`)}</Tag>
            ),
          },
          {
            title: t('campaigns.runs'),
            dataIndex: 'runs',
            width: 100,
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
                    setRunsOf(key)
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
            width: 100,
            align: 'right',
            render: number,
          },
          {
            title: t('campaigns.changed'),
            dataIndex: 'changedAt',
            width: 220,
            render: time,
            sorter: (a, b) => a.changedAt.localeCompare(b.changedAt),
          },
          {
            key: 'more',
            width: 60,
            render: (_, campaign) => (
              <Dropdown
                trigger={['click']}
                menu={{
                  onClick: ({ domEvent }) => domEvent.stopPropagation(),
                  items: [
                    { key: 'copy', label: t('campaigns.copy'), onClick: () => void copy(campaign) },
                    {
                      key: 'export',
                      label: t('campaigns.export'),
                      onClick: () => void save(campaign),
                    },
                  ],
                }}
              >
                <Button
                  type="text"
                  size="small"
                  icon={<Ellipsis size={16} />}
                  aria-label={t('campaigns.more', { name: campaign.name })}
                  onClick={(event) => event.stopPropagation()}
                />
              </Dropdown>
            ),
          },
        ]}
      />
      <RunList
        workspace={workspace}
        campaign={runsOf ?? ''}
        open={runsOf !== undefined}
        onClose={() => setRunsOf(undefined)}
      />
      {making && (
        <NewCampaign
          workspace={workspace}
          making={making}
          taken={taken}
          onClose={() => setMaking(undefined)}
          onMade={(key) => void navigate(`/w/${workspace}/campaigns/${key}`)}
        />
      )}
    </div>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Empty, Select, Table } from 'antd'
import { ChevronLeft, ChevronRight, Download } from 'lucide-react'
import { useState } from 'react'
import { call } from '../api/client'
import type { PeoplePage, Person } from '../api/results'
import { useWords } from '../i18n'
import { Failure } from '../ui/States'
import type { Shown } from './useShown'

export const WHO = [
  'targeted',
  'sent',
  'skipped',
  'failed',
  'held-back',
  'unknown',
  'reached',
  'clicked',
  'converted',
  'buyers',
  'placed-unpaid',
  'control',
] as const
export type Who = (typeof WHO)[number]

/** The people of an action who are asked for. */
export interface Asked {
  run: number
  node: string
  name: string
  who: Who
}

const PAGE = 50
const WIDTH = 760

interface Props {
  workspace: string
  asked: Asked | undefined
  shown: Shown
  onClose: () => void
}

/** The people behind a figure, with what they bought. */
export function PeopleDrawer({ workspace, asked, shown, onClose }: Props) {
  const { t } = useWords()
  return (
    <Drawer
      open={asked !== undefined}
      onClose={onClose}
      size={WIDTH}
      destroyOnHidden
      title={asked ? t('reports.peopleOf', { name: asked.name }) : ''}
    >
      {asked && (
        <People
          key={`${asked.run} ${asked.node} ${asked.who}`}
          workspace={workspace}
          asked={asked}
          shown={shown}
        />
      )}
    </Drawer>
  )
}

function People({ workspace, asked, shown }: Required<Omit<Props, 'onClose'>> & { asked: Asked }) {
  const { t } = useWords()
  const [who, setWho] = useState<Who>(asked.who)
  /** Where each page before began; the last is where this one does. */
  const [starts, setStarts] = useState([-1])
  const after = starts[starts.length - 1] ?? -1
  const { run, node } = asked
  const { data, error, isFetching } = useQuery({
    queryKey: [workspace, 'runs', String(run), 'people', node, who, after],
    queryFn: async () =>
      (await call('GET /api/workspaces/{workspace}/runs/{run}/analysis/{node}/people', {
        path: { workspace, run, node },
        query: { who, after, limit: PAGE },
      })) as PeoplePage,
    placeholderData: (before) => before,
  })
  if (error) return <Failure error={error} />
  const first = (starts.length - 1) * PAGE
  const last = first + (data?.people.length ?? 0)
  return (
    <div className="people-list">
      <div className="section-head">
        <Select<Who>
          aria-label={t('reports.who')}
          className="filter"
          popupMatchSelectWidth={false}
          value={who}
          options={WHO.map((one) => ({ value: one, label: t(`reports.whoIs.${one}`) }))}
          onChange={(chosen) => {
            setWho(chosen)
            setStarts([-1])
          }}
        />
        <span className="grow" />
        <Button
          icon={<Download size={15} />}
          href={`/api/workspaces/${encodeURIComponent(workspace)}/runs/${run}/analysis/${encodeURIComponent(node)}/people.csv?who=${who}`}
          download={`people-${run}-${node}-${who}.csv`}
        >
          {t('reports.exportPeople', { n: shown.count(data?.total ?? 0) })}
        </Button>
      </div>
      <Table<Person & { place: number }>
        size="small"
        rowKey="place"
        loading={isFetching}
        pagination={false}
        dataSource={(data?.people ?? []).map((person, place) => ({ ...person, place }))}
        locale={{
          emptyText: (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('reports.nobody')} />
          ),
        }}
        columns={[
          { title: t('run.memberName'), dataIndex: 'name' },
          { title: t('reports.card'), dataIndex: 'member' },
          { title: t('profile.phone'), dataIndex: 'phone' },
          { title: t('reports.orders'), dataIndex: 'orders', align: 'right', render: shown.count },
          { title: t('reports.items'), dataIndex: 'items', align: 'right', render: shown.count },
          { title: t('reports.sales'), dataIndex: 'amount', align: 'right', render: shown.money },
        ]}
      />
      {data && data.total > PAGE && (
        <div className="pager">
          <span className="hint">
            {t('reports.page', {
              first: shown.count(first + 1),
              last: shown.count(last),
              n: shown.count(data.total),
            })}
          </span>
          <Button
            size="small"
            icon={<ChevronLeft size={14} />}
            aria-label={t('reports.pageBefore')}
            disabled={starts.length === 1}
            onClick={() => setStarts(starts.slice(0, -1))}
          />
          <Button
            size="small"
            icon={<ChevronRight size={14} />}
            aria-label={t('reports.pageNext')}
            disabled={data.next === undefined || data.next === null}
            onClick={() => setStarts([...starts, data.next ?? -1])}
          />
        </div>
      )}
    </div>
  )
}

import { useInfiniteQuery } from '@tanstack/react-query'
import { App, Button, Drawer, Table } from 'antd'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { call } from '../api/client'
import { download } from '../campaigns/files'
import { useWords } from '../i18n'
import { csv } from '../ui/csv'
import { reasonWord } from '../ui/reasons'
import { Failure } from '../ui/States'
import type { AskedPort } from './ports'

const PAGE = 50
const FILE_PAGE = 1_000
const WIDTH = 560

interface Props {
  workspace: string
  dryRun: number
  asked: AskedPort | undefined
  onClose: () => void
}

/** The people who would leave a node by a port, or be held back for a reason. */
export function PortPeople({ workspace, dryRun, asked, onClose }: Props) {
  const { t } = useWords()
  return (
    <Drawer
      open={asked !== undefined}
      onClose={onClose}
      size={WIDTH}
      destroyOnHidden
      title={
        asked
          ? t('forecast.peopleAt', {
              node: asked.nodeName,
              port: asked.reason ? reasonWord(asked.reason) : asked.portName,
            })
          : ''
      }
    >
      {asked && (
        <People
          key={`${asked.node} ${asked.port} ${asked.reason}`}
          workspace={workspace}
          dryRun={dryRun}
          asked={asked}
        />
      )}
    </Drawer>
  )
}

function People({ workspace, dryRun, asked }: Omit<Props, 'onClose'> & { asked: AskedPort }) {
  const { t, number } = useWords()
  const { message } = App.useApp()
  const [fetched, setFetched] = useState<number>()
  const { node, port, reason } = asked
  const page = (after: number | undefined, limit: number) =>
    call('GET /api/workspaces/{workspace}/dry-runs/{dryRun}/nodes/{node}/ports/{port}/members', {
      path: { workspace, dryRun, node, port },
      query: { reason, after, limit },
    })
  const pages = useInfiniteQuery({
    queryKey: [workspace, 'dry-runs', dryRun, node, port, reason],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam }) => page(pageParam, PAGE),
    getNextPageParam: (last) => last.next ?? undefined,
  })
  if (pages.error) return <Failure error={pages.error} retry={() => void pages.refetch()} />
  const people = (pages.data?.pages ?? []).flatMap(({ members }) => members ?? [])
  const all = pages.data?.pages[0]?.total ?? asked.people
  const save = async () => {
    const rows: (string | undefined)[][] = [
      [t('run.key'), t('run.memberName'), t('forecast.address')],
    ]
    try {
      for (let after: number | undefined; ; ) {
        setFetched(rows.length - 1)
        const next = await page(after, FILE_PAGE)
        for (const one of next.members ?? []) rows.push([one.key, one.name, one.address])
        if (next.next === undefined || next.next === null) break
        after = next.next
      }
      download(`dry-run-${dryRun}-${node}-${reason ?? port}.csv`, 'text/csv', csv(rows))
    } catch (error) {
      message.error((error as Error).message)
    } finally {
      setFetched(undefined)
    }
  }
  return (
    <>
      <div className="section-head">
        <span className="grow" />
        <Button
          icon={<Download size={15} />}
          loading={fetched !== undefined}
          onClick={() => void save()}
        >
          {fetched === undefined
            ? t('forecast.export', { n: number(all) })
            : t('forecast.fetching', { done: number(fetched), n: number(all) })}
        </Button>
      </div>
      <Table
        size="small"
        rowKey="id"
        loading={pages.isLoading}
        pagination={false}
        dataSource={people}
        columns={[
          {
            title: t('run.key'),
            key: 'key',
            render: (_, { key, guest, address }) =>
              guest ? `${address ?? ''} (${t('forecast.guest')})` : key,
          },
          { title: t('run.memberName'), dataIndex: 'name' },
        ]}
      />
      {pages.hasNextPage && (
        <div className="pager">
          <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('forecast.more')}
          </Button>
        </div>
      )}
    </>
  )
}

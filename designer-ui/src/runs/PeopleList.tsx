import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { call } from '../api/client'
import { useWords } from '../i18n'
import { reasonWord } from '../ui/reasons'

interface Props {
  workspace: string
  run: number
  node: string
  port: string
  reason?: string
}

const PAGE = 50

/** Who left a node by a port, or for a reason; a click asks why of one of them. */
export function PeopleList({ workspace, run, node, port, reason }: Props) {
  const { t, number } = useWords()
  const pages = useInfiniteQuery({
    queryKey: [workspace, 'runs', run, node, port, reason],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam }) =>
      call('GET /api/workspaces/{workspace}/runs/{run}/nodes/{node}/ports/{port}/members', {
        path: { workspace, run, node, port },
        query: { reason, after: pageParam, limit: PAGE },
      }),
    getNextPageParam: (page) => page.next,
  })
  const people = pages.data?.pages.flatMap((page) => page.members ?? []) ?? []
  const total = pages.data?.pages[0]?.total
  return (
    <section className="people" data-total={total}>
      <h3>
        {reason ? reasonWord(reason) : t('run.members')}{' '}
        {total === undefined ? '' : `(${number(total)})`}
      </h3>
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <span>{person.name || person.address || '–'}</span>{' '}
            <span className="hint">{person.key}</span>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button
          size="small"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('run.membersMore')}
        </Button>
      )}
    </section>
  )
}

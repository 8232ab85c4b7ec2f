import { Button } from 'antd'
import { Link, useParams } from 'react-router'
import type { MemberPage, Operations } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import { Failure, Loading } from '../../ui/States'
import { usePages } from './asking'

/** Operations that answer with pages of people. */
type Listing = {
  [O in keyof Operations]: Operations[O]['answer'] extends MemberPage ? O : never
}[keyof Operations]

const PAGE = 50

/** People, page by page, each leading to their own page. */
export function People<O extends Listing>({
  operation,
  path,
}: {
  operation: O
  path: Omit<NonNullable<Operations[O]['path']>, 'workspace'>
}) {
  const { t, number } = useWords()
  const { workspace } = useParams()
  const pages = usePages(
    operation,
    { path, query: { limit: PAGE } as never },
    'after',
    (page) => (page as MemberPage).next ?? undefined,
  )
  if (pages.error) return <Failure error={pages.error} retry={() => void pages.refetch()} />
  if (!pages.data) return <Loading />
  const people = pages.data.pages.flatMap((page) => (page as MemberPage).members ?? [])
  const total = (pages.data.pages[0] as MemberPage | undefined)?.total ?? 0
  return (
    <section className="people" aria-label={t('run.members')}>
      <p className="hint">{t('people', { count: total, shown: number(total) })}</p>
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            {person.key ? (
              <Link to={`/w/${workspace}/members/${encodeURIComponent(person.key)}`}>
                {person.name || person.key}
              </Link>
            ) : (
              <span>{person.address ?? t('data.erased')}</span>
            )}
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

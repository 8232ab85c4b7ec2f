import { Button, Empty, Input, Table, Tag } from 'antd'
import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { Allowed } from '../../access/Allowed'
import type { MemberSearchEntry } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import { word } from '../../rules/sentence'
import { Failure } from '../../ui/States'
import { usePages } from '../shared/asking'

const PAGE = 50
const TYPING = 250

/** Finds members by key, name, phone number or e-mail address. */
export default function MemberList() {
  const { t, time } = useWords()
  const { workspace } = useParams()
  const navigate = useNavigate()
  const [typed, setTyped, words] = useSearchWords()
  const pages = usePages(
    'GET /api/workspaces/{workspace}/members',
    { query: { q: words || undefined, limit: PAGE } as never },
    'after',
    (page) => page.next ?? undefined,
  )
  if (pages.error) return <Failure error={pages.error} retry={() => void pages.refetch()} />
  const members = pages.data?.pages.flatMap((page) => page.members ?? []) ?? []
  const address = ({ key = '' }: MemberSearchEntry) =>
    `/w/${workspace}/members/${encodeURIComponent(key)}`
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('data.members.title')}</h1>
        <span className="grow" />
        <Input
          autoFocus
          allowClear
          className="search wide-search"
          prefix={<Search size={14} />}
          placeholder={t('data.members.search')}
          aria-label={t('data.members.search')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Allowed to="POST /api/workspaces/{workspace}/{kind}/import">
          <Link to={`/w/${workspace}/imports`}>
            <Button>{t('data.members.import')}</Button>
          </Link>
        </Allowed>
      </div>
      <Table<MemberSearchEntry>
        size="middle"
        rowKey="id"
        loading={pages.isLoading}
        dataSource={members}
        pagination={false}
        onRow={(member) => ({
          onClick: () => void navigate(address(member)),
          className: 'clickable',
        })}
        locale={{
          emptyText: pages.isLoading ? (
            <span />
          ) : (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description={
                <>
                  <strong>{t(words ? 'data.members.notFound' : 'data.members.none')}</strong>
                  <br />
                  {t(words ? 'data.members.notFoundHelp' : 'data.members.noneHelp')}
                </>
              }
            />
          ),
        }}
        columns={[
          {
            title: t('profile.name'),
            render: (_, member) => (
              <>
                <Link to={address(member)} className="row-name">
                  {member.name || member.key}
                </Link>
                <div className="hint">{member.key}</div>
              </>
            ),
          },
          { title: t('profile.phone'), dataIndex: 'phone', width: 170 },
          { title: t('profile.email'), dataIndex: 'email', ellipsis: true },
          { title: t('profile.city'), dataIndex: 'city', width: 130, ellipsis: true },
          { title: t('profile.level'), dataIndex: 'level', width: 80, align: 'right' },
          {
            title: t('profile.registered_at'),
            dataIndex: 'registeredAt',
            width: 225,
            render: (at: string) => time(at),
          },
          {
            title: t('profile.status'),
            dataIndex: 'status',
            width: 120,
            render: (status: string) => (
              <Tag color={status === 'active' ? 'success' : 'default'}>
                {word('choice', status)}
              </Tag>
            ),
          },
        ]}
      />
      {pages.hasNextPage && (
        <div className="more">
          <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('run.membersMore')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** What is typed, and, once typing pauses, what is looked for; it stands in the address. */
function useSearchWords(): [string, (typed: string) => void, string] {
  const [parameters, setParameters] = useSearchParams()
  const words = parameters.get('q') ?? ''
  const [typed, setTyped] = useState(words)
  useEffect(() => {
    const wait = setTimeout(() => {
      const next = typed.trim()
      if (next !== words) setParameters(next ? { q: next } : {}, { replace: true })
    }, TYPING)
    return () => clearTimeout(wait)
  }, [typed, words, setParameters])
  return [typed, setTyped, words]
}

import { Button, Empty, Select, Tag } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { Allowed } from '../../access/Allowed'
import type { SandboxMessage } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import { word } from '../../rules/sentence'
import { Failure, Loading } from '../../ui/States'
import { useChange, useDo, usePages } from '../shared/asking'
import { Danger } from '../shared/Danger'
import { CHANNELS } from './parts'
import { SandboxView } from './SandboxView'

const PAGE = 50

/** What sandboxes keep instead of sending it, as the people would see it. */
export default function SandboxPage() {
  const { t, number, time } = useWords()
  const change = useChange()
  const act = useDo()
  const [parameters, setParameters] = useSearchParams()
  const channel = parameters.get('channel') ?? ''
  const member = parameters.get('member') ?? ''
  const [open, setOpen] = useState<number>()
  const pages = usePages(
    'GET /api/workspaces/{workspace}/sandbox/messages',
    {
      query: {
        channel: channel || undefined,
        member: member || undefined,
        limit: PAGE,
      } as never,
    },
    'before',
    (page) => page.next ?? undefined,
  )
  if (pages.error) return <Failure error={pages.error} retry={() => void pages.refetch()} />
  const messages = pages.data?.pages.flatMap((page) => page.messages ?? []) ?? []
  const chosen = messages.find(({ id }) => id === open) ?? messages[0]
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('data.sandbox.title')}</h1>
        {member && (
          <Tag closable onClose={() => setParameters(channel ? { channel } : {})}>
            {member}
          </Tag>
        )}
        <span className="grow" />
        <Select
          className="filter"
          aria-label={t('data.channel')}
          value={channel}
          options={[
            { value: '', label: t('data.allChannels') },
            ...CHANNELS.map((value) => ({ value, label: word('choice', value) })),
          ]}
          onChange={(next) =>
            setParameters({ ...(next && { channel: next }), ...(member && { member }) })
          }
        />
        <Button onClick={() => void pages.refetch()} loading={pages.isRefetching}>
          {t('data.sandbox.refresh')}
        </Button>
        <Allowed to="DELETE /api/workspaces/{workspace}/sandbox/messages">
          <Danger
            label={t('data.sandbox.clear')}
            ask={t('data.sandbox.clearAsk')}
            help={t('data.sandbox.clearHelp')}
            onGo={() => act(() => change('DELETE /api/workspaces/{workspace}/sandbox/messages'))}
          />
        </Allowed>
      </div>
      <p className="page-about">{t('data.sandbox.about')}</p>
      {pages.isLoading && <Loading />}
      {pages.data && messages.length === 0 && (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={
            <>
              <strong>{t('data.sandbox.none')}</strong>
              <br />
              {t('data.sandbox.noneHelp')}
            </>
          }
        />
      )}
      {chosen && (
        <div className="sandbox">
          <div className="inbox">
            <ul>
              {messages.map((message) => (
                <li key={message.id}>
                  <button
                    type="button"
                    aria-current={message.id === chosen.id}
                    onClick={() => setOpen(message.id)}
                  >
                    <span className="inbox-to">
                      {message.address}
                      {message.test && <Tag color="warning">{t('data.sandbox.test')}</Tag>}
                    </span>
                    <span className="inbox-text">{firstWords(message)}</span>
                    <span className="hint">
                      {word('choice', message.channel ?? '')} · {time(message.at ?? '')}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
            {pages.hasNextPage && (
              <div className="more">
                <Button
                  loading={pages.isFetchingNextPage}
                  onClick={() => void pages.fetchNextPage()}
                >
                  {t('run.membersMore')} ({number(messages.length)})
                </Button>
              </div>
            )}
          </div>
          <SandboxView key={chosen.id} message={chosen} />
        </div>
      )}
    </div>
  )
}

function firstWords({ content = {} }: SandboxMessage): string {
  return content.subject ?? content.text ?? content.body ?? content.url ?? ''
}

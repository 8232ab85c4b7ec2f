import { Button, Input } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { Allowed } from '../../access/Allowed'
import type { SandboxMessage } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import { word } from '../../rules/sentence'
import { useAsk, useChange, useDo } from '../shared/asking'
import { Facts } from '../shared/Facts'
import { MailView } from './MailView'
import { PhoneView } from './PhoneView'

const NEWS = ['delivered', 'opened', 'clicked', 'failed', 'bounced', 'unsubscribed'] as const
const THREAD = 20

/** One message as its person sees it, and what may be said in the person's or the gateway's name. */
export function SandboxView({ message }: { message: SandboxMessage }) {
  const { t, number } = useWords()
  const { workspace } = useParams()
  const change = useChange()
  const act = useDo()
  const [reply, setReply] = useState('')
  const [replies, setReplies] = useState<string[]>([])
  const id = message.id ?? 0
  const tell = (kind: string) =>
    act(
      () =>
        change('POST /api/workspaces/{workspace}/sandbox/messages/{id}/receipts', {
          path: { id },
          body: { kind },
        }),
      t('data.sandbox.told', { what: word('choice', kind) }),
    )
  const answer = async () => {
    if (reply.trim() === '') return
    const sent = await act(() =>
      change('POST /api/workspaces/{workspace}/sandbox/messages/{id}/reply', {
        path: { id },
        body: { text: reply },
      }),
    )
    if (sent) {
      setReplies([...replies, reply])
      setReply('')
    }
  }
  return (
    <div className="message-view">
      {message.channel === 'email' ? (
        <MailView content={message.content ?? {}} to={message.address ?? ''} />
      ) : (
        <Thread message={message} replies={replies} />
      )}
      <div className="message-side">
        <Facts
          facts={[
            [
              t('data.sandbox.member'),
              message.member && (
                <Link to={`/w/${workspace}/members/${encodeURIComponent(message.member)}`}>
                  {message.member}
                </Link>
              ),
            ],
            [
              t('run.runs'),
              message.run !== undefined && message.run > 0 && (
                <Link to={`/w/${workspace}/runs/${message.run}`}>
                  {t('run.title', { id: message.run })}
                </Link>
              ),
            ],
            [t('data.gateways.gateway'), message.gateway],
            [t('dry.units'), number(message.units ?? 0)],
          ]}
        />
        <Allowed to="POST /api/workspaces/{workspace}/sandbox/messages/{id}/receipts">
          <h3>{t('data.sandbox.simulate')}</h3>
          <p className="hint">{t('data.sandbox.simulateHelp')}</p>
          <div className="news">
            {NEWS.map((kind) => (
              <Button key={kind} size="small" onClick={() => void tell(kind)}>
                {word('choice', kind)}
              </Button>
            ))}
          </div>
          <Input.Search
            aria-label={t('data.sandbox.reply')}
            placeholder={t('data.sandbox.reply')}
            enterButton={t('data.sandbox.send')}
            value={reply}
            onChange={(event) => setReply(event.target.value)}
            onSearch={() => void answer()}
          />
        </Allowed>
      </div>
    </div>
  )
}

/** What came to the phone up to this message, the oldest above, with the replies. */
function Thread({ message, replies }: { message: SandboxMessage; replies: string[] }) {
  const { time } = useWords()
  const { data } = useAsk('GET /api/workspaces/{workspace}/sandbox/messages', {
    query: {
      address: message.address,
      channel: message.channel,
      before: (message.id ?? 0) + 1,
      limit: THREAD,
    } as never,
  })
  const thread = [...(data?.messages ?? [message])].reverse()
  return (
    <PhoneView
      title={message.address ?? ''}
      messages={[
        ...thread.map(({ id = 0, content = {}, at = '' }) => ({
          id,
          text: Object.values(content).join(''),
          when: time(at),
        })),
        ...replies.map((text, index) => ({ id: -index - 1, text, mine: true })),
      ]}
    />
  )
}

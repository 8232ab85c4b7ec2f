import { Select } from 'antd'
import { useEffect, useState } from 'react'
import { useParams } from 'react-router'
import { call } from '../../api/client'
import type { MessagePreview } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import { useAsk } from '../shared/asking'
import { MailView } from './MailView'
import { PhoneView } from './PhoneView'
import type { Channel } from './parts'

const PAUSE = 250
const FOUND = 20

/** What is being written, as a member would get it; follows each letter. */
export function LivePreview({
  channel,
  content,
}: {
  channel: Channel
  content: Record<string, string>
}) {
  const { t, number } = useWords()
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<string>()
  const { data: found } = useAsk('GET /api/workspaces/{workspace}/members', {
    query: { q: words || undefined, limit: FOUND } as never,
  })
  const member = chosen ?? found?.members?.[0]?.key
  const { preview, problem } = usePreview(channel, content, member)
  return (
    <section className="live-preview" aria-label={t('field.preview')}>
      <div className="page-head">
        <h3>{t('field.preview')}</h3>
        <span className="grow" />
        <Select
          className="preview-member"
          showSearch={{ filterOption: false, onSearch: setWords }}
          aria-label={t('data.templates.member')}
          value={member ?? null}
          options={(found?.members ?? []).map(({ key = '', name }) => ({
            value: key,
            label: name ? `${name} (${key})` : key,
          }))}
          onChange={setChosen}
        />
      </div>
      {problem && <div className="field-problem">{problem}</div>}
      {preview &&
        (channel === 'email' ? (
          <MailView content={preview.content ?? {}} to={preview.address ?? ''} />
        ) : (
          <PhoneView messages={[{ text: Object.values(preview.content ?? {}).join('') }]} />
        ))}
      {preview && channel === 'sms' && (
        <div className="hint">
          {t('field.previewParts', {
            chars: number(preview.characters ?? 0),
            parts: number(preview.units ?? 0),
          })}
        </div>
      )}
    </section>
  )
}

function usePreview(channel: Channel, content: Record<string, string>, member: string | undefined) {
  const { workspace = '' } = useParams()
  const [shown, setShown] = useState<{ preview?: MessagePreview; problem?: string }>({})
  const asked = JSON.stringify({ channel, content, member })
  useEffect(() => {
    const { content: parts } = JSON.parse(asked) as { content: object }
    if (Object.keys(parts).length === 0 || !member) {
      setShown({})
      return
    }
    const asking = new AbortController()
    const wait = setTimeout(async () => {
      try {
        const preview = await call('POST /api/workspaces/{workspace}/messages/preview', {
          path: { workspace },
          body: JSON.parse(asked),
          signal: asking.signal,
        })
        setShown({ preview })
      } catch (error) {
        if (!asking.signal.aborted) setShown({ problem: (error as Error).message })
      }
    }, PAUSE)
    return () => {
      clearTimeout(wait)
      asking.abort()
    }
  }, [workspace, asked, member])
  return shown
}

import { Button, Checkbox, TimePicker } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { Allowed } from '../../access/Allowed'
import { useMay } from '../../access/session'
import type { FrequencyCap, QuietHours, WordListWord } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import { word } from '../../rules/sentence'
import { Failure, Loading } from '../../ui/States'
import { useAsk, useChange, useDo } from '../shared/asking'
import { EditableRows } from '../shared/EditableRows'
import { RecordField } from '../shared/RecordField'
import { CHANNELS } from './parts'

const SEVERITIES = ['error', 'warning', 'off'] as const

/** What a workspace allows itself in messages: caps, quiet hours, words, and replies that end consent. */
export default function PolicyPage() {
  const { t } = useWords()
  const change = useChange()
  const policy = useAsk('GET /api/workspaces/{workspace}/messaging-policy')
  const list = useAsk('GET /api/workspaces/{workspace}/word-list')
  const error = policy.error ?? list.error
  if (error) return <Failure error={error} retry={() => void policy.refetch()} />
  if (!policy.data || !list.data) return <Loading />
  const put = (body: typeof policy.data) =>
    change('PUT /api/workspaces/{workspace}/messaging-policy', { body })
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('data.policy.title')}</h1>
      </div>
      <h2>{t('data.policy.caps')}</h2>
      <p className="page-about">{t('data.policy.capsAbout')}</p>
      <EditableRows<FrequencyCap>
        needs="PUT /api/workspaces/{workspace}/messaging-policy"
        rows={policy.data.caps ?? []}
        blank={{ messages: 3, hours: 24 }}
        fields={[
          {
            name: 'messages',
            label: t('data.policy.messages'),
            kind: 'whole',
            min: 1,
            required: true,
          },
          { name: 'hours', label: t('data.policy.hours'), kind: 'whole', min: 1, required: true },
          {
            name: 'channel',
            label: t('data.channel'),
            kind: 'choice',
            placeholder: t('data.allChannels'),
            options: CHANNELS.map((value) => ({ value, label: word('choice', value) })),
          },
        ]}
        onSave={(caps) => put({ ...policy.data, caps })}
      />
      <h2>{t('data.policy.quiet')}</h2>
      <p className="page-about">{t('data.policy.quietAbout')}</p>
      <Quiet
        key={JSON.stringify(policy.data.quietHours ?? null)}
        hours={policy.data.quietHours ?? undefined}
        onSave={(quietHours) =>
          put({ caps: policy.data.caps ?? [], ...(quietHours && { quietHours }) })
        }
      />
      <h2>{t('data.policy.words')}</h2>
      <p className="page-about">{t('data.policy.wordsAbout')}</p>
      <EditableRows<WordListWord>
        needs="PUT /api/workspaces/{workspace}/word-list"
        rows={list.data.words ?? []}
        blank={{ word: '', severity: 'warning' }}
        fields={[
          { name: 'word', label: t('data.policy.word'), kind: 'line', required: true },
          {
            name: 'severity',
            label: t('data.policy.severity'),
            kind: 'choice',
            required: true,
            options: SEVERITIES.map((value) => ({
              value,
              label: t(`data.policy.severities.${value}`),
            })),
          },
        ]}
        onSave={(words) => change('PUT /api/workspaces/{workspace}/word-list', { body: { words } })}
      />
      <h2>{t('data.policy.replies')}</h2>
      <p className="page-about">{t('data.policy.repliesAbout')}</p>
      <Keywords />
    </div>
  )
}

function Quiet({
  hours,
  onSave,
}: {
  hours: QuietHours | undefined
  onSave: (hours: QuietHours | undefined) => Promise<unknown>
}) {
  const { t } = useWords()
  const act = useDo()
  const [edited, setEdited] = useState(hours)
  const mayChange = useMay()('PUT /api/workspaces/{workspace}/messaging-policy')
  const time = (text: string | undefined) => (text ? dayjs(text, 'HH:mm') : null)
  return (
    <div className="rows">
      <Checkbox
        disabled={!mayChange}
        checked={edited !== undefined}
        onChange={(event) =>
          setEdited(event.target.checked ? { from: '21:00', to: '09:00' } : undefined)
        }
      >
        {t('data.policy.hasQuiet')}
      </Checkbox>
      {edited && (
        <div className="rows-foot">
          {(['from', 'to'] as const).map((end) => (
            <TimePicker
              key={end}
              disabled={!mayChange}
              aria-label={t(`data.${end === 'from' ? 'from' : 'until'}`)}
              format="HH:mm"
              minuteStep={5}
              allowClear={false}
              value={time(edited[end])}
              onChange={(picked) =>
                picked && setEdited({ ...edited, [end]: picked.format('HH:mm') })
              }
            />
          ))}
        </div>
      )}
      <Allowed to="PUT /api/workspaces/{workspace}/messaging-policy">
        <div className="rows-foot">
          <Button
            type="primary"
            disabled={JSON.stringify(edited) === JSON.stringify(hours)}
            onClick={() => void act(() => onSave(edited), t('data.saved'))}
          >
            {t('data.save')}
          </Button>
        </div>
      </Allowed>
    </div>
  )
}

function Keywords() {
  const { t } = useWords()
  const change = useChange()
  const act = useDo()
  const { data } = useAsk('GET /api/workspaces/{workspace}/reply-keywords')
  const mayChange = useMay()('PUT /api/workspaces/{workspace}/reply-keywords')
  return (
    <RecordField
      id="reply-keywords"
      field={{ name: 'keywords', label: t('data.policy.replies'), kind: 'texts' }}
      value={data?.keywords ?? []}
      disabled={!data || !mayChange}
      onChange={(keywords) =>
        void act(
          () =>
            change('PUT /api/workspaces/{workspace}/reply-keywords', {
              body: { keywords: keywords as string[] },
            }),
          t('data.saved'),
        )
      }
    />
  )
}

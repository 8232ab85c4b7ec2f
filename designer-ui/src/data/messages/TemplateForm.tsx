import type { Template } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import { useFacts } from '../../rules/facts'
import { word } from '../../rules/sentence'
import { useChange } from '../shared/asking'
import type { FieldSpec, Values } from '../shared/fields'
import type { Making } from '../shared/making'
import { RecordDrawer } from '../shared/RecordDrawer'
import { LivePreview } from './LivePreview'
import { PlaceholderText } from './PlaceholderText'
import { CHANNELS, type Channel, PARTS } from './parts'

const PART = 'part:'

/** Writes a template, and shows beside it how it reads for a real member. */
export function TemplateForm({
  record,
  channel,
  onClose,
  onSaved,
}: Making<Template> & { channel?: string | undefined }) {
  const { t } = useWords()
  const change = useChange()
  const templates = useFacts('GET /api/workspaces/{workspace}/templates')
  const fields: FieldSpec[] = [
    { name: 'name', label: t('data.name'), kind: 'line', required: true },
    {
      name: 'channel',
      label: t('data.channel'),
      kind: 'choice',
      fixed: true,
      options: CHANNELS.map((value) => ({ value, label: word('choice', value) })),
    },
    ...CHANNELS.flatMap((channel) =>
      PARTS[channel].map((part, at) => partField(channel, part, at)),
    ),
  ]
  function partField(of: Channel, part: (typeof PARTS)[Channel][number], at: number): FieldSpec {
    const label = t(`data.templates.parts.${part}`)
    return {
      name: `${PART}${of}:${part}`,
      label,
      kind: 'own',
      required: at === 0,
      shown: (values) => values.channel === of,
      draw: (value, onChange) => (
        <PlaceholderText
          label={label}
          value={String(value ?? '')}
          code={part === 'html' || part === 'body'}
          onChange={onChange}
        />
      ),
    }
  }
  return (
    <RecordDrawer
      title={record?.name ?? t('data.templates.new')}
      needs="PUT /api/workspaces/{workspace}/templates/{template}"
      fields={fields}
      record={record && { ...record, ...startOf(record) }}
      start={{ channel: CHANNELS.find((one) => one === channel) ?? 'sms' }}
      keyed={{ taken: templates.map(({ key = '' }) => key), otherwise: 'template' }}
      size={620}
      onClose={onClose}
      below={(values) => (
        <LivePreview channel={values.channel as Channel} content={contentOf(values)} />
      )}
      onSave={async (values, made) => {
        const key = record?.key ?? made
        await change('PUT /api/workspaces/{workspace}/templates/{template}', {
          path: { template: key },
          body: {
            name: String(values.name),
            channel: String(values.channel),
            content: contentOf(values),
          },
        })
        onSaved(key)
      }}
    />
  )
}

function startOf({ channel, content }: Template): Values {
  return Object.fromEntries(
    Object.entries(content ?? {}).map(([part, text]) => [`${PART}${channel}:${part}`, text]),
  )
}

function contentOf(values: Values): Record<string, string> {
  const prefix = `${PART}${values.channel}:`
  return Object.fromEntries(
    Object.entries(values)
      .filter(([name, text]) => name.startsWith(prefix) && text)
      .map(([name, text]) => [name.slice(prefix.length), String(text)]),
  )
}

import type { GatewayView } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import { useFacts } from '../../rules/facts'
import { word } from '../../rules/sentence'
import { useChange, useDo } from '../shared/asking'
import { Danger } from '../shared/Danger'
import type { FieldSpec } from '../shared/fields'
import type { Making } from '../shared/making'
import { RecordDrawer } from '../shared/RecordDrawer'
import { CHANNELS } from './parts'

const KINDS = ['sandbox', 'smtp', 'http'] as const
const PARTS = ['cn-70/67', 'cn-70/70', 'gsm']

/** Makes or changes a gateway; its settings are JSON, as docs/gateways.md tells them. */
export function GatewayForm({ record, onClose, onSaved }: Making<GatewayView>) {
  const { t } = useWords()
  const change = useChange()
  const act = useDo()
  const gateways = useFacts('GET /api/workspaces/{workspace}/gateways')
  const fields: FieldSpec[] = [
    {
      name: 'kind',
      label: t('data.gateways.kind'),
      kind: 'choice',
      options: KINDS.map((value) => ({ value, label: t(`data.gateways.kinds.${value}`) })),
    },
    {
      name: 'channel',
      label: t('data.channel'),
      kind: 'choice',
      options: CHANNELS.map((value) => ({ value, label: word('choice', value) })),
    },
    { name: 'default', label: t('data.gateways.defaultHelp'), kind: 'flag' },
    {
      name: 'parts',
      label: t('data.gateways.parts'),
      kind: 'choice',
      shown: ({ channel }) => channel === 'sms',
      options: PARTS.map((value) => ({ value, label: value })),
    },
    {
      name: 'settings',
      label: t('data.gateways.settings'),
      help: t('data.gateways.settingsHelp'),
      kind: 'code',
    },
  ]
  const key = record?.key ?? ''
  return (
    <RecordDrawer
      title={record?.key ?? t('data.gateways.new')}
      fields={fields}
      record={record && { ...record, settings: shown(record.settings) }}
      start={{ kind: 'sandbox', channel: 'sms', parts: PARTS[0] }}
      keyed={{ taken: gateways.map((one) => one.key ?? ''), otherwise: 'gateway' }}
      onClose={onClose}
      below={() =>
        record && !record.default && !key.startsWith('sandbox-') ? (
          <Danger
            label={t('data.delete')}
            ask={t('data.gateways.deleteAsk', { key })}
            help={t('data.gateways.deleteHelp')}
            onGo={async () => {
              const gone = await act(() =>
                change('DELETE /api/workspaces/{workspace}/gateways/{key}', { path: { key } }),
              )
              if (gone) onClose()
            }}
          />
        ) : null
      }
      onSave={async ({ settings, ...values }, made) => {
        await change('PUT /api/workspaces/{workspace}/gateways/{key}', {
          path: { key: record?.key ?? made },
          body: { ...values, settings: JSON.parse(String(settings ?? '{}')) } as never,
        })
        onSaved(record?.key ?? made)
      }}
    />
  )
}

/** Settings come as JSON or as its text. */
function shown(settings: unknown): string {
  const value = typeof settings === 'string' ? (JSON.parse(settings) as unknown) : settings
  return JSON.stringify(value ?? {}, null, 2)
}

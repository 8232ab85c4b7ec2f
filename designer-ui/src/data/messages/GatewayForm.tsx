import { useQuery } from '@tanstack/react-query'
import { Allowed } from '../../access/Allowed'
import { call } from '../../api/client'
import type { GatewayView } from '../../api/schema.gen'
import type { Config, SettingsSchema } from '../../api/types'
import { useWords } from '../../i18n'
import { useFacts } from '../../rules/facts'
import { word } from '../../rules/sentence'
import { useChange, useDo } from '../shared/asking'
import { Danger } from '../shared/Danger'
import type { FieldSpec } from '../shared/fields'
import type { Making } from '../shared/making'
import { RecordDrawer } from '../shared/RecordDrawer'
import { GatewaySettings } from './GatewaySettings'
import { CHANNELS } from './parts'

const SETTINGS = 'settings of '
const PARTS = ['cn-70/67', 'cn-70/70', 'gsm']

/** Makes or changes a gateway; the form of its settings follows its kind. */
export function GatewayForm({ record, onClose, onSaved }: Making<GatewayView>) {
  const { t } = useWords()
  const change = useChange()
  const act = useDo()
  const gateways = useFacts('GET /api/workspaces/{workspace}/gateways')
  const { data: kinds } = useGatewayKinds()
  const fields: FieldSpec[] = [
    {
      name: 'kind',
      label: t('data.gateways.kind'),
      kind: 'choice',
      options: (kinds ?? []).map(({ key: value }) => ({
        value,
        label: t(`data.gateways.kinds.${value as 'sandbox'}`),
      })),
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
    ...(kinds ?? []).map(
      ({ key: kind, settings }): FieldSpec => ({
        // What was filled in for one kind is still there when somebody comes back to it.
        name: SETTINGS + kind,
        label: t('data.gateways.settings'),
        help: t('data.gateways.settingsHelp'),
        kind: 'own',
        shown: (values) => values.kind === kind,
        draw: (value, onChange, parts) => (
          <GatewaySettings
            schema={settings}
            settings={value as Config | undefined}
            parts={parts}
            onChange={onChange}
          />
        ),
      }),
    ),
  ]
  const key = record?.key ?? ''
  return (
    <RecordDrawer
      title={record?.key ?? t('data.gateways.new')}
      needs="PUT /api/workspaces/{workspace}/gateways/{key}"
      fields={fields}
      record={record && { ...record, [SETTINGS + record.kind]: read(record.settings) }}
      start={{ kind: 'sandbox', channel: 'sms', parts: PARTS[0] }}
      keyed={{ taken: gateways.map((one) => one.key ?? ''), otherwise: 'gateway' }}
      onClose={onClose}
      below={() =>
        record && !record.default && !key.startsWith('sandbox-') ? (
          <Allowed to="DELETE /api/workspaces/{workspace}/gateways/{key}">
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
          </Allowed>
        ) : null
      }
      onSave={async ({ kind, channel, default: isDefault, parts, ...settings }, made) => {
        await change('PUT /api/workspaces/{workspace}/gateways/{key}', {
          path: { key: record?.key ?? made },
          body: {
            kind,
            channel,
            parts,
            default: isDefault,
            settings: settings[`${SETTINGS}${kind}`] ?? {},
          } as never,
        })
        onSaved(record?.key ?? made)
      }}
    />
  )
}

/** Settings come as JSON or as its text. */
function read(settings: unknown): unknown {
  return typeof settings === 'string' ? (JSON.parse(settings) as unknown) : settings
}

/** What gateways there can be, each with the schema of its settings. */
function useGatewayKinds() {
  return useQuery({
    queryKey: ['gateway-kinds'],
    queryFn: async () =>
      (await call('GET /api/gateway-kinds')) as { key: string; settings: SettingsSchema }[],
    staleTime: Number.POSITIVE_INFINITY,
  })
}

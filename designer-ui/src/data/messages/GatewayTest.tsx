import { Alert } from 'antd'
import { useState } from 'react'
import type { GatewayOutcome, GatewayView } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import { reasonWord } from '../../ui/reasons'
import { useChange } from '../shared/asking'
import { RecordDrawer } from '../shared/RecordDrawer'
import { type Channel, PARTS } from './parts'

/** Sends a message by a gateway at once, and tells what became of it. */
export function GatewayTest({ gateway, onClose }: { gateway: GatewayView; onClose: () => void }) {
  const { t } = useWords()
  const change = useChange()
  const [outcome, setOutcome] = useState<GatewayOutcome>()
  const parts = PARTS[gateway.channel as Channel] ?? ['text']
  const needed = gateway.channel === 'email' ? ['subject', 'text'] : [parts[0]]
  return (
    <RecordDrawer
      title={t('data.gateways.testTitle', { key: gateway.key ?? '' })}
      needs="POST /api/workspaces/{workspace}/gateways/{key}/test"
      okText={t('data.sandbox.send')}
      record={{ address: gateway.testAddresses?.[0], text: t('data.gateways.testText') }}
      fields={[
        {
          name: 'address',
          label: t('data.gateways.address'),
          help: (gateway.testAddresses ?? []).join(', '),
          kind: 'line',
          required: true,
        },
        ...needed.map((part) => ({
          name: part,
          label: t(`data.templates.parts.${part as 'text'}`),
          kind: 'long' as const,
          required: true,
        })),
      ]}
      below={() =>
        outcome && (
          <Alert
            type={outcome.outcome === 'accepted' ? 'success' : 'error'}
            showIcon
            title={t(`data.gateways.outcomes.${outcome.outcome as 'accepted'}`)}
            description={outcome.reason && reasonWord(outcome.reason)}
          />
        )
      }
      onClose={onClose}
      onSave={async ({ address, ...content }) => {
        setOutcome(undefined)
        setOutcome(
          await change('POST /api/workspaces/{workspace}/gateways/{key}/test', {
            path: { key: gateway.key ?? '' },
            body: { address: String(address), content: content as Record<string, string> },
          }),
        )
      }}
    />
  )
}

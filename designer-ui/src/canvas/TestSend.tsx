import { Alert, Button, Modal, Select } from 'antd'
import { CircleCheck, CircleX, Send } from 'lucide-react'
import { useState } from 'react'
import { call } from '../api/client'
import type { TestSendSent as Sent } from '../api/schema.gen'
import type { CanvasNode, Config } from '../api/types'
import { useWords } from '../i18n'
import { messageDraft } from '../inspector/messageDraft'
import { reasonWord } from '../ui/reasons'
import { lastAddresses } from './lastAddresses'
import { MemberInput } from './MemberInput'
import { useCanvas } from './store'
import { useTestSend } from './useTestSend'

/** Tries the message of a node at any address, outside of gates, ledger and caps. */
export function TestSend({ workspace }: { workspace: string }) {
  const { t } = useWords()
  const { node: id, close } = useTestSend()
  const node = useCanvas((state) => state.canvas.nodes.find((one) => one.id === id))
  return (
    <Modal
      open={node !== undefined}
      title={node ? t('draw.testTitle', { name: node.name || node.id }) : ''}
      footer={null}
      onCancel={close}
      destroyOnHidden
    >
      {node && <TestForm workspace={workspace} node={node} />}
    </Modal>
  )
}

function TestForm({ workspace, node }: { workspace: string; node: CanvasNode }) {
  const { t } = useWords()
  const variants = (node.config?.variants ?? []) as Config[]
  const [variant, setVariant] = useState(0)
  const config = variants[variant] ?? node.config ?? {}
  const channel = String(config.channel ?? node.type)
  const [addresses, setAddresses] = useState(() => lastAddresses.of(channel).slice(0, 1))
  const [member, setMember] = useState(lastAddresses.member)
  const [sent, setSent] = useState<Sent[]>()
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    setProblem('')
    try {
      const { gateway } = config as { gateway?: string }
      const answer = await call('POST /api/workspaces/{workspace}/messages/test', {
        path: { workspace },
        body: {
          ...messageDraft({ purpose: node.config?.purpose, ...config }, channel),
          member: member.trim(),
          ...(gateway ? { gateway } : {}),
          addresses,
        },
      })
      setSent(answer)
      lastAddresses.add(channel, addresses)
      lastAddresses.keepMember(member.trim())
    } catch (error) {
      setSent(undefined)
      setProblem((error as Error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="test-send">
      {variants.length > 0 && (
        <Select
          aria-label={t('draw.testVariant')}
          value={variant}
          options={variants.map((one, index) => ({
            value: index,
            label: `${index + 1} · ${one.channel}`,
          }))}
          onChange={setVariant}
        />
      )}
      <Select
        mode="tags"
        open={false}
        suffixIcon={null}
        aria-label={t('draw.testTo')}
        placeholder={t('draw.testToHint')}
        value={addresses}
        onChange={setAddresses}
        tokenSeparators={[',', ' ', ';']}
      />
      <Remembered
        addresses={lastAddresses.of(channel).filter((one) => !addresses.includes(one))}
        onPick={(address) => setAddresses([...addresses, address])}
      />
      <MemberInput
        label={t('draw.testAs')}
        value={member}
        onChange={setMember}
        onEnter={setMember}
      />
      <p className="hint">{t('draw.testHelp')}</p>
      <Button
        type="primary"
        icon={<Send size={14} />}
        loading={busy}
        disabled={addresses.length === 0 || !member.trim()}
        onClick={() => void send()}
      >
        {t('draw.testGo')}
      </Button>
      {problem && <Alert type="error" showIcon title={problem} />}
      {sent && <Results sent={sent} />}
    </div>
  )
}

function Remembered({
  addresses,
  onPick,
}: {
  addresses: string[]
  onPick: (address: string) => void
}) {
  if (addresses.length === 0) return null
  return (
    <div className="remembered">
      {addresses.map((address) => (
        <Button key={address} size="small" type="dashed" onClick={() => onPick(address)}>
          {address}
        </Button>
      ))}
    </div>
  )
}

function Results({ sent }: { sent: Sent[] }) {
  const { t, number } = useWords()
  return (
    <ul className="test-results" aria-live="polite">
      {sent.map(({ address = '', outcome = '', reason, units = 0, cost = 0 }) => {
        const good = outcome === 'accepted'
        return (
          <li key={address} data-outcome={outcome}>
            {good ? (
              <CircleCheck size={14} className="fine" />
            ) : (
              <CircleX size={14} className="bad" />
            )}
            <span>{address}</span>
            <span className="hint">
              {good
                ? t('draw.testSent', { units: number(units), cost: number(cost) })
                : reasonWord(reason ?? outcome)}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

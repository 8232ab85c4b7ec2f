import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { RotateCcw, X } from 'lucide-react'
import { Fragment, useState } from 'react'
import { useMay } from '../access/session'
import { call } from '../api/client'
import type { Run, RunNode } from '../api/types'
import { useCanvas } from '../canvas/store'
import { useWords } from '../i18n'
import { reasonWord } from '../ui/reasons'
import { PeopleList } from './PeopleList'
import { SendingProgress } from './SendingProgress'

/** What happened at the chosen node: by port and reason, and who it was. */
export function NodeRecord({ workspace, run }: { workspace: string; run: Run }) {
  const { t } = useWords()
  const [id] = useCanvas((state) => state.chosen.nodes)
  const choose = useCanvas((state) => state.choose)
  const node = run.nodes.find((one) => one.id === id)
  if (!node) return null
  return (
    <aside className="inspector" key={node.id}>
      <div className="inspector-head">
        <strong className="grow">{node.name ?? node.id}</strong>
        <Button
          type="text"
          size="small"
          icon={<X size={16} />}
          aria-label={t('close')}
          onClick={() => choose({})}
        />
      </div>
      <Record workspace={workspace} run={run.id} node={node} />
    </aside>
  )
}

function Record({ workspace, run, node }: { workspace: string; run: number; node: RunNode }) {
  const { t, say, number, time } = useWords()
  const type = useCanvas((state) => state.types.get(node.type))
  const ports = useCanvas((state) => state.ports[node.id])
  const [open, setOpen] = useState<{ port: string; reason?: string }>()
  const rows = (ports?.out ?? type?.ports.out ?? []).filter(
    (port, index) =>
      index === 0 || (node.ports[port.key] ?? 0) > 0 || node.reasons?.[port.key] !== undefined,
  )
  return (
    <div className="inspector-body">
      {node.releaseAt && node.state === 'waiting' && (
        <p>{t('run.waitsUntil', { when: time(node.releaseAt) })}</p>
      )}
      {node.sending && <SendingProgress node={node.id} sending={node.sending} />}
      <dl className="record">
        {type?.kind !== 'source' && (
          <div>
            <dt>{t('inspector.comesIn')}</dt>
            <dd>{number(node.in ?? 0)}</dd>
          </div>
        )}
        {rows.map((port) => (
          <Fragment key={port.key}>
            <div>
              <dt>{say(port.label)}</dt>
              <dd>
                <Button
                  type="link"
                  size="small"
                  disabled={!node.ports[port.key]}
                  onClick={() => setOpen({ port: port.key })}
                >
                  {number(node.ports[port.key] ?? 0)}
                </Button>
              </dd>
            </div>
            {Object.entries(node.reasons?.[port.key] ?? {}).map(([reason, people]) => (
              <div key={reason} className="reason">
                <dt>{reasonWord(reason)}</dt>
                <dd>
                  <Button
                    type="link"
                    size="small"
                    onClick={() => setOpen({ port: port.key, reason })}
                  >
                    {number(people)}
                  </Button>
                </dd>
              </div>
            ))}
          </Fragment>
        ))}
      </dl>
      <Resend workspace={workspace} run={run} node={node} />
      {open && (
        <PeopleList
          key={`${open.port} ${open.reason}`}
          workspace={workspace}
          run={run}
          node={node.id}
          {...open}
        />
      )}
    </div>
  )
}

/** Sends what failed, or may not have arrived, again; says to how many. */
function Resend({ workspace, run, node }: { workspace: string; run: number; node: RunNode }) {
  const { t, number } = useWords()
  const { modal, message } = App.useApp()
  const queries = useQueryClient()
  const type = useCanvas((state) => state.types.get(node.type))
  const mayResend = useMay()('POST /api/workspaces/{workspace}/runs/{run}/nodes/{node}/resend')
  if (!mayResend || !type?.traits.includes('message') || node.state !== 'done') return null
  const again = async (outcome: 'failed' | 'unknown') => {
    try {
      await call('POST /api/workspaces/{workspace}/runs/{run}/nodes/{node}/resend', {
        path: { workspace, run, node: node.id },
        body: { outcomes: [outcome] },
      })
      await queries.invalidateQueries({ queryKey: [workspace, 'runs', String(run)] })
    } catch (error) {
      message.error((error as Error).message)
    }
  }
  return (['failed', 'unknown'] as const)
    .filter((outcome) => (node.ports[outcome] ?? 0) > 0)
    .map((outcome) => (
      <Button
        key={outcome}
        size="small"
        icon={<RotateCcw size={13} />}
        onClick={() =>
          modal.confirm({
            title: t(`watch.resend.${outcome}`, { n: number(node.ports[outcome] ?? 0) }),
            content: t('watch.resend.help'),
            okText: t('watch.resend.go'),
            cancelText: t('cancel'),
            onOk: () => again(outcome),
          })
        }
      >
        {t(`watch.resend.${outcome}`, { n: number(node.ports[outcome] ?? 0) })}
      </Button>
    ))
}

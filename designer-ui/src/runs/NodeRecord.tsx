import { useInfiniteQuery } from '@tanstack/react-query'
import { Alert, Button, Progress } from 'antd'
import { X } from 'lucide-react'
import { useState } from 'react'
import { call } from '../api/client'
import type { Run, RunNode } from '../api/types'
import { useCanvas } from '../canvas/store'
import { useWords } from '../i18n'
import { reasonWord } from '../ui/reasons'

/** What happened at the chosen node: by port and reason, and who it was. */
export function NodeRecord({ workspace, run }: { workspace: string; run: Run }) {
  const { t } = useWords()
  const [id] = useCanvas((state) => state.chosen.nodes)
  const choose = useCanvas((state) => state.choose)
  const node = run.nodes.find((one) => one.id === id)
  if (!node) return <aside className="inspector quiet">{t('run.nodeChoose')}</aside>
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
    (port, index) => index === 0 || (node.ports[port.key] ?? 0) > 0,
  )
  return (
    <div className="inspector-body">
      {node.failure && <Alert type="error" title={node.failure.message} />}
      {node.releaseAt && node.state === 'waiting' && (
        <p>{t('run.waitsUntil', { when: time(node.releaseAt) })}</p>
      )}
      {node.sending && <Sending sending={node.sending} />}
      <dl className="record">
        {type?.kind !== 'source' && (
          <div>
            <dt>{t('inspector.comesIn')}</dt>
            <dd>{number(node.in ?? 0)}</dd>
          </div>
        )}
        {rows.map((port) => (
          <div key={port.key}>
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
          </div>
        ))}
      </dl>
      {open && (
        <People
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

function Sending({ sending }: { sending: NonNullable<RunNode['sending']> }) {
  const { t, number } = useWords()
  const { planned = 0, sent = 0, failed = 0, heldBack = 0, unknown = 0, waiting = 0 } = sending
  const parts = [
    [t('run.sent'), sent],
    [t('run.failed'), failed],
    [t('run.held'), heldBack],
    [t('run.unknown'), unknown],
    [t('run.waiting'), waiting],
  ] as const
  return (
    <div className="sending">
      <Progress
        percent={planned === 0 ? 0 : Math.round((100 * (planned - waiting)) / planned)}
        status="active"
      />
      <span className="ports-line">
        {parts.map(([label, people]) =>
          people > 0 ? (
            <span key={label}>
              {number(people)} {label}
            </span>
          ) : null,
        )}
      </span>
    </div>
  )
}

interface PeopleProps {
  workspace: string
  run: number
  node: string
  port: string
  reason?: string
}

const PAGE = 50

function People({ workspace, run, node, port, reason }: PeopleProps) {
  const { t, number } = useWords()
  const pages = useInfiniteQuery({
    queryKey: [workspace, 'runs', run, node, port, reason],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam }) =>
      call('GET /api/workspaces/{workspace}/runs/{run}/nodes/{node}/ports/{port}/members', {
        path: { workspace, run, node, port },
        query: { reason, after: pageParam, limit: PAGE },
      }),
    getNextPageParam: (page) => page.next,
  })
  const people = pages.data?.pages.flatMap((page) => page.members ?? []) ?? []
  const total = pages.data?.pages[0]?.total
  return (
    <section className="people">
      <h3>
        {reason ? reasonWord(reason) : t('run.members')}{' '}
        {total === undefined ? '' : `(${number(total)})`}
      </h3>
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <span>{person.name || '–'}</span> <span className="hint">{person.key}</span>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button
          size="small"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('run.membersMore')}
        </Button>
      )}
    </section>
  )
}

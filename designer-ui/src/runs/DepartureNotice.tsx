import { Alert, Button, Space, Tooltip } from 'antd'
import { useState } from 'react'
import { useRights } from '../access/session'
import type { Departure, Run } from '../api/types'
import { useCanvas } from '../canvas/store'
import { useWords } from '../i18n'
import { GoOnDialog } from './GoOnDialog'

interface Props {
  workspace: string
  run: Run
  onStop: () => void
}

/** Other people came than approved: before which node, how many, and who decides. */
export function DepartureNotice({ workspace, run, onStop }: Props) {
  const { t, number, time } = useWords()
  const rights = useRights()
  const nodes = useCanvas((state) => state.canvas.nodes)
  const [asking, setAsking] = useState(false)
  const departures = run.departures as Departure[]
  const nameOf = (node: string) => nodes.find(({ id }) => id === node)?.name || node
  const numbers = ({ node, live, approved }: Departure) => ({
    node: nameOf(node),
    live: number(live),
    approved: number(approved),
  })
  const open = run.pausedBy === 'departure' ? departures.at(-1) : undefined
  return (
    <>
      {departures
        .filter(({ decidedAt }) => decidedAt)
        .map((one) => (
          <Alert
            key={`${one.node} ${one.foundAt}`}
            banner
            type="info"
            title={t('launch.letGo', {
              ...numbers(one),
              who: one.decidedBy ?? '',
              when: time(one.decidedAt ?? ''),
              words: one.words ?? '',
            })}
          />
        ))}
      {open && (
        <Alert
          banner
          type="warning"
          data-departure={open.node}
          title={t('launch.departed', { ...numbers(open), by: percent(open) })}
          description={t('launch.departedHelp', { allowed: number(open.allowed) })}
          action={
            <Space>
              <Tooltip title={rights.approve ? '' : t('access.needs.approve')}>
                <Button size="small" disabled={!rights.approve} onClick={() => setAsking(true)}>
                  {t('launch.goOn')}
                </Button>
              </Tooltip>
              {(rights.draw || rights.approve) && (
                <Button size="small" danger onClick={onStop}>
                  {t('run.stop')}
                </Button>
              )}
            </Space>
          }
        />
      )}
      {asking && open && (
        <GoOnDialog
          workspace={workspace}
          run={run}
          text={t('launch.askGoOnText', numbers(open))}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}

/** By how much more or less it is. */
function percent({ live, approved }: Departure): string {
  if (approved === 0) return `+${live}`
  const share = Math.round((100 * (live - approved)) / approved)
  return `${share > 0 ? '+' : ''}${share} %`
}

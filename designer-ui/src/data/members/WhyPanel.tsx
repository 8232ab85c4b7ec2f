import { Select } from 'antd'
import { useState } from 'react'
import { useWords } from '../../i18n'
import { reasonWord } from '../../ui/reasons'
import { Failure, Loading } from '../../ui/States'
import { useAsk } from '../shared/asking'

const RUNS = 200

/** Where the member was in a run, node by node, and why not elsewhere. */
export function WhyPanel({ member }: { member: string }) {
  const { t, time } = useWords()
  const { data: runs, error } = useAsk('GET /api/workspaces/{workspace}/runs', {
    query: { limit: RUNS },
  })
  const [chosen, setChosen] = useState<number>()
  const run = chosen ?? runs?.[0]?.id
  if (error) return <Failure error={error} />
  if (!runs) return <Loading />
  if (run === undefined) return <p className="hint">{t('data.why.none')}</p>
  return (
    <>
      <Select
        className="wide"
        aria-label={t('data.why.run')}
        showSearch={{ optionFilterProp: 'label' }}
        value={run}
        options={runs.map((one) => ({
          value: one.id ?? 0,
          label: `${one.name} · ${t('run.title', { id: one.id ?? 0 })} · ${time(one.startedAt ?? '')}`,
        }))}
        onChange={setChosen}
      />
      <Steps run={run} member={member} />
    </>
  )
}

function Steps({ run, member }: { run: number; member: string }) {
  const { t, say, time } = useWords()
  const { data, error } = useAsk(
    'GET /api/workspaces/{workspace}/runs/{run}/members/{member}/why',
    {
      path: { run, member },
    },
  )
  if (error) return <Failure error={error} />
  if (!data) return <Loading />
  return (
    <ol className="timeline why">
      {(data.nodes ?? []).map((node) => (
        <li key={node.node} data-reached="true">
          <span className={`timeline-icon ${node.reason ? 'warn' : 'fine'}`}>●</span>
          <div className="grow">
            <div className="timeline-title">{say(node.sentence as never)}</div>
            {node.reason && <div className="warn">{reasonWord(node.reason)}</div>}
          </div>
          <time className="hint">{node.at && time(node.at)}</time>
        </li>
      ))}
      {(data.notReached ?? []).map((node) => (
        <li key={node.node} data-reached="false">
          <span className="timeline-icon">○</span>
          <div className="grow">
            <div className="timeline-title quiet">
              {t('data.why.not', { node: node.name ?? '' })}
            </div>
            <div className="hint">{say(node.sentence as never)}</div>
          </div>
        </li>
      ))}
    </ol>
  )
}

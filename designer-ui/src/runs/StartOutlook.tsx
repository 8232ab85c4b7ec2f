import { Alert, Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import { call } from '../api/client'
import type { DryRun, Forecast } from '../api/types'
import { useCanvas } from '../canvas/store'
import { useWords } from '../i18n'

interface Props {
  workspace: string
  campaign: string
  saveNow: () => Promise<boolean>
  onReady: (dryRun: DryRun) => void
}

/** Saves what is drawn and dry-runs it, so that the numbers are those of the run that starts. */
export function StartOutlook({ workspace, campaign, saveNow, onReady }: Props) {
  const { t } = useWords()
  const [result, setResult] = useState<Forecast>()
  const [problem, setProblem] = useState('')
  useEffect(() => {
    let current = true
    const ask = async () => {
      if (!(await saveNow())) return
      const dryRun = (await call('POST /api/workspaces/{workspace}/campaigns/{campaign}/dry-run', {
        path: { workspace, campaign },
        query: { wait: 60 },
      })) as DryRun
      if (!current) return
      if (dryRun.result) {
        setResult(dryRun.result)
        onReady(dryRun)
      } else {
        setProblem(dryRun.problem ?? t('dry.failed'))
      }
    }
    ask().catch((error: Error) => current && setProblem(error.message))
    return () => {
      current = false
    }
  }, [workspace, campaign, saveNow, onReady, t])
  if (problem) return <Alert type="error" showIcon title={problem} />
  return result ? (
    <OutlookText result={result} />
  ) : (
    <Skeleton active title={false} paragraph={{ rows: 3 }} />
  )
}

function OutlookText({ result }: { result: Forecast }) {
  const { t, say, number, money } = useWords()
  const types = useCanvas((state) => state.types)
  const sends = result.nodes.filter((node) => types.get(node.type)?.traits.includes('message'))
  return (
    <div className="outlook">
      <p className="outlook-people">{t('start.people', { n: number(result.people) })}</p>
      <ul>
        {sends.map((node) => {
          const key = node.upTo?.includes('done') ? 'start.messagesUpTo' : 'start.messages'
          return (
            <li key={node.id}>
              {t(key, { n: number(node.ports.done ?? 0), node: node.name ?? node.id })}
            </li>
          )
        })}
      </ul>
      {result.cost > 0 && (
        <p>{t('start.cost', { cost: money(result.cost, result.money?.currency) })}</p>
      )}
      {(result.warnings ?? []).map((warning) => (
        <Alert
          key={`${warning.code} ${warning.nodeId}`}
          type="warning"
          showIcon
          title={say(warning.message)}
        />
      ))}
      {(result.money?.warnings ?? []).map((warning) => (
        <Alert key={warning.code} type="warning" showIcon title={warning.message} />
      ))}
    </div>
  )
}

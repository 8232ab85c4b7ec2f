import { Alert, Modal, Skeleton } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { call } from '../api/client'
import type { DryRun, Forecast, Run } from '../api/types'
import { useCanvas } from '../canvas/store'
import { useWords } from '../i18n'

interface Props {
  workspace: string
  campaign: string
  open: boolean
  saveNow: () => Promise<boolean>
  onClose: () => void
  onStarted: (run: number) => void
}

/** Asks once before a start, and says what will happen to how many people. */
export function StartDialog(props: Props) {
  const { t } = useWords()
  const name = useCanvas((state) => state.canvas.name)
  const errors = useCanvas((state) =>
    state.problems.some((problem) => problem.severity !== 'warning'),
  )
  const [ready, setReady] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  // A start that is repeated, by a double click or a lost answer, is the same start.
  const attempt = useRef('')
  useEffect(() => {
    if (!props.open) return
    attempt.current = `${Date.now()}-${Math.random().toString(36).slice(2)}`
    setProblem('')
    setReady(false)
  }, [props.open])
  const start = async () => {
    setBusy(true)
    try {
      const run = (await call('POST /api/workspaces/{workspace}/campaigns/{campaign}/start', {
        path: { workspace: props.workspace, campaign: props.campaign },
        headers: { 'Idempotency-Key': attempt.current },
      })) as Run
      props.onStarted(run.id)
    } catch (error) {
      setProblem((error as Error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open={props.open}
      title={t('start.title', { name })}
      okText={t('start.go')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: errors || !ready }}
      confirmLoading={busy}
      onOk={() => void start()}
      onCancel={props.onClose}
      destroyOnHidden
    >
      {errors ? (
        <Alert type="error" showIcon title={t('start.problems')} />
      ) : (
        <Outlook {...props} onReady={setReady} />
      )}
      {problem && <Alert type="error" showIcon title={problem} />}
    </Modal>
  )
}

/** Saves what is drawn and dry-runs it, so that the numbers are those of the run that starts. */
function Outlook({
  workspace,
  campaign,
  saveNow,
  onReady,
}: Props & { onReady: (ready: boolean) => void }) {
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
        onReady(true)
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

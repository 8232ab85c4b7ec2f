import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { call } from '../api/client'
import type { Run } from '../api/types'
import { useWords } from '../i18n'
import { underWay } from './figures'

type Step = 'pause' | 'resume' | 'stop' | 'retry'

/** What one can do with a run; stopping asks first, with the number of people. */
export function useRunActions(workspace: string, run: Run) {
  const { t, number } = useWords()
  const { message, modal } = App.useApp()
  const queries = useQueryClient()
  const act = async (step: Step, overdue: Record<string, 'fire' | 'skip'> = {}) => {
    try {
      await call(`POST /api/workspaces/{workspace}/runs/{run}/${step}`, {
        path: { workspace, run: run.id },
        ...(step === 'resume' ? { body: { overdue } } : {}),
      })
      await queries.invalidateQueries({ queryKey: [workspace, 'runs', String(run.id)] })
    } catch (error) {
      message.error((error as Error).message)
    }
  }
  const stop = () =>
    modal.confirm({
      title: t('run.stopTitle'),
      content: t('run.stopText', { n: number(underWay(run)) }),
      okText: t('run.stop'),
      okButtonProps: { danger: true },
      cancelText: t('cancel'),
      onOk: () => act('stop'),
    })
  return { act, stop }
}

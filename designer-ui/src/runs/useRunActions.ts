import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { call } from '../api/client'
import type { Run } from '../api/types'
import { useWords } from '../i18n'
import { underWay } from './figures'

type Step = 'pause' | 'resume' | 'stop' | 'retry'

/** What one can do with a run; each asks first, with the number of people. */
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
  const ask = (title: string, content: string, okText: string, step: Step, danger = false) =>
    void modal.confirm({
      title,
      content,
      okText,
      okButtonProps: { danger },
      cancelText: t('cancel'),
      onOk: () => act(step),
    })
  const n = number(underWay(run))
  const failed = run.nodes.filter(({ failure }) => failure !== undefined)
  return {
    act,
    pause: () =>
      ask(t('launch.askPause'), t('launch.askPauseText', { n }), t('run.pause'), 'pause'),
    resume: () =>
      ask(t('launch.askResume'), t('launch.askResumeText', { n }), t('run.resume'), 'resume'),
    stop: () => ask(t('run.stopTitle'), t('run.stopText', { n }), t('run.stop'), 'stop', true),
    retry: () =>
      ask(
        t('launch.askRetry'),
        t('launch.askRetryText', {
          nodes: failed.map(({ id, name }) => name || id).join(', '),
          n: number(failed.reduce((sum, node) => sum + (node.in ?? 0), 0)),
        }),
        t('run.retry'),
        'retry',
      ),
  }
}

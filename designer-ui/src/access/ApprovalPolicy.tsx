import { useQueryClient } from '@tanstack/react-query'
import { App, Switch } from 'antd'
import { call } from '../api/client'
import { useApprovalRequired } from '../approvals/queries'
import { useWords } from '../i18n'

/** Whether campaigns need an approval to start. */
export function ApprovalPolicy({ workspace }: { workspace: string }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const { data } = useApprovalRequired(workspace)
  const set = async (required: boolean) => {
    try {
      await call('PUT /api/workspaces/{workspace}/approval', {
        path: { workspace },
        body: { required },
      })
      await queries.invalidateQueries({ queryKey: [workspace, 'approval'] })
    } catch (error) {
      message.error((error as Error).message)
    }
  }
  return (
    <div className="policy">
      <Switch
        checked={data ?? false}
        disabled={data === undefined}
        aria-label={t('access.policy')}
        onChange={(required) => void set(required)}
      />
      <div>
        <div className="field-label">{t('access.policy')}</div>
        <div className="hint">{t('access.policyHelp')}</div>
      </div>
    </div>
  )
}

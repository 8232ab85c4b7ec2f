import { useQueryClient } from '@tanstack/react-query'
import { App, InputNumber, Switch } from 'antd'
import { call } from '../api/client'
import { useApprovalPolicy } from '../approvals/queries'
import { useWords } from '../i18n'

const MOST_PERCENT = 1000

/** Whether campaigns need an approval to start, and how far a run may depart from it. */
export function ApprovalPolicy({ workspace }: { workspace: string }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const { data } = useApprovalPolicy(workspace)
  const set = async (body: { required: boolean; departurePercent?: number }) => {
    try {
      await call('PUT /api/workspaces/{workspace}/approval', { path: { workspace }, body })
    } catch (error) {
      message.error((error as Error).message)
    }
    await queries.invalidateQueries({ queryKey: [workspace, 'approval'] })
  }
  const setPercent = (text: string) => {
    const departurePercent = Number.parseInt(text, 10)
    if (!data || Number.isNaN(departurePercent) || departurePercent === data.departurePercent)
      return
    void set({ required: data.required, departurePercent })
  }
  return (
    <>
      <div className="policy">
        <Switch
          checked={data?.required ?? false}
          disabled={data === undefined}
          aria-label={t('access.policy')}
          onChange={(required) => void set({ required })}
        />
        <div>
          <div className="field-label">{t('access.policy')}</div>
          <div className="hint">{t('access.policyHelp')}</div>
        </div>
      </div>
      <div className="policy">
        <InputNumber
          key={data?.departurePercent}
          id="departure-percent"
          min={0}
          max={MOST_PERCENT}
          precision={0}
          suffix="%"
          {...(data ? { defaultValue: data.departurePercent } : {})}
          disabled={data === undefined}
          onBlur={({ target }) => setPercent(target.value)}
          onPressEnter={({ currentTarget }) => setPercent(currentTarget.value)}
        />
        <div>
          <label className="field-label" htmlFor="departure-percent">
            {t('access.departure')}
          </label>
          <div className="hint">{t('access.departureHelp')}</div>
        </div>
      </div>
    </>
  )
}

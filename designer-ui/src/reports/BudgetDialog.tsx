import { useQueryClient } from '@tanstack/react-query'
import { InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { call } from '../api/client'
import type { Budget } from '../api/results'
import { useWords } from '../i18n'

interface Props {
  workspace: string
  campaign: string
  budget: Budget
  onClose: () => void
}

const ADDRESS = '/api/workspaces/{workspace}/campaigns/{campaign}/budget'

/** Sets or takes away the limit of a campaign. */
export function BudgetDialog({ workspace, campaign, budget, onClose }: Props) {
  const { t } = useWords()
  const queries = useQueryClient()
  const [limit, setLimit] = useState<number | null>(budget.limit ?? null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const save = async () => {
    setBusy(true)
    setProblem('')
    try {
      const path = { workspace, campaign }
      if (limit === null) await call(`DELETE ${ADDRESS}`, { path })
      else await call(`PUT ${ADDRESS}`, { path, body: { limit } })
      await queries.invalidateQueries({ queryKey: [workspace, 'campaigns', campaign, 'budget'] })
      onClose()
    } catch (error) {
      setProblem((error as Error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={t('reports.budgetTitle')}
      okText={t('reports.budgetSave')}
      cancelText={t('cancel')}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className={problem ? 'field wrong' : 'field'}>
        <label className="field-label" htmlFor="budget-limit">
          {t('reports.budgetLimit')}
        </label>
        <InputNumber
          id="budget-limit"
          autoFocus
          min={0}
          precision={2}
          className="wide"
          suffix={budget.currency}
          value={limit}
          onChange={setLimit}
        />
        {problem ? (
          <div className="field-problem" role="alert">
            {problem}
          </div>
        ) : (
          <div className="hint">{t('reports.budgetHelp')}</div>
        )}
      </div>
    </Modal>
  )
}

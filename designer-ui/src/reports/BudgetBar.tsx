import { Button } from 'antd'
import { useState } from 'react'
import { useRights } from '../access/session'
import type { Budget } from '../api/results'
import { useReview } from '../approvals/queries'
import { useWords } from '../i18n'
import { BudgetDialog } from './BudgetDialog'
import type { Shown } from './useShown'

interface Props {
  workspace: string
  campaign: string
  budget: Budget
  shown: Shown
}

/** What the campaign may spend, what it has spent, and what is left. */
export function BudgetBar({ workspace, campaign, budget, shown }: Props) {
  const { t } = useWords()
  const [editing, setEditing] = useState(false)
  const rights = useRights()
  const { data: review } = useReview(workspace, campaign)
  // What others have been asked about, or have signed, is theirs to change.
  const signed = review?.state === 'submitted' || review?.state === 'approved'
  const mayChange = signed ? rights.approve : rights.draw
  const { limit, left, reserved, committed, returned, settled, exceeded } = budget
  const share = (amount: number) =>
    `${limit ? Math.min(100, Math.max(0, (100 * amount) / limit)) : 0}%`
  return (
    <section className="panel budget" data-part="budget">
      <h2>
        {t('reports.budget')}
        {mayChange && (
          <Button type="link" size="small" onClick={() => setEditing(true)}>
            {t('reports.budgetEdit')}
          </Button>
        )}
      </h2>
      {limit === undefined ? (
        <p>{t('reports.budgetNone')}</p>
      ) : (
        <div className="budget-bar" aria-hidden="true">
          <div className="budget-spent" style={{ width: share(committed - returned) }} />
          <div className="budget-held" style={{ width: share(reserved) }} />
        </div>
      )}
      <dl className="facts">
        {limit !== undefined && <Fact name={t('reports.budgetSet')} value={shown.money(limit)} />}
        <Fact name={t('reports.budgetReserved')} value={shown.money(reserved)} />
        <Fact name={t('reports.budgetCommitted')} value={shown.money(committed - returned)} />
        <Fact name={t('reports.budgetSettled')} value={shown.money(settled)} />
        {limit !== undefined && <Fact name={t('reports.budgetLeft')} value={shown.money(left)} />}
        {exceeded !== undefined && (
          <Fact name={t('reports.budgetExceeded')} value={shown.money(exceeded)} />
        )}
      </dl>
      {editing && (
        <BudgetDialog
          workspace={workspace}
          campaign={campaign}
          budget={budget}
          onClose={() => setEditing(false)}
        />
      )}
    </section>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

import { useQuery } from '@tanstack/react-query'
import { call } from '../api/client'
import type { DryRun, Forecast } from '../api/types'
import { useWords } from '../i18n'
import { last, useReview } from './queries'

/** The dry run that was submitted with a campaign. */
export function useShownDryRun(workspace: string, campaign: string) {
  const { data: review } = useReview(workspace, campaign)
  const id = last(review, 'submit')?.dryRun
  return useQuery({
    queryKey: [workspace, 'dry-runs', String(id)],
    queryFn: async () =>
      (await call('GET /api/workspaces/{workspace}/dry-runs/{dryRun}', {
        path: { workspace, dryRun: id ?? 0 },
      })) as DryRun,
    enabled: id !== undefined,
  })
}

export function warningsOf(result: Forecast): number {
  return (result.warnings ?? []).length + (result.money?.warnings ?? []).length
}

/** What an approver wants to know first: people, cost against budget, warnings. */
export function Outlook({ workspace, campaign }: { workspace: string; campaign: string }) {
  const { t, number, money } = useWords()
  const { data: review } = useReview(workspace, campaign)
  const { data } = useShownDryRun(workspace, campaign)
  if (review && !last(review, 'submit')?.dryRun) {
    return <span className="hint">{t('approvals.noDryRun')}</span>
  }
  const result = data?.result
  if (!result) return null
  const budget = result.money?.budget
  const warnings = warningsOf(result)
  const shown = (value: number) => money(value, result.money?.currency)
  return (
    <>
      {t('approvals.people', { n: number(result.people) })} ·{' '}
      {budget
        ? t('approvals.costOf', { cost: shown(result.cost), budget: shown(budget.limit) })
        : t('approvals.cost', { cost: shown(result.cost) })}
      {warnings > 0 && (
        <div className="warned">{t('approvals.warnings', { n: number(warnings) })}</div>
      )}
    </>
  )
}

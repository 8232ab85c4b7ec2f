import type { Thresholds } from '../api/results'
import type { Translate } from '../i18n'

/** Days since the last order of each stage, in words. */
export function rangesOf(thresholds: Thresholds, t: Translate): Record<string, string> {
  const { active, silent, sleeping, aboutToChurn, churned } = thresholds
  const range = (from: number, to: number) => t('lifecycle.days', { from, to })
  return {
    active: range(0, active),
    silent: range(active + 1, silent),
    sleeping: range(silent + 1, sleeping),
    'about-to-churn': range(sleeping + 1, aboutToChurn),
    churned: range(aboutToChurn + 1, churned),
    'long-gone': t('lifecycle.daysOver', { from: churned }),
    'not-activated': t('lifecycle.neverOrdered'),
  }
}

export type PeriodUnit = 'D' | 'W' | 'M' | 'Y'

/** A period such as P1M taken apart; nothing where it has several parts. */
export function partsOf(period: string): { amount: number; unit: PeriodUnit } | undefined {
  const found = /^P(\d+)([DWMY])$/.exec(period)
  return found ? { amount: Number(found[1]), unit: found[2] as PeriodUnit } : undefined
}

/** A period in words; the period itself where it has several parts. */
export function periodOf(period: string, t: Translate): string {
  const parts = partsOf(period)
  return parts ? t(`lifecycle.period.${parts.unit}`, { count: parts.amount }) : period
}

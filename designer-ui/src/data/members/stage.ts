import type { LifecycleThresholds } from '../../api/schema.gen'
import type { Story } from './story'

const DAY = 86_400_000

/** The lifecycle stage by days since the last paid order; a day is 24 hours. */
export function stageOf(
  orders: Pick<Story['orders'][number], 'reached'>[],
  thresholds: LifecycleThresholds,
  now: number,
): string {
  const paid = orders.flatMap(({ reached }) => (reached?.paid ? [Date.parse(reached.paid)] : []))
  if (paid.length === 0) return 'not-activated'
  const days = Math.floor((now - Math.max(...paid)) / DAY)
  const stages: [string, number | undefined][] = [
    ['active', thresholds.active],
    ['silent', thresholds.silent],
    ['sleeping', thresholds.sleeping],
    ['about-to-churn', thresholds.aboutToChurn],
    ['churned', thresholds.churned],
  ]
  return stages.find(([, last]) => last !== undefined && days <= last)?.[0] ?? 'long-gone'
}

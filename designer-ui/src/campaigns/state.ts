import type { CampaignSummary, ReviewState, Run } from '../api/types'

/** What a campaign does: its run, its next start, or nothing yet. */
export type Activity = Run['state'] | 'scheduled' | 'never'

export const REVIEWS: ReviewState[] = [
  'draft',
  'submitted',
  'approved',
  'rejected',
  'returned',
  'cancelled',
]
export const ACTIVITIES: Activity[] = [
  'running',
  'paused',
  'scheduled',
  'finished',
  'stopped',
  'never',
]

export function activityOf({ lastRun, startsAt }: CampaignSummary): Activity {
  if (lastRun?.state === 'running' || lastRun?.state === 'paused') return lastRun.state
  if (startsAt) return 'scheduled'
  return lastRun?.state ?? 'never'
}

export interface Wanted {
  text: string
  /** `review:draft` or `activity:running`; empty for any. */
  state: string
  hidden: boolean
}

/** The campaigns that somebody looks for. */
export function matching(campaigns: CampaignSummary[], wanted: Wanted): CampaignSummary[] {
  const text = wanted.text.trim().toLowerCase()
  return campaigns.filter(
    (one) =>
      (wanted.hidden || !one.hidden) &&
      (one.key.toLowerCase().includes(text) || one.name.toLowerCase().includes(text)) &&
      (wanted.state === '' ||
        wanted.state === `review:${one.review}` ||
        wanted.state === `activity:${activityOf(one)}`),
  )
}

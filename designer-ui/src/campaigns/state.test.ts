import { expect, test } from 'vitest'
import type { CampaignSummary } from '../api/types'
import { activityOf, matching } from './state'

const campaign = (changes: Partial<CampaignSummary>): CampaignSummary => ({
  key: 'gift',
  name: 'Gift',
  version: 1,
  runs: 0,
  review: 'draft',
  hidden: false,
  changedAt: '2026-06-01T00:00:00Z',
  ...changes,
})
const ran = (state: 'running' | 'finished') =>
  campaign({ key: state, runs: 1, lastRun: { id: 1, state, startedAt: '2026-06-01T00:00:00Z' } })

test('an open run is told before the next start, and that before a run that ended', () => {
  const startsAt = '2026-07-01T00:00:00Z'
  expect(activityOf({ ...ran('running'), startsAt })).toBe('running')
  expect(activityOf({ ...ran('finished'), startsAt })).toBe('scheduled')
  expect(activityOf(ran('finished'))).toBe('finished')
  expect(activityOf(campaign({}))).toBe('never')
})

test('hidden campaigns are found only where they are asked for', () => {
  const all = [campaign({ hidden: true }), ran('finished')]
  expect(matching(all, { text: '', state: '', hidden: false }).map(({ key }) => key)).toEqual([
    'finished',
  ])
  expect(matching(all, { text: 'GIFT', state: 'review:draft', hidden: true })).toHaveLength(2)
  expect(matching(all, { text: '', state: 'activity:never', hidden: true })).toHaveLength(1)
})

import { expect, test } from 'vitest'
import { stageOf } from './stage'

const THRESHOLDS = { active: 90, silent: 180, sleeping: 270, aboutToChurn: 365, churned: 730 }
const NOW = Date.parse('2026-11-22T00:00:00Z')
const stage = (...paid: string[]) =>
  stageOf(
    paid.map((at) => ({ reached: { paid: at } })),
    THRESHOLDS,
    NOW,
  )

test('a stage follows from the last paid order', () => {
  expect(stage()).toBe('not-activated')
  expect(stage('2024-01-01T00:00:00Z', '2026-11-01T00:00:00Z')).toBe('active')
  expect(stage('2026-08-23T00:00:00Z')).toBe('silent')
  expect(stage('2025-11-22T00:00:00Z')).toBe('about-to-churn')
  expect(stage('2020-01-01T00:00:00Z')).toBe('long-gone')
  expect(stageOf([{ reached: { placed: '2026-11-01T00:00:00Z' } }], THRESHOLDS, NOW)).toBe(
    'not-activated',
  )
})

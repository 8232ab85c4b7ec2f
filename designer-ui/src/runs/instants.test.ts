import { expect, test } from 'vitest'
import { instantIn } from './instants'

const at = (zone: string, clock: string) => instantIn(zone, clock).toISOString()

test('the clocks are those of the zone and not of the browser', () => {
  expect(at('Asia/Shanghai', '2026-11-22T10:00')).toBe('2026-11-22T02:00:00.000Z')
  expect(at('UTC', '2026-11-22T10:00')).toBe('2026-11-22T10:00:00.000Z')
})

test('summer time counts on the day that is meant', () => {
  expect(at('Europe/Berlin', '2026-07-01T10:00')).toBe('2026-07-01T08:00:00.000Z')
  expect(at('Europe/Berlin', '2026-12-01T10:00')).toBe('2026-12-01T09:00:00.000Z')
  expect(at('Europe/Berlin', '2026-03-29T04:00')).toBe('2026-03-29T02:00:00.000Z')
  expect(at('America/New_York', '2026-11-01T00:30')).toBe('2026-11-01T04:30:00.000Z')
})

import { expect, test } from 'vitest'
import { secondsOf } from './SecondsField'

test('a duration is read as seconds, and anything else is none', () => {
  expect(secondsOf('PT30S')).toBe(30)
  expect(secondsOf('PT0.05S')).toBe(0.05)
  expect(secondsOf('PT1M')).toBe(60)
  expect(secondsOf('PT1H2M3S')).toBe(3_723)
  expect(secondsOf(undefined)).toBeNull()
})

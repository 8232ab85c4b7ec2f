import { expect, test } from 'vitest'
import { readDuration, writeDuration } from './duration'

test('a duration is read in the largest unit that leaves no rest', () => {
  expect(readDuration('P7D')).toEqual({ amount: 7, unit: 'days' })
  expect(readDuration('PT48H')).toEqual({ amount: 2, unit: 'days' })
  expect(readDuration('PT90M')).toEqual({ amount: 90, unit: 'minutes' })
  expect(readDuration('P1W')).toEqual({ amount: 7, unit: 'days' })
  expect(readDuration('soon')).toBeUndefined()
})

test('what was read is written as the same length', () => {
  expect(writeDuration({ amount: 2, unit: 'days' })).toBe('P2D')
  expect(writeDuration({ amount: 90, unit: 'minutes' })).toBe('PT90M')
})

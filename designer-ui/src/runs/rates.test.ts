import { expect, test } from 'vitest'
import type { Run } from '../api/types'
import { noteRates, rateOf } from './rates'

const sending = (waiting: number) =>
  ({ nodes: [{ id: 'sms', sending: { planned: 1_000, waiting } }] }) as unknown as Run

test('the rate is that of the last seconds', () => {
  noteRates(sending(1_000), 0)
  expect(rateOf('sms')).toBe(0)
  noteRates(sending(900), 20_000)
  noteRates(sending(700), 21_000)
  noteRates(sending(500), 22_000)
  expect(rateOf('sms')).toBe(200)
})

test('a node that sends no more has no rate', () => {
  noteRates({ nodes: [{ id: 'sms' }] } as unknown as Run, 23_000)
  expect(rateOf('sms')).toBe(0)
})

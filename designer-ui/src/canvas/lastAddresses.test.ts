import { beforeEach, expect, test, vi } from 'vitest'
import { lastAddresses } from './lastAddresses'

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  })
})

test('three distinct addresses are kept, the last one first', () => {
  for (const address of ['a', 'b', 'a', 'c', 'd']) lastAddresses.add('sms', [address])
  expect(lastAddresses.of('sms')).toEqual(['d', 'c', 'a'])
  expect(lastAddresses.of('email')).toEqual([])
})

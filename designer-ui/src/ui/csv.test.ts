import { expect, test } from 'vitest'
import { csv } from './csv'

test('a text that begins like a formula has a mark before it, a number has none', () => {
  expect(csv([['=1+1', -2, 'a "b"', null]])).toBe('\uFEFF"\'=1+1","-2","a ""b""",""\r\n')
})

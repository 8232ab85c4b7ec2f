import { expect, test } from 'vitest'
import type { SettingsSchema } from '../../api/types'
import { isShown, newItem, resolved, shareOut, startingSettings } from './settings'

const variant: SettingsSchema = {
  type: 'object',
  properties: { key: { type: 'string' }, percent: { type: 'number' } },
  required: ['key', 'percent'],
}

test('a new split begins with two variants of half each', () => {
  const schema: SettingsSchema = {
    properties: { variants: { type: 'array', minItems: 1, items: variant } },
    required: ['variants'],
  }
  expect(startingSettings(schema)).toEqual({
    variants: [
      { key: 'a', percent: 50 },
      { key: 'b', percent: 50 },
    ],
  })
})

test('a choice that others are shown by begins with its first value, other options are left out', () => {
  const schema: SettingsSchema = {
    properties: {
      for: { type: 'string', oneOf: [{ const: 'duration' }, { const: 'until' }] },
      duration: { type: 'string', format: 'duration', 'x-when': 'for=duration' },
      night: { type: 'string', oneOf: [{ const: 'hold' }] },
    },
  }
  expect(startingSettings(schema)).toEqual({ for: 'duration' })
})

test('one more item has a key that no other has', () => {
  expect(newItem(variant, variant, [{ key: 'a' }, { key: 'c' }]).key).toBe('b')
})

test('shares add up to exactly what is shared out', () => {
  const shares = shareOut([{}, {}, {}], 100).map(({ percent }) => percent as number)
  expect(shares).toEqual([33.34, 33.33, 33.33])
})

test('fields are shown by the value of another', () => {
  const segment: SettingsSchema = { 'x-when': 'who=segment' }
  const text: SettingsSchema = { 'x-when': 'template=' }
  const points: SettingsSchema = { 'x-when': 'action=add|deduct' }
  expect(isShown(segment, { who: 'rule' })).toBe(false)
  expect(isShown(segment, { who: 'segment' })).toBe(true)
  expect(isShown(text, {})).toBe(true)
  expect(isShown(text, { template: 'welcome' })).toBe(false)
  expect(isShown(points, { action: 'deduct' })).toBe(true)
})

test('parts of a schema are read as one', () => {
  const root: SettingsSchema = { $defs: { when: { type: 'string' } } }
  expect(resolved({ allOf: [{ $ref: '#/$defs/when' }, { title: 'Until' }] }, root)).toEqual({
    type: 'string',
    title: 'Until',
  })
})

import { expect, test } from 'vitest'
import type { Canvas } from '../api/types'
import { groupName, waysOf } from './groups'

const say = (key: string, values?: object) => (values ? `${key} ${JSON.stringify(values)}` : key)
const canvas = {
  nodes: [
    {
      id: 'split',
      type: 'split',
      name: 'Test',
      config: { variants: [{ key: 'a', name: 'Coupon' }] },
    },
    { id: 'sms', type: 'sms' },
  ],
} as unknown as Canvas

test('groups are made by level, tag, each split, and attributes with choices', () => {
  const attributes = [
    { key: 'skin', label: 'Skin', type: 'choice' },
    { key: 'height', label: 'Height', type: 'number' },
  ] as never
  expect(waysOf(attributes, canvas, say).map(({ key }) => key)).toEqual([
    'level',
    'tag',
    'port:split',
    'attribute:skin',
  ])
})

test('a variant is called as on the canvas, and those in no group are told', () => {
  expect(groupName('a', 'port:split', canvas, say)).toBe('Coupon')
  expect(groupName('b', 'port:split', canvas, say)).toBe('b')
  expect(groupName(null, 'tag', canvas, say)).toBe('reports.noGroup')
})

import { expect, test } from 'vitest'
import { type FieldSpec, fieldOf, given, missing } from './fields'

const FIELDS: FieldSpec[] = [
  { name: 'name', label: 'Name', kind: 'line', required: true },
  { name: 'kind', label: 'Kind', kind: 'line' },
  {
    name: 'most',
    label: 'Most',
    kind: 'number',
    required: true,
    shown: (values) => values.kind === 'percent',
  },
  { name: 'texts', label: 'Texts', kind: 'texts' },
]

test('leaves out what is empty or hidden', () => {
  expect(given(FIELDS, { name: 'A', kind: 'amount', most: 3, texts: [] })).toEqual({
    name: 'A',
    kind: 'amount',
  })
  expect(given(FIELDS, { name: '', kind: 'percent', most: 0 })).toEqual({
    kind: 'percent',
    most: 0,
  })
})

test('asks for required fields that are on screen', () => {
  expect(missing(FIELDS, { kind: 'amount' })).toEqual(['name'])
  expect(missing(FIELDS, { name: 'A', kind: 'percent' })).toEqual(['most'])
})

test('finds the field of a problem', () => {
  expect(fieldOf('/products/0')).toBe('products')
  expect(fieldOf('rule/all')).toBe('rule')
  expect(fieldOf(undefined)).toBe('')
})

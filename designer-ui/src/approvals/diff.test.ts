import { expect, test } from 'vitest'
import type { Canvas, CanvasNode } from '../api/types'
import { difference, isSame } from './diff'

const node = (id: string, config: Record<string, unknown> = {}, x = 0): CanvasNode => ({
  id,
  type: 'filter',
  name: id,
  config,
  position: { x, y: 0 },
})

const canvas = (nodes: CanvasNode[], wires: [string, string][] = []): Canvas => ({
  schemaVersion: 1,
  name: 'Gift',
  nodes,
  edges: wires.map(([source, target], index) => ({ id: `w${index}`, source, target })),
})

test('names what came, what went and what is set otherwise', () => {
  const found = difference(
    canvas([node('a'), node('b', { percent: 1 }), node('c')]),
    canvas([node('a'), node('b', { percent: 2 }), node('d')]),
  )
  expect(found.added.map(({ id }) => id)).toEqual(['d'])
  expect(found.removed.map(({ id }) => id)).toEqual(['c'])
  expect(found.changed.map(({ before, after }) => [before.config, after.config])).toEqual([
    [{ percent: 1 }, { percent: 2 }],
  ])
})

test('sees no difference in places and in the order of settings', () => {
  const before = canvas([node('a', { x: 1, y: 2 }, 0)])
  const after = canvas([node('a', { y: 2, x: 1 }, 500)])
  expect(isSame(difference(before, after))).toBe(true)
  expect(isSame(difference(before, { ...after, name: 'Other' }))).toBe(false)
})

test('tells wires between nodes that stayed, and leaves those of new nodes to them', () => {
  const found = difference(
    canvas([node('a'), node('b'), node('c')], [['a', 'b']]),
    canvas(
      [node('a'), node('b'), node('c'), node('d')],
      [
        ['a', 'c'],
        ['c', 'd'],
      ],
    ),
  )
  expect(found.wiresAdded.map(([from, to]) => from.id + to.id)).toEqual(['ac'])
  expect(found.wiresRemoved.map(([from, to]) => from.id + to.id)).toEqual(['ab'])
})

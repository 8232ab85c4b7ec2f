import { expect, test } from 'vitest'
import { layout } from './layout'

const node = (id: string) => ({ id, width: 240, height: 110 })

test('nodes stand from left to right, branches in the order of their ports', () => {
  const ids = ['first', 'second', 'third', 'fourth']
  const places = layout(
    ['who', ...ids].map(node),
    ids.map((target) => ({ source: 'who', target })),
  )
  const downwards = ids.map((id) => places[id]?.y ?? 0)
  expect(downwards).toEqual([...downwards].sort((a, b) => a - b))
  expect(new Set(ids.map((id) => places[id]?.x)).size).toBe(1)
  expect(places.who?.x).toBeLessThan(places.first?.x ?? 0)
})

test('300 nodes with 500 wires are laid out without overlap', () => {
  const nodes = Array.from({ length: 300 }, (_, index) => node(`n${index}`))
  const edges = Array.from({ length: 500 }, (_, index) => {
    const source = (index * 7) % 290
    return { source: `n${source}`, target: `n${source + 1 + (index % 9)}` }
  })
  const places = Object.values(layout(nodes, edges))
  const overlaps = places.filter((a, index) =>
    places.some((b, at) => at > index && Math.abs(a.x - b.x) < 240 && Math.abs(a.y - b.y) < 110),
  )
  expect(overlaps).toEqual([])
})

import { expect, test } from 'vitest'
import { aCanvas, aNode, ports } from '../../testing/canvases'
import { dropLostEdges, freeId, insertOnEdge, isPiece, paste, pieceOf, remove } from './edits'

const chain = aCanvas([aNode('a', 0), aNode('b', 320), aNode('c', 640)], ['a b', 'b c'])

test('a free id takes the first number that is not taken', () => {
  expect(freeId('target-group', new Set(['target_group_1']))).toBe('target_group_2')
})

test('removing a node removes its wires', () => {
  const left = remove(chain, new Set(['b']), new Set())
  expect(left.nodes.map(({ id }) => id)).toEqual(['a', 'c'])
  expect(left.edges).toEqual([])
})

test('a node put into a wire leads on by its main port', () => {
  const after = insertOnEdge(chain, 'e1', aNode('new', 160), ports(['in'], ['yes', 'no']))
  expect(after.edges.map(({ source, sourcePort, target }) => [source, sourcePort, target])).toEqual(
    [
      ['a', undefined, 'new'],
      ['new', 'yes', 'b'],
      ['b', undefined, 'c'],
    ],
  )
})

test('a node put into a wire of another port keeps that port', () => {
  const branch = { ...chain, edges: [{ id: 'e1', source: 'a', sourcePort: 'rest', target: 'b' }] }
  const after = insertOnEdge(branch, 'e1', aNode('new', 160), ports(['in'], ['out']))
  expect(after.edges[0]).toMatchObject({ source: 'a', sourcePort: 'rest', target: 'new' })
})

test('a copy has ids of its own and keeps the wires within', () => {
  const { canvas, ids } = paste(chain, pieceOf(chain, new Set(['a', 'b'])), { x: 1000, y: 500 })
  expect(ids).toEqual(['a_1', 'b_1'])
  expect(canvas.edges.at(-1)).toMatchObject({ source: 'a_1', target: 'b_1' })
  expect(canvas.nodes.slice(3).map(({ position }) => position)).toEqual([
    { x: 840, y: 500 },
    { x: 1160, y: 500 },
  ])
})

test('wires of a port that is gone are dropped, others stay', () => {
  const canvas = {
    ...chain,
    edges: [
      { id: 'e1', source: 'a', sourcePort: 'old', target: 'b' },
      { id: 'e2', source: 'a', target: 'c' },
    ],
  }
  expect(dropLostEdges(canvas, 'a', ports([], ['out'])).edges.map(({ id }) => id)).toEqual(['e2'])
})

test('what is no piece of a canvas is not pasted', () => {
  expect(isPiece({ nodes: [{ id: 'a' }], edges: [] })).toBe(false)
  expect(isPiece({ nodes: [{ id: 'a', type: 'merge' }], edges: [] })).toBe(true)
})

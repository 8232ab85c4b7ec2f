import { expect, test } from 'vitest'
import { aCanvas, aNode, ports } from '../../testing/canvases'
import { downstream, freeInPort, refusal } from './wiring'

const kinds = {
  who: ports([], ['out']),
  a: ports(['in'], ['out', 'rest']),
  b: ports(['in*'], ['out']),
  two: ports(['in1', 'in2'], ['out']),
}
const canvas = aCanvas(
  [aNode('who'), aNode('a'), aNode('b'), aNode('two')],
  ['who a', 'a b', 'a two.in1'],
)
const portsOf = (id: string) => kinds[id as keyof typeof kinds]
const may = (from: string, port: string, to: string, into?: string) =>
  refusal(canvas, portsOf, { node: from, port }, { node: to, port: into })

test('a node cannot lead to itself', () => {
  expect(may('a', 'rest', 'a')).toBe('self')
})

test('a wire cannot close a circle', () => {
  expect(may('b', 'out', 'a')).toBe('cycle')
})

test('the same ports are connected once, also where the file leaves the main port out', () => {
  expect(may('a', 'out', 'b', 'in')).toBe('double')
})

test('another port of the same node may lead to the same place', () => {
  expect(may('a', 'rest', 'b')).toBeUndefined()
})

test('a port for one wire is full with one', () => {
  expect(may('who', 'out', 'two', 'in1')).toBe('full')
})

test('nothing leads into a source', () => {
  expect(may('a', 'rest', 'who')).toBe('noIn')
})

test('a wire dropped on a node takes the first in-port that is free', () => {
  expect(freeInPort(canvas, portsOf, { node: 'who', port: 'out' }, 'two')).toBe('in2')
})

test('what follows a node is found through all wires', () => {
  expect(downstream(canvas, ['a'])).toEqual(new Set(['a', 'b', 'two']))
})

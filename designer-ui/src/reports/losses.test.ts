import { expect, test } from 'vitest'
import type { NodeType, Run } from '../api/types'
import { lossesOf } from './losses'
import { goalOf } from './useReport'

const type = (key: string, kind: string, out: string[]) =>
  ({ key, kind, ports: { in: [], out: out.map((port) => ({ key: port })) } }) as unknown as NodeType
const TYPES = new Map(
  [
    type('target-group', 'source', ['out']),
    type('sms', 'action', ['done', 'failed', 'suppressed']),
    type('split', 'set', []),
  ].map((one) => [one.key, one]),
)
const run = (nodes: object[]) => ({ nodes }) as unknown as Run

test('what a node lost is added up over runs, by reason', () => {
  const sms = {
    id: 'sms',
    type: 'sms',
    in: 10,
    ports: { done: 7, suppressed: 3 },
    reasons: { suppressed: { 'no-consent': 3 } },
  }
  expect(lossesOf([run([sms]), run([sms])], TYPES)).toEqual([
    { node: 'sms', name: 'sms', type: 'sms', in: 20, out: 14, heldBack: { 'no-consent': 6 } },
  ])
})

test('of a split all ports lead on, and where people begin nobody is lost', () => {
  const nodes = [
    { id: 'who', type: 'target-group', in: 5, ports: { out: 5 } },
    { id: 'split', type: 'split', in: 5, ports: { a: 3, control: 2 } },
  ]
  expect(lossesOf([run(nodes)], TYPES).map(({ node, out }) => [node, out])).toEqual([['split', 5]])
})

test('the goal over runs divides the sums, and is complete when all are', () => {
  const goal = (entered: number, reached: number, complete: boolean) =>
    ({ goal: { entered, reached, complete, rate: reached / entered } }) as never
  expect(goalOf([goal(100, 10, true), goal(300, 10, false)])).toMatchObject({
    entered: 400,
    reached: 20,
    rate: 0.05,
    complete: false,
  })
  expect(goalOf([])).toBeUndefined()
})

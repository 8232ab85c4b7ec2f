import { beforeEach, expect, test } from 'vitest'
import { aCanvas, aNode } from '../testing/canvases'
import { addNode, changeConfig, changeNode, moveNodes } from './model/edits'
import { useCanvas } from './store'

const state = () => useCanvas.getState()

beforeEach(() =>
  state().open(aCanvas([aNode('a'), aNode('b'), aNode('c')], ['a b', 'b c']), new Map(), false),
)

test('each edit is one step back, and forth again', () => {
  state().edit((canvas) => addNode(canvas, aNode('d')))
  state().edit((canvas) => changeNode(canvas, 'd', { name: 'Last' }))
  state().undo()
  expect(state().canvas.nodes.at(-1)?.name).toBeUndefined()
  state().undo()
  expect(state().canvas.nodes).toHaveLength(3)
  state().redo()
  state().redo()
  expect(state().canvas.nodes.at(-1)?.name).toBe('Last')
})

test('typing in one go is one step', () => {
  for (const name of ['W', 'We', 'Wel'])
    state().edit((canvas) => changeNode(canvas, 'a', { name }), 'name a')
  expect(state().past).toHaveLength(1)
  state().undo()
  expect(state().canvas.nodes[0]?.name).toBeUndefined()
})

test('typing in another field is another step', () => {
  state().edit((canvas) => changeNode(canvas, 'a', { name: 'A' }), 'name a')
  state().edit((canvas) => changeNode(canvas, 'b', { name: 'B' }), 'name b')
  expect(state().past).toHaveLength(2)
})

test('an edit that changes nothing is no step', () => {
  state().edit((canvas) => canvas)
  expect(state().past).toHaveLength(0)
})

test('what an edit belongs to is undone with it', () => {
  state().edit((canvas) => changeConfig(canvas, 'a', { branches: [] }))
  state().amend((canvas) => ({ ...canvas, edges: [] }))
  state().undo()
  expect(state().canvas.edges).toHaveLength(2)
})

test('counts behind an edit are stale, and those before it are not', () => {
  state().edit((canvas) => changeConfig(canvas, 'b', { rule: {} }))
  expect(state().stale).toEqual(new Set(['b', 'c']))
})

test('moving a node makes no count stale', () => {
  state().edit((canvas) => moveNodes(canvas, new Map([['a', { x: 5, y: 5 }]])))
  expect(state().stale.size).toBe(0)
})

test('the marks of a node go when it is edited', () => {
  const problem = (nodeId: string) => ({
    severity: 'error' as const,
    code: 'x',
    nodeId,
    message: { en: '', zh: '' },
  })
  useCanvas.setState({ problems: [problem('a'), problem('b')] })
  state().edit((canvas) => changeConfig(canvas, 'b', { rule: {} }))
  expect(state().problems.map(({ nodeId }) => nodeId)).toEqual(['a'])
})

test('what undo takes away is chosen no more', () => {
  state().edit((canvas) => addNode(canvas, aNode('d')))
  state().choose({ nodes: new Set(['d']) })
  state().undo()
  expect(state().chosen.nodes.size).toBe(0)
})

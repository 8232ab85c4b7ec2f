import { expect, test } from 'vitest'
import { aCanvas, aNode } from '../../testing/canvases'
import { moveNodes, remove, switchNodes } from './edits'
import { addNote, changeNote, noteKey } from './notes'

test('a note is put, written, moved and removed', () => {
  const { canvas, id } = addNote(aCanvas([aNode('a')]), { x: 1, y: 2 })
  const written = changeNote(canvas, id, { text: 'Ask Eve' })
  const moved = moveNodes(written, new Map([[noteKey(id), { x: 5, y: 6 }]]))
  expect(moved.notes).toEqual([{ id: 'note_1', text: 'Ask Eve', position: { x: 5, y: 6 } }])
  expect(moved.nodes).toEqual(canvas.nodes)
  expect(remove(moved, new Set([noteKey(id)]), new Set()).notes).toEqual([])
})

test('a note and a node of the same id are told apart', () => {
  const { canvas } = addNote(aCanvas([aNode('note_1')]), { x: 0, y: 0 })
  expect(remove(canvas, new Set(['note_1']), new Set()).notes).toHaveLength(1)
})

test('nodes are switched off and on again', () => {
  const canvas = aCanvas([aNode('a'), aNode('b')])
  const off = switchNodes(canvas, new Set(['a']), true)
  expect(off.nodes.map((node) => node.disabled)).toEqual([true, undefined])
  expect(switchNodes(off, new Set(['a', 'b']), false)).toEqual(canvas)
})

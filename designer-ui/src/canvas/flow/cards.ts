import type { Edge, Node } from '@xyflow/react'
import type { Canvas, CanvasEdge, CanvasNode, CanvasNote, Position } from '../../api/types'
import { moveNodes } from '../model/edits'
import { noteKey } from '../model/notes'

export type CardNode = Node<{ node: CanvasNode }, 'card'>
export type NoteNode = Node<{ note: CanvasNote }, 'note'>
export type ShownNode = CardNode | NoteNode
export type WireEdge = Edge<{ edge: CanvasEdge }, 'wire'>

const cards = new WeakMap<CanvasNode, CardNode>()
const notes = new WeakMap<CanvasNote, NoteNode>()
const wires = new WeakMap<CanvasEdge, Map<string, WireEdge>>()
const roles = new Map<string, { 'aria-roledescription': string }>()

/** What kind of thing it is, for those who cannot see it; the same object for the same word. */
function called(word: string) {
  const found = roles.get(word) ?? { 'aria-roledescription': word }
  roles.set(word, found)
  return found
}

/** The card of a node: the same one for the same node, so that only what changed is drawn anew. */
export function cardOf(node: CanvasNode, word: string): CardNode {
  const found = cards.get(node)
  if (found && found.domAttributes === called(word)) return found
  const card: CardNode = {
    id: node.id,
    type: 'card',
    position: node.position ?? { x: 0, y: 0 },
    ariaLabel: node.name || node.id,
    domAttributes: called(word),
    data: { node },
  }
  cards.set(node, card)
  return card
}

/** What is shown of a note, the same for the same note. */
export function sheetOf(note: CanvasNote, word: string): NoteNode {
  const found = notes.get(note)
  if (found && found.domAttributes === called(word)) return found
  const sheet: NoteNode = {
    id: noteKey(note.id),
    type: 'note',
    position: note.position,
    domAttributes: called(word),
    data: { note },
    zIndex: -1,
  }
  notes.set(note, sheet)
  return sheet
}

/** The wire of an edge, the same one for the same edge. */
export function wireOf(
  edge: CanvasEdge,
  from: string,
  to: string,
  selected: boolean,
  words: { label: string; kind: string },
): WireEdge {
  const key = `${from} ${to} ${selected} ${words.label}`
  const known = wires.get(edge) ?? new Map<string, WireEdge>()
  wires.set(edge, known)
  const found = known.get(key)
  if (found) return found
  const wire: WireEdge = {
    id: edge.id,
    type: 'wire',
    source: edge.source,
    sourceHandle: from,
    target: edge.target,
    targetHandle: to,
    selected,
    ariaLabel: words.label,
    domAttributes: called(words.kind),
    data: { edge },
  }
  known.set(key, wire)
  return wire
}

/** The canvas with nodes at other places; itself where they stand there already. */
export function moved(canvas: Canvas, places: Map<string, Position>): Canvas {
  const isThere = (key: string, at: Position | undefined) => {
    const to = places.get(key)
    return !to || samePlace(to, at ?? { x: 0, y: 0 })
  }
  const still =
    canvas.nodes.every((node) => isThere(node.id, node.position)) &&
    (canvas.notes ?? []).every((note) => isThere(noteKey(note.id), note.position))
  return still ? canvas : moveNodes(canvas, places)
}

export const samePlace = (a: Position, b: Position) => a.x === b.x && a.y === b.y

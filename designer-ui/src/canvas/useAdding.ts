import { create } from 'zustand'
import type { Canvas, Position } from '../api/types'
import type { Language } from '../i18n'
import { i18n } from '../i18n'
import { addNode, connect, type End, insertOnEdge, moveNodes, newNode, snap } from './model/edits'
import { downstream, freeInPort } from './model/wiring'
import { useCanvas } from './store'
import { startingPorts } from './usePorts'

/** The type of what is dragged from the palette. */
export const NODE_DATA_TYPE = 'application/x-sluice-node'

/** How far nodes that follow each other stand apart. */
const STEP = 320

export interface Offer {
  /** Where on the screen the list of nodes opens. */
  at: Position
  after?: End | undefined
  edge?: string | undefined
}

interface Adding {
  offer: Offer | undefined
  offerAt: (at: Position, how: { after?: End }) => void
  offerOnEdge: (at: Position, edge: string) => void
  close: () => void
  /** Adds a node of a type with its centre there, and chooses it. */
  addAt: (type: string, position: Position, after?: End) => void
  addOnEdge: (type: string, edge: string) => void
}

/** The ways to bring a node onto the canvas; each is one undo step. */
export const useAdding = create<Adding>((set) => ({
  offer: undefined,
  offerAt: (at, { after }) => set({ offer: { at, after } }),
  offerOnEdge: (at, edge) => set({ offer: { at, edge } }),
  close: () => set({ offer: undefined }),

  addAt: (key, position, after) => {
    const { canvas, types, ports, edit, choose, setPorts } = useCanvas.getState()
    const type = types.get(key)
    if (!type) return
    const node = newNode(canvas, type, snap(position), i18n.language as Language)
    const withNode = addNode(canvas, node)
    const own = startingPorts(type)
    const portsOf = (id: string) => (id === node.id ? own : ports[id])
    const port = after && freeInPort(withNode, portsOf, after, node.id)
    edit(() => (after && port ? connect(withNode, after, { node: node.id, port }) : withNode))
    setPorts({ [node.id]: own })
    choose({ nodes: new Set([node.id]) })
    set({ offer: undefined })
  },

  addOnEdge: (key, edgeId) => {
    const { canvas, types, edit, choose, setPorts } = useCanvas.getState()
    const type = types.get(key)
    const edge = canvas.edges.find((one) => one.id === edgeId)
    const from = canvas.nodes.find((one) => one.id === edge?.source)?.position
    const to = canvas.nodes.find((one) => one.id === edge?.target)?.position
    if (!type || !from || !to) return
    const tight = Math.max(0, 2 * STEP - (to.x - from.x))
    const place = { x: (from.x + to.x + tight) / 2, y: (from.y + to.y) / 2 }
    const node = newNode(canvas, type, snap(place), i18n.language as Language)
    const own = startingPorts(type)
    setPorts({ [node.id]: own })
    edit((before) => insertOnEdge(makeRoom(before, edge?.target ?? '', tight), edgeId, node, own))
    choose({ nodes: new Set([node.id]) })
    set({ offer: undefined })
  },
}))

/** Shifts a node and all that follows it to the right. */
function makeRoom(canvas: Canvas, from: string, by: number): Canvas {
  if (by === 0) return canvas
  const follow = downstream(canvas, [from])
  const places = canvas.nodes
    .filter((node) => follow.has(node.id) && node.position)
    .map(
      (node) =>
        [node.id, snap({ x: (node.position?.x ?? 0) + by, y: node.position?.y ?? 0 })] as const,
    )
  return moveNodes(canvas, new Map(places))
}

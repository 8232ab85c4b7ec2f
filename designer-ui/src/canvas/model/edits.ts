import type {
  Canvas,
  CanvasEdge,
  CanvasNode,
  Config,
  NodeType,
  Ports,
  Position,
} from '../../api/types'
import { noteKey } from './notes'
import { startingSettings } from './settings'

export const GRID = 10

/** What is put on a canvas together: nodes and the edges among them. */
export interface Piece {
  nodes: CanvasNode[]
  edges: CanvasEdge[]
}

/** Where a wire leaves or enters; without a port the main one is meant. */
export interface End {
  node: string
  port?: string | undefined
}

export const snap = ({ x, y }: Position): Position => ({
  x: Math.round(x / GRID) * GRID,
  y: Math.round(y / GRID) * GRID,
})

/** An id that is not taken: the stem, an underline, and the first free number. */
export function freeId(stem: string, taken: Set<string>): string {
  const base = stem.replace(/[^A-Za-z0-9_]/g, '_')
  for (let number = 1; ; number++) {
    const id = `${base}_${number}`
    if (!taken.has(id)) return id
  }
}

/** A node of a type, named by type and number. */
export function newNode(
  canvas: Canvas,
  type: NodeType,
  position: Position,
  language: 'en' | 'zh',
): CanvasNode {
  const id = freeId(type.key, new Set(canvas.nodes.map((node) => node.id)))
  const number = id.slice(id.lastIndexOf('_') + 1)
  return {
    id,
    type: type.key,
    name: `${type.label[language]} ${number}`,
    config: startingSettings(type.settings),
    position,
  }
}

export function edgeBetween(canvas: Canvas, from: End, to: End): CanvasEdge {
  return {
    id: freeId('e', new Set(canvas.edges.map((edge) => edge.id))),
    source: from.node,
    ...(from.port === undefined ? {} : { sourcePort: from.port }),
    target: to.node,
    ...(to.port === undefined ? {} : { targetPort: to.port }),
  }
}

export function addNode(canvas: Canvas, node: CanvasNode): Canvas {
  return { ...canvas, nodes: [...canvas.nodes, node] }
}

export function connect(canvas: Canvas, from: End, to: End): Canvas {
  return { ...canvas, edges: [...canvas.edges, edgeBetween(canvas, from, to)] }
}

/** Removes nodes and the wires on them, wires, and notes, which are named among the nodes. */
export function remove(canvas: Canvas, nodes: Set<string>, edges: Set<string>): Canvas {
  return {
    ...canvas,
    ...(canvas.notes ? { notes: canvas.notes.filter(({ id }) => !nodes.has(noteKey(id))) } : {}),
    nodes: canvas.nodes.filter((node) => !nodes.has(node.id)),
    edges: canvas.edges.filter(
      (edge) => !edges.has(edge.id) && !nodes.has(edge.source) && !nodes.has(edge.target),
    ),
  }
}

/** Puts a node into an edge: what led to the target leads to the node, and on by its main port. */
export function insertOnEdge(
  canvas: Canvas,
  edgeId: string,
  node: CanvasNode,
  ports: Ports,
): Canvas {
  const edge = canvas.edges.find((one) => one.id === edgeId)
  if (!edge) return canvas
  const first = edgeBetween(
    canvas,
    { node: edge.source, port: edge.sourcePort },
    { node: node.id, port: ports.in[0]?.key },
  )
  const on: CanvasEdge = { ...edge, source: node.id }
  delete on.sourcePort
  const main = ports.out[0]?.key
  return {
    ...canvas,
    nodes: [...canvas.nodes, node],
    edges: canvas.edges.flatMap((one) =>
      one.id === edgeId ? [first, main === undefined ? on : { ...on, sourcePort: main }] : [one],
    ),
  }
}

/** Gives nodes, and notes by their keys, other places. */
export function moveNodes(canvas: Canvas, positions: Map<string, Position>): Canvas {
  const notes = canvas.notes?.map((note) => {
    const position = positions.get(noteKey(note.id))
    return position ? { ...note, position } : note
  })
  return {
    ...canvas,
    ...(notes ? { notes } : {}),
    nodes: canvas.nodes.map((node) => {
      const position = positions.get(node.id)
      return position ? { ...node, position } : node
    }),
  }
}

export function changeNode(canvas: Canvas, id: string, change: Partial<CanvasNode>): Canvas {
  return {
    ...canvas,
    nodes: canvas.nodes.map((node) => (node.id === id ? { ...node, ...change } : node)),
  }
}

export function changeConfig(canvas: Canvas, id: string, config: Config): Canvas {
  return changeNode(canvas, id, { config })
}

/** Switches nodes off, or on again; a node that is on says nothing of it. */
export function switchNodes(canvas: Canvas, ids: Set<string>, off: boolean): Canvas {
  return {
    ...canvas,
    nodes: canvas.nodes.map((node) => {
      if (!ids.has(node.id) || Boolean(node.disabled) === off) return node
      const { disabled: _, ...on } = node
      return off ? { ...on, disabled: true } : on
    }),
  }
}

/** Drops edges of a node that leave or enter by a port that it has no more. */
export function dropLostEdges(
  canvas: Canvas,
  id: string,
  ports: { in: { key: string }[]; out: { key: string }[] },
): Canvas {
  const ins = new Set(ports.in.map((port) => port.key))
  const outs = new Set(ports.out.map((port) => port.key))
  const edges = canvas.edges.filter(
    (edge) =>
      !(edge.source === id && edge.sourcePort !== undefined && !outs.has(edge.sourcePort)) &&
      !(edge.target === id && edge.targetPort !== undefined && !ins.has(edge.targetPort)),
  )
  return edges.length === canvas.edges.length ? canvas : { ...canvas, edges }
}

/** The chosen nodes and the edges among them. */
export function pieceOf(canvas: Canvas, chosen: Set<string>): Piece {
  return {
    nodes: canvas.nodes.filter((node) => chosen.has(node.id)),
    edges: canvas.edges.filter((edge) => chosen.has(edge.source) && chosen.has(edge.target)),
  }
}

/** Puts a copy of a piece on the canvas, its middle at `at`; gives the ids of the new nodes. */
export function paste(
  canvas: Canvas,
  piece: Piece,
  at: Position,
): { canvas: Canvas; ids: string[] } {
  const taken = new Set(canvas.nodes.map((node) => node.id))
  const takenEdges = new Set(canvas.edges.map((edge) => edge.id))
  const middle = middleOf(piece.nodes)
  const ids = new Map<string, string>()
  for (const node of piece.nodes) {
    const id = freeId(node.id.replace(/_\d+$/, ''), taken)
    taken.add(id)
    ids.set(node.id, id)
  }
  const nodes = piece.nodes.map((node) => ({
    ...node,
    id: ids.get(node.id) ?? node.id,
    position: snap({
      x: (node.position?.x ?? 0) - middle.x + at.x,
      y: (node.position?.y ?? 0) - middle.y + at.y,
    }),
  }))
  const edges = piece.edges.map((edge) => {
    const id = freeId('e', takenEdges)
    takenEdges.add(id)
    return {
      ...edge,
      id,
      source: ids.get(edge.source) ?? edge.source,
      target: ids.get(edge.target) ?? edge.target,
    }
  })
  return {
    canvas: { ...canvas, nodes: [...canvas.nodes, ...nodes], edges: [...canvas.edges, ...edges] },
    ids: [...ids.values()],
  }
}

export function middleOf(nodes: CanvasNode[]): Position {
  if (nodes.length === 0) return { x: 0, y: 0 }
  const xs = nodes.map((node) => node.position?.x ?? 0)
  const ys = nodes.map((node) => node.position?.y ?? 0)
  return {
    x: (Math.min(...xs) + Math.max(...xs)) / 2,
    y: (Math.min(...ys) + Math.max(...ys)) / 2,
  }
}

/** Whether two pieces of a canvas are read as a piece, for example from the clipboard. */
export function isPiece(value: unknown): value is Piece {
  const piece = value as Piece | null
  return (
    typeof piece === 'object' &&
    piece !== null &&
    Array.isArray(piece.nodes) &&
    Array.isArray(piece.edges) &&
    piece.nodes.every((node) => typeof node?.id === 'string' && typeof node?.type === 'string')
  )
}

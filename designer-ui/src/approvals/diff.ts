import type { Canvas, CanvasNode } from '../api/types'

export interface Changed {
  before: CanvasNode
  after: CanvasNode
}

/** What differs between two versions of a canvas; where things lie on the screen is no difference. */
export interface Difference {
  added: CanvasNode[]
  removed: CanvasNode[]
  changed: Changed[]
  /** Wires that came and went between nodes that both versions have. */
  wiresAdded: [CanvasNode, CanvasNode][]
  wiresRemoved: [CanvasNode, CanvasNode][]
  renamed: boolean
}

export function difference(before: Canvas, after: Canvas): Difference {
  const old = byId(before)
  const now = byId(after)
  const changed: Changed[] = []
  for (const node of after.nodes) {
    const was = old.get(node.id)
    if (was && meaning(was) !== meaning(node)) changed.push({ before: was, after: node })
  }
  const oldWires = wires(before)
  const newWires = wires(after)
  const ends = (canvas: Canvas, others: Set<string>) =>
    canvas.edges
      .filter((edge) => !others.has(wire(edge)))
      .flatMap((edge): [CanvasNode, CanvasNode][] => {
        const [from, to] = [edge.source, edge.target]
        const both = old.has(from) && now.has(from) && old.has(to) && now.has(to)
        const source = now.get(from)
        const target = now.get(to)
        return both && source && target ? [[source, target]] : []
      })
  return {
    added: after.nodes.filter(({ id }) => !old.has(id)),
    removed: before.nodes.filter(({ id }) => !now.has(id)),
    changed,
    wiresAdded: ends(after, oldWires),
    wiresRemoved: ends(before, newWires),
    renamed: before.name !== after.name,
  }
}

export function isSame(found: Difference): boolean {
  return (
    !found.renamed &&
    [found.added, found.removed, found.changed, found.wiresAdded, found.wiresRemoved].every(
      (list) => list.length === 0,
    )
  )
}

const byId = (canvas: Canvas) => new Map(canvas.nodes.map((node) => [node.id, node]))

const wire = (edge: Canvas['edges'][number]) =>
  [edge.source, edge.sourcePort ?? '', edge.target, edge.targetPort ?? ''].join('\n')

const wires = (canvas: Canvas) => new Set(canvas.edges.map(wire))

/** A node without its place, with its settings in a fixed order. */
function meaning(node: CanvasNode): string {
  const { position: _, ...rest } = node
  return JSON.stringify(rest, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}

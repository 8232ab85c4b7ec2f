import dagre from '@dagrejs/dagre'
import type { Position } from '../../api/types'

export interface LayoutNode {
  id: string
  width: number
  height: number
}
export interface LayoutEdge {
  source: string
  target: string
}

/** Centres for nodes, from left to right. Edges are given in the order of their ports. */
export function layout(nodes: LayoutNode[], edges: LayoutEdge[]): Record<string, Position> {
  const graph = new dagre.graphlib.Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'LR', nodesep: 40, ranksep: 90, ranker: 'tight-tree' })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { id, width, height } of nodes) graph.setNode(id, { width, height })
  edges.forEach(({ source, target }, number) => {
    graph.setEdge(source, target, {}, String(number))
  })
  // Dagre's own crossing heuristic turns the order of branches round; the order of the ports is kept.
  dagre.layout(graph, { disableOptimalOrderHeuristic: true })
  return Object.fromEntries(
    nodes.map(({ id }) => {
      const { x, y } = graph.node(id)
      return [id, { x: Math.round(x), y: Math.round(y) }]
    }),
  )
}

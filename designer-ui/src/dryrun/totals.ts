import type { Forecast, ForecastNode, NodeType } from '../api/types'

const OUT_OF_STOCK = 'out-of-stock'

/** Those held back at any node, by reason, the largest first. */
export function heldBackOf(result: Forecast) {
  const by = new Map<string, number>()
  for (const { heldBack } of result.nodes) {
    for (const [reason, people] of Object.entries(heldBack ?? {})) {
      by.set(reason, (by.get(reason) ?? 0) + people)
    }
  }
  const reasons = [...by].map(([reason, people]) => ({ reason, people }))
  reasons.sort((a, b) => b.people - a.people)
  return { people: reasons.reduce((sum, { people }) => sum + people, 0), reasons }
}

/** How many coupons and codes are short in all. */
export function shortOf(result: Forecast): number {
  return result.nodes.reduce((sum, { failedBy }) => sum + (failedBy?.[OUT_OF_STOCK] ?? 0), 0)
}

/** The message parts of a node; other nodes have units of another kind. */
export const partsAt = ({ type, units = 0 }: ForecastNode, types: Map<string, NodeType>) =>
  types.get(type)?.category === 'message' ? units : 0

/** The message parts in all. */
export function partsOf(result: Forecast, types: Map<string, NodeType>): number {
  return result.nodes.reduce((sum, node) => sum + partsAt(node, types), 0)
}

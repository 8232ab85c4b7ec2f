import type { Run } from '../api/types'
import type { Figure } from '../canvas/store'

/** How many people stand at nodes that are not done. */
export function underWay(run: Run): number {
  return run.nodes
    .filter((node) => node.state !== 'done')
    .reduce((sum, node) => sum + (node.in ?? 0), 0)
}

/** What stands on the nodes of a run. */
export function figuresOf(run: Run): Record<string, Figure> {
  return Object.fromEntries(
    run.nodes.map((node) => [
      node.id,
      {
        in: node.in,
        ports: node.ports ?? {},
        upTo: [],
        heldBack: node.ports?.suppressed,
        state: node.state,
        failure: node.failure?.message,
        done: doneShare(node.sending),
      },
    ]),
  )
}

function doneShare(sending: Run['nodes'][number]['sending']): number | undefined {
  if (!sending?.planned) return undefined
  return (sending.planned - (sending.waiting ?? 0)) / sending.planned
}

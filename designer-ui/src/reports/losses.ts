import type { NodeType, Run } from '../api/types'

/** How many people a node kept from going on, and why. */
export interface Loss {
  node: string
  name: string
  type: string
  in: number
  out: number
  heldBack: Record<string, number>
}

const SUPPRESSED = 'suppressed'

/** What each node of some runs let through by its first port, in the order of the last run. */
export function lossesOf(runs: Run[], types: Map<string, NodeType>): Loss[] {
  const losses = new Map<string, Loss>()
  for (const run of runs) {
    for (const node of run.nodes) {
      const kind = types.get(node.type)?.kind
      if (kind === 'source' || kind === 'observer') continue
      const main = types.get(node.type)?.ports.out[0]?.key
      const before = losses.get(node.id)
      losses.set(node.id, {
        node: node.id,
        name: before?.name ?? node.name ?? node.id,
        type: node.type,
        in: (before?.in ?? 0) + (node.in ?? 0),
        out: (before?.out ?? 0) + goingOn(node.ports, main),
        heldBack: added(before?.heldBack, node.reasons?.[SUPPRESSED]),
      })
    }
  }
  return [...losses.values()].filter((loss) => loss.in > 0)
}

/** Where the ports are named by whoever drew the node, all of them lead on. */
function goingOn(ports: Record<string, number>, main: string | undefined): number {
  if (main !== undefined && main in ports) return ports[main] ?? 0
  if (main !== undefined && Object.keys(ports).length === 0) return 0
  return Object.values(ports).reduce((sum, people) => sum + people, 0)
}

function added(
  before: Record<string, number> = {},
  more: Record<string, number> = {},
): Record<string, number> {
  const sum = { ...before }
  for (const [reason, people] of Object.entries(more)) sum[reason] = (sum[reason] ?? 0) + people
  return sum
}

import type { Forecast } from '../api/types'
import type { Figure } from '../canvas/store'

/** What a dry run says of each node, to stand on the canvas. */
export function forecastFigures(result: Forecast): Record<string, Figure> {
  return Object.fromEntries(
    result.nodes.map((node) => [
      node.id,
      { in: node.in, ports: node.ports, upTo: node.upTo ?? [], heldBack: node.ports.suppressed },
    ]),
  )
}

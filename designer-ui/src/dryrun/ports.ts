import type { ForecastNode, NodeType, Ports } from '../api/types'
import type { Words } from '../i18n'

/** Who is asked for: those who would leave a node by a port, for a reason. */
export interface AskedPort {
  node: string
  nodeName: string
  port: string
  portName: string
  reason?: string
  people: number
}

/** Whether fewer may come: what people will do decides. */
export const upTo = (node: ForecastNode, port: string) => node.upTo?.includes(port) ?? false

export const arriving = (node: ForecastNode, types: Map<string, NodeType>) =>
  types.get(node.type)?.kind === 'source' ? (node.ports.out ?? node.in) : node.in

/** The ports by which people would go on, the first also where nobody does. */
export function portsOf(
  node: ForecastNode,
  types: Map<string, NodeType>,
  ports: Record<string, Ports>,
  { say }: Words,
) {
  const known = ports[node.id] ?? types.get(node.type)?.ports
  return Object.entries(node.ports)
    .filter(([key, people]) => people > 0 || known?.out[0]?.key === key)
    .filter(([key]) => key !== 'suppressed')
    .map(([key, people]) => ({
      key,
      people,
      label: say(known?.out.find((port) => port.key === key)?.label) || key,
    }))
}

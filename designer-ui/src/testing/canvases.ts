import type { Canvas, CanvasNode, Ports } from '../api/types'

/** A node of type merge. */
export function aNode(id: string, x = 0): CanvasNode {
  return { id, type: 'merge', position: { x, y: 0 } }
}

/** A canvas with wires written as `source target`, perhaps `source.port target.port`. */
export function aCanvas(nodes: CanvasNode[], wires: string[] = []): Canvas {
  return {
    schemaVersion: 1,
    name: 'Test',
    nodes,
    edges: wires.map((wire, index) => {
      const [from = '', to = ''] = wire.split(' ')
      const [source = '', sourcePort] = from.split('.')
      const [target = '', targetPort] = to.split('.')
      return {
        id: `e${index + 1}`,
        source,
        target,
        ...(sourcePort ? { sourcePort } : {}),
        ...(targetPort ? { targetPort } : {}),
      }
    }),
  }
}

/** Ports of these keys; a star behind an in-port lets many wires in. */
export function ports(ins: string[], outs: string[]): Ports {
  const label = (key: string) => ({ en: key, zh: key })
  return {
    in: ins.map((key) => ({
      key: key.replace('*', ''),
      label: label(key),
      many: key.endsWith('*'),
    })),
    out: outs.map((key) => ({ key, label: label(key) })),
  }
}

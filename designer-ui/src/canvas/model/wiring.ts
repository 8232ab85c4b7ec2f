import type { Canvas, Ports } from '../../api/types'
import type { End } from './edits'

export type Refusal = 'self' | 'double' | 'full' | 'cycle' | 'noIn'

export const mainOut = (ports: Ports | undefined) => ports?.out[0]?.key
export const mainIn = (ports: Ports | undefined) => ports?.in[0]?.key

/** The out-port that an edge leaves, the main one where it names none. */
export function sourcePort(edge: { sourcePort?: string }, ports: Ports | undefined): string {
  return edge.sourcePort ?? mainOut(ports) ?? 'out'
}

export function targetPort(edge: { targetPort?: string }, ports: Ports | undefined): string {
  return edge.targetPort ?? mainIn(ports) ?? 'in'
}

/** All nodes that are reached from a node along the edges, itself included. */
export function downstream(canvas: Canvas, from: Iterable<string>): Set<string> {
  const next = new Map<string, string[]>()
  for (const edge of canvas.edges) {
    next.set(edge.source, [...(next.get(edge.source) ?? []), edge.target])
  }
  const reached = new Set(from)
  const open = [...reached]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const target of next.get(node) ?? []) {
      if (!reached.has(target)) {
        reached.add(target)
        open.push(target)
      }
    }
  }
  return reached
}

/** Why two ports cannot be connected; undefined where they can. */
export function refusal(
  canvas: Canvas,
  portsOf: (node: string) => Ports | undefined,
  from: End,
  to: End,
): Refusal | undefined {
  if (from.node === to.node) return 'self'
  const into = portsOf(to.node)
  const inPort = into?.in.find((port) => port.key === (to.port ?? mainIn(into)))
  if (!inPort) return 'noIn'
  const out = from.port ?? mainOut(portsOf(from.node))
  const there = canvas.edges.filter(
    (edge) => edge.target === to.node && targetPort(edge, into) === inPort.key,
  )
  if (
    there.some(
      (edge) => edge.source === from.node && sourcePort(edge, portsOf(edge.source)) === out,
    )
  ) {
    return 'double'
  }
  if (downstream(canvas, [to.node]).has(from.node)) return 'cycle'
  return there.length > 0 && !inPort.many ? 'full' : undefined
}

/** The first in-port of a node that a wire from there may enter. */
export function freeInPort(
  canvas: Canvas,
  portsOf: (node: string) => Ports | undefined,
  from: End,
  node: string,
): string | undefined {
  return portsOf(node)?.in.find((port) => !refusal(canvas, portsOf, from, { node, port: port.key }))
    ?.key
}

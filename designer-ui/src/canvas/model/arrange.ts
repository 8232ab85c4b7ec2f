import type { Canvas, Ports, Position } from '../../api/types'
import { snap } from './edits'
import type { LayoutNode } from './layout'
import { sourcePort } from './wiring'

/** Works out centres for the nodes in a worker, so that the page stays quick. */
export function arranged(
  canvas: Canvas,
  portsOf: (node: string) => Ports | undefined,
  sizes: LayoutNode[],
): Promise<Map<string, Position>> {
  const there = new Set(sizes.map((node) => node.id))
  const edges = canvas.edges
    .filter((edge) => there.has(edge.source) && there.has(edge.target))
    .map((edge) => ({ edge, at: portIndex(edge, portsOf(edge.source)) }))
    .sort((a, b) => a.at - b.at)
    .map(({ edge }) => ({ source: edge.source, target: edge.target }))
  const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' })
  return new Promise<Map<string, Position>>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Record<string, Position>>) => {
      resolve(new Map(Object.entries(data).map(([id, position]) => [id, snap(position)])))
    }
    worker.onerror = (event) => reject(new Error(event.message))
    worker.postMessage({ nodes: sizes, edges })
  }).finally(() => worker.terminate())
}

function portIndex(edge: { sourcePort?: string }, ports: Ports | undefined): number {
  const key = sourcePort(edge, ports)
  return Math.max(0, ports?.out.findIndex((port) => port.key === key) ?? 0)
}

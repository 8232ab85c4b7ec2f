import { useEffect } from 'react'
import { call, Refused } from '../api/client'
import type { Canvas, CanvasNode, NodeType, Ports } from '../api/types'
import { dropLostEdges } from './model/edits'
import { startingSettings } from './model/settings'
import { useCanvas } from './store'

const LATER = 2_000
const PATIENCE = 3_000

const known = new Map<string, Ports>()
const keyOf = (node: CanvasNode) => `${node.type} ${JSON.stringify(node.config ?? {})}`
const keys = new WeakMap<CanvasNode, string>()

function keyFor(node: CanvasNode): string {
  const key = keys.get(node) ?? keyOf(node)
  keys.set(node, key)
  return key
}

/** Keeps the ports of all nodes: they follow from the settings, and only the server knows how. */
export function usePorts() {
  const nodes = useCanvas((state) => state.canvas.nodes)
  useEffect(() => {
    let current = true
    let again: ReturnType<typeof setTimeout> | undefined
    const complete = () => {
      apply(nodes)
      learn(nodes)
        .then((learnt) => current && learnt && apply(nodes))
        .catch((error) => {
          // Until the server answers, nodes keep the ports they had.
          if (current && !(error instanceof Refused)) again = setTimeout(complete, LATER)
        })
    }
    complete()
    return () => {
      current = false
      clearTimeout(again)
    }
  }, [nodes])
}

/** Asks for the ports of a canvas, and of new nodes where it can be drawn on; waits for a while. */
export async function learnPorts(canvas: Canvas, types: Iterable<NodeType> = []) {
  const learnt = learn([...canvas.nodes, ...[...types].map(fresh)])
  await Promise.race([
    learnt.catch(() => undefined),
    new Promise((enough) => setTimeout(enough, PATIENCE)),
  ])
}

/** Opens a canvas with the ports that are known. */
export function openWithPorts(canvas: Canvas, types: Map<string, NodeType>, readOnly: boolean) {
  useCanvas.getState().open(canvas, types, readOnly)
  apply(canvas.nodes)
}

const fresh = (type: NodeType): CanvasNode => ({
  id: '',
  type: type.key,
  config: startingSettings(type.settings),
})

/** The ports that a node of this type has when it comes onto the canvas. */
export function startingPorts(type: NodeType): Ports {
  return known.get(keyOf(fresh(type))) ?? type.ports
}

/** Asks for the ports of nodes that are not known; false if there are none. */
async function learn(nodes: CanvasNode[]): Promise<boolean> {
  const missing = new Map(nodes.map((node) => [keyFor(node), node]))
  for (const key of missing.keys()) if (known.has(key)) missing.delete(key)
  if (missing.size === 0) return false
  const answer = (await call('POST /api/node-types/ports', {
    body: [...missing.values()].map(({ type, config }) => ({ type, config })) as never,
  })) as Ports[]
  for (const [index, key] of [...missing.keys()].entries()) {
    const ports = answer[index]
    if (ports) known.set(key, ports)
  }
  return true
}

function apply(nodes: CanvasNode[]) {
  const { types, ports: before, setPorts, amend } = useCanvas.getState()
  const changed: Record<string, Ports> = {}
  for (const node of nodes) {
    const found = known.get(keyFor(node))
    const ports = found ?? before[node.id] ?? types.get(node.type)?.ports
    if (!ports || before[node.id] === ports) continue
    changed[node.id] = ports
    if (found) amend((canvas) => dropLostEdges(canvas, node.id, found))
  }
  if (Object.keys(changed).length > 0) setPorts(changed)
}

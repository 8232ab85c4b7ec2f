import { useEffect } from 'react'
import { call } from '../api/client'
import type { CanvasNode, NodeType, Ports } from '../api/types'
import { dropLostEdges } from './model/edits'
import { startingSettings } from './model/settings'
import { useCanvas } from './store'

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
    apply(nodes)
    const missing = nodes.filter((node) => !known.has(keyFor(node)))
    if (missing.length === 0) return
    ask(missing)
      .then(() => current && apply(nodes))
      .catch(() => {
        // Until the server answers, nodes keep the ports they had.
      })
    return () => {
      current = false
    }
  }, [nodes])
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

/** Learns the ports of new nodes of all types, so that a new node can be wired at once. */
export async function learnStartingPorts(types: NodeType[]) {
  const missing = types.map(fresh).filter((node) => !known.has(keyOf(node)))
  if (missing.length > 0) await ask(missing)
}

async function ask(missing: CanvasNode[]) {
  const answer = (await call('POST /api/node-types/ports', {
    body: missing.map(({ type, config }) => ({ type, config })) as never,
  })) as Ports[]
  missing.forEach((node, index) => {
    const ports = answer[index]
    if (ports) known.set(keyFor(node), ports)
  })
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

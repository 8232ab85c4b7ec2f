import type { CanvasEdge, CanvasProblem } from '../api/types'

const NONE: CanvasProblem[] = []
const byPlace = new WeakMap<CanvasProblem[], Map<string, CanvasProblem[]>>()
const byNode = new WeakMap<CanvasEdge[], Map<string, string[]>>()

/** The problems of a node; the same list for the same problems. */
export const problemsOfNode = (problems: CanvasProblem[], id: string) =>
  sorted(problems).get(`node ${id}`) ?? NONE

/** The problems of a wire. */
export const problemsOfEdge = (problems: CanvasProblem[], id: string) =>
  sorted(problems).get(`edge ${id}`) ?? NONE

// Every node and wire asks with each change of the store: the lists are gone through once.
function sorted(problems: CanvasProblem[]) {
  const known = byPlace.get(problems)
  if (known) return known
  const made = new Map<string, CanvasProblem[]>()
  for (const problem of problems) {
    if (problem.nodeId) add(made, `node ${problem.nodeId}`, problem)
    if (problem.edgeId) add(made, `edge ${problem.edgeId}`, problem)
  }
  byPlace.set(problems, made)
  return made
}

const NO_PORTS: string[] = []

/** The out-ports of a node that wires name. */
export function wiredPorts(edges: CanvasEdge[], node: string): string[] {
  let known = byNode.get(edges)
  if (!known) {
    known = new Map()
    for (const edge of edges) if (edge.sourcePort) add(known, edge.source, edge.sourcePort)
    byNode.set(edges, known)
  }
  return known.get(node) ?? NO_PORTS
}

function add<T>(lists: Map<string, T[]>, key: string, item: T) {
  const list = lists.get(key)
  if (list) list.push(item)
  else lists.set(key, [item])
}

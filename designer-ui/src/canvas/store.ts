import { create } from 'zustand'
import type { Canvas, CanvasProblem, NodeType, Pin, Ports } from '../api/types'
import { downstream } from './model/wiring'

const STEPS_KEPT = 200
const BURST = 1_000

/** What stands on a node: people, by port, and how far a run is. */
export interface Figure {
  in?: number | undefined
  ports: Record<string, number>
  upTo: string[]
  heldBack?: number | undefined
  state?: string | undefined
  failure?: string | undefined
  /** How much of what a node sends has gone out, 0 to 1. */
  done?: number | undefined
}

export interface Chosen {
  nodes: Set<string>
  edges: Set<string>
}

const NOTHING: Chosen = { nodes: new Set(), edges: new Set() }
const NO_CANVAS: Canvas = { schemaVersion: 1, name: '', nodes: [], edges: [] }

interface CanvasState {
  canvas: Canvas
  past: Canvas[]
  future: Canvas[]
  /** The last edit of a burst, which the next one of the same name joins. */
  burst: { name: string; at: number } | undefined
  readOnly: boolean
  types: Map<string, NodeType>
  ports: Record<string, Ports>
  chosen: Chosen
  figures: Record<string, Figure>
  /** Nodes whose figures are from before an edit. */
  stale: Set<string>
  counting: boolean
  pin: Pin | undefined
  dataMoved: boolean
  problems: CanvasProblem[]
  /** Action nodes that show all their ports. */
  unfolded: Set<string>
  /** The field that a problem in the list points at. */
  focusField: { node: string; field: string; at: number } | undefined

  open: (canvas: Canvas, types: Map<string, NodeType>, readOnly: boolean) => void
  /** One undo step; edits of the same `burst` in quick succession are one together. */
  edit: (change: (canvas: Canvas) => Canvas, burst?: string) => void
  /** A change that belongs to the last step, such as dropping wires of a port that is gone. */
  amend: (change: (canvas: Canvas) => Canvas) => void
  undo: () => void
  redo: () => void
  choose: (chosen: Partial<Chosen>) => void
  setPorts: (ports: Record<string, Ports>) => void
  toggleUnfolded: (node: string) => void
  focus: (node: string, field?: string) => void
}

export const useCanvas = create<CanvasState>((set, get) => ({
  canvas: NO_CANVAS,
  past: [],
  future: [],
  burst: undefined,
  readOnly: true,
  types: new Map(),
  ports: {},
  chosen: NOTHING,
  figures: {},
  stale: new Set(),
  counting: false,
  pin: undefined,
  dataMoved: false,
  problems: [],
  unfolded: new Set(),
  focusField: undefined,

  open: (canvas, types, readOnly) =>
    set({
      canvas,
      types,
      readOnly,
      past: [],
      future: [],
      burst: undefined,
      ports: {},
      chosen: NOTHING,
      figures: {},
      stale: new Set(),
      pin: undefined,
      dataMoved: false,
      problems: [],
      unfolded: new Set(),
      focusField: undefined,
    }),

  edit: (change, burst) => {
    const { canvas, past, burst: last, stale, problems } = get()
    const next = change(canvas)
    if (next === canvas) return
    const now = Date.now()
    const joins = burst !== undefined && last?.name === burst && now - last.at < BURST
    const touched = changedNodes(canvas, next)
    set({
      canvas: next,
      past: joins ? past : [...past.slice(1 - STEPS_KEPT), canvas],
      future: [],
      burst: burst === undefined ? undefined : { name: burst, at: now },
      stale: touched.size === 0 ? stale : new Set([...stale, ...downstream(next, touched)]),
      problems: withoutMarks(problems, touched),
    })
  },

  amend: (change) => {
    const next = change(get().canvas)
    if (next !== get().canvas) set({ canvas: next })
  },

  undo: () => {
    const { canvas, past, future } = get()
    const before = past.at(-1)
    if (before)
      set(stepTo(canvas, before, { past: past.slice(0, -1), future: [canvas, ...future] }))
  },

  redo: () => {
    const { canvas, past, future } = get()
    const [after, ...later] = future
    if (after) set(stepTo(canvas, after, { past: [...past, canvas], future: later }))
  },

  choose: (chosen) => {
    const before = get().chosen
    const next = { nodes: chosen.nodes ?? new Set(), edges: chosen.edges ?? new Set() }
    if (!same(before.nodes, next.nodes) || !same(before.edges, next.edges)) set({ chosen: next })
  },

  setPorts: (ports) => set({ ports: { ...get().ports, ...ports } }),

  toggleUnfolded: (node) => {
    const unfolded = new Set(get().unfolded)
    if (!unfolded.delete(node)) unfolded.add(node)
    set({ unfolded })
  },

  focus: (node, field) =>
    set({
      chosen: { nodes: new Set([node]), edges: new Set() },
      focusField: field === undefined ? undefined : { node, field, at: Date.now() },
    }),
}))

function stepTo(from: Canvas, to: Canvas, stacks: { past: Canvas[]; future: Canvas[] }) {
  const touched = changedNodes(from, to)
  return {
    canvas: to,
    ...stacks,
    burst: undefined,
    stale: new Set([...useCanvas.getState().stale, ...downstream(to, touched)]),
    chosen: stillThere(useCanvas.getState().chosen, to),
  }
}

function stillThere(chosen: Chosen, canvas: Canvas): Chosen {
  const nodes = new Set(canvas.nodes.map((node) => node.id))
  const edges = new Set(canvas.edges.map((edge) => edge.id))
  return {
    nodes: new Set([...chosen.nodes].filter((id) => nodes.has(id))),
    edges: new Set([...chosen.edges].filter((id) => edges.has(id))),
  }
}

/** Nodes whose settings or wires differ; a move or another name changes no count. */
export function changedNodes(before: Canvas, after: Canvas): Set<string> {
  const changed = new Set<string>()
  const known = new Map(before.nodes.map((node) => [node.id, node]))
  for (const node of after.nodes) {
    const old = known.get(node.id)
    const same =
      old?.config === node.config && old?.type === node.type && old?.disabled === node.disabled
    if (!old || !same) changed.add(node.id)
  }
  const edgesBefore = new Set(before.edges)
  const edgesAfter = new Set(after.edges)
  const there = new Set(after.nodes.map((node) => node.id))
  for (const edge of after.edges) if (!edgesBefore.has(edge)) changed.add(edge.target)
  for (const edge of before.edges) {
    if (!edgesAfter.has(edge) && there.has(edge.target)) changed.add(edge.target)
  }
  return changed
}

function withoutMarks(problems: CanvasProblem[], touched: Set<string>): CanvasProblem[] {
  if (touched.size === 0) return problems
  return problems.filter((problem) => !problem.nodeId || !touched.has(problem.nodeId))
}

function same(a: Set<string>, b: Set<string>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id))
}

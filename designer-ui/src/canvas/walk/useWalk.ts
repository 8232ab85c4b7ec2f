import { create } from 'zustand'
import { call } from '../../api/client'
import type { Walk, WalkStop } from '../../api/types'
import { sourcePort } from '../model/wiring'
import { useCanvas } from '../store'

interface WalkState {
  open: boolean
  /** Who walks: a key, a phone number or an e-mail address. */
  member: string
  walk: Walk | undefined
  problem: string
  /** The wires along which the member goes. */
  edges: Set<string>
  nodes: Set<string>
  show: () => void
  hide: () => void
  go: (workspace: string, campaign: string, member: string) => Promise<void>
}

const NOWHERE = { walk: undefined, edges: new Set<string>(), nodes: new Set<string>() }

/** The way of one member over the canvas that is being drawn. */
export const useWalk = create<WalkState>((set, get) => ({
  open: false,
  member: '',
  problem: '',
  ...NOWHERE,
  show: () => {
    useCanvas.getState().choose({})
    set({ open: true })
  },
  hide: () => set({ open: false, problem: '', ...NOWHERE }),
  go: async (workspace, campaign, member) => {
    const { canvas, pin } = useCanvas.getState()
    set({ member, problem: '' })
    try {
      const walk = (await call('POST /api/workspaces/{workspace}/canvas/walk', {
        path: { workspace },
        body: { canvas, campaign, member, ...(pin ? { pin } : {}) },
      })) as Walk
      if (get().member === member && get().open) set({ walk, ...way(walk.nodes) })
    } catch (error) {
      if (get().member === member) set({ ...NOWHERE, problem: (error as Error).message })
    }
  },
}))

function way(stops: WalkStop[]) {
  const { canvas, ports } = useCanvas.getState()
  const taken = new Set(
    stops.flatMap(({ node, exits }) => exits.map(({ port }) => `${node} ${port}`)),
  )
  const edges = canvas.edges.filter((edge) =>
    taken.has(`${edge.source} ${sourcePort(edge, ports[edge.source])}`),
  )
  const reached = stops.filter(
    ({ node, exits }) => exits.length > 0 || edges.some((edge) => edge.target === node),
  )
  return {
    edges: new Set(edges.map(({ id }) => id)),
    nodes: new Set(reached.map(({ node }) => node)),
  }
}

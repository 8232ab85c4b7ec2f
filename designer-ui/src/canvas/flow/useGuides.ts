import { create } from 'zustand'
import type { Guides } from '../model/guides'

const NONE: Guides = {}

interface GuidesState {
  guides: Guides
  show: (guides: Guides) => void
  hide: () => void
}

/** The lines shown while a node is dragged. */
export const useGuides = create<GuidesState>((set, get) => ({
  guides: NONE,
  show: (guides) => {
    const { x, y } = get().guides
    if (x !== guides.x || y !== guides.y) set({ guides })
  },
  hide: () => set({ guides: NONE }),
}))

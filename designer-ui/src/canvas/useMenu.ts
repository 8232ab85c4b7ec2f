import { create } from 'zustand'
import type { Position } from '../api/types'

interface MenuState {
  at: Position | undefined
  kind: 'node' | 'edge' | 'pane'
  openAt: (at: Position, kind: MenuState['kind']) => void
  close: () => void
}

/** The menu of the canvas: where it stands, and of what. */
export const useMenu = create<MenuState>((set) => ({
  at: undefined,
  kind: 'pane',
  openAt: (at, kind) => set({ at, kind }),
  close: () => set({ at: undefined }),
}))

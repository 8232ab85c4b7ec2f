import type { Canvas } from '../api/types'

const keyOf = (workspace: string, campaign: string) => `sluice.unsaved.${workspace}.${campaign}`

/** Work that the server does not have yet, so that a closed tab or a dead server loses nothing. */
export const unsavedWork = {
  read(workspace: string, campaign: string): { canvas: Canvas; etag: string } | undefined {
    try {
      const text = localStorage.getItem(keyOf(workspace, campaign))
      return text ? JSON.parse(text) : undefined
    } catch {
      return undefined
    }
  },
  write(workspace: string, campaign: string, canvas: Canvas, etag: string) {
    try {
      localStorage.setItem(keyOf(workspace, campaign), JSON.stringify({ canvas, etag }))
    } catch {
      // A full or forbidden store: the server is asked to keep the draft all the same.
    }
  },
  drop(workspace: string, campaign: string) {
    try {
      localStorage.removeItem(keyOf(workspace, campaign))
    } catch {
      // Nothing was kept, so there is nothing to drop.
    }
  },
}

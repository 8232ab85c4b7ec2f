import { isPiece, type Piece } from './model/edits'

const KEY = 'sluice.clipboard'

/** Copied nodes, shared by the tabs of a browser; works where the page is not served by https. */
export const clipboard = {
  put(piece: Piece) {
    try {
      localStorage.setItem(KEY, JSON.stringify(piece))
    } catch {
      // Without a store there is nothing to paste, which paste says.
    }
  },
  get(): Piece | undefined {
    try {
      const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
      return isPiece(value) ? value : undefined
    } catch {
      return undefined
    }
  },
}

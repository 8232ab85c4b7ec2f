import type { ImportState } from '../../api/schema.gen'

export const COLOURS = {
  queued: 'default',
  running: 'processing',
  done: 'success',
  cancelled: 'default',
  failed: 'error',
  interrupted: 'warning',
} as const

export type State = keyof typeof COLOURS

export const isOpen = ({ state }: ImportState) => state === 'queued' || state === 'running'

export function percent({ bytesRead = 0, bytesTotal = 0, state }: ImportState): number {
  if (state === 'done' || bytesTotal === 0) return 100
  return Math.floor((100 * bytesRead) / bytesTotal)
}

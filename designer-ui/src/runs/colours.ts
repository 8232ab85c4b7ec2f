import type { Run } from '../api/types'

export const RUN_COLOURS: Record<Run['state'], string> = {
  running: 'processing',
  paused: 'warning',
  stopped: 'default',
  finished: 'success',
}

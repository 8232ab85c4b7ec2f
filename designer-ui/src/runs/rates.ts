import type { Run } from '../api/types'

const WINDOW = 15_000

interface Sample {
  at: number
  settled: number
}

const samples = new Map<string, Sample[]>()

/** Notes how many messages of each sending node are settled by now. */
export function noteRates(run: Run, now = Date.now()) {
  for (const { id, sending } of run.nodes) {
    if (!sending) {
      samples.delete(id)
      continue
    }
    const settled = (sending.planned ?? 0) - (sending.waiting ?? 0)
    const before = (samples.get(id) ?? []).filter(({ at }) => now - at <= WINDOW)
    samples.set(id, [...before, { at: now, settled }])
  }
}

/** How many messages of a node are settled per second of late; 0 while that is not known. */
export function rateOf(node: string): number {
  const mine = samples.get(node) ?? []
  const [first] = mine
  const last = mine.at(-1)
  if (!first || !last || last.at - first.at < 500) return 0
  return ((last.settled - first.settled) * 1_000) / (last.at - first.at)
}

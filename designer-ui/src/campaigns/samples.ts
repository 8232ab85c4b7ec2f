import type { Canvas } from '../api/types'

const files = import.meta.glob<Canvas>('../../../samples/campaigns/*.json', { import: 'default' })

export const SAMPLES = [
  'new-member-activation',
  'win-back',
  'member-day',
  'festival-promotion',
  'big-sale',
] as const
export type Sample = (typeof SAMPLES)[number]

/** The canvas of a sample, fetched when it is asked for. */
export async function sampleCanvas(sample: Sample): Promise<Canvas> {
  const load = files[`../../../samples/campaigns/${sample}.json`]
  if (!load) throw new Error(sample)
  return load()
}

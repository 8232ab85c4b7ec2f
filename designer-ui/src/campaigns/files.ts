import type { Canvas } from '../api/types'

/** Gives the canvas to the browser as a file. */
export function exportCanvas(key: string, canvas: Canvas) {
  download(`${key}.json`, 'application/json', `${JSON.stringify(canvas, null, 2)}\n`)
}

export function download(name: string, type: string, content: string) {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

/** Reads a canvas file; what is wrong with it in detail is for the server to say. */
export async function readCanvas(file: File): Promise<Canvas> {
  const canvas = JSON.parse(await file.text()) as Partial<Canvas>
  if (!Array.isArray(canvas.nodes) || !Array.isArray(canvas.edges)) {
    throw new Error('nodes, edges?')
  }
  return canvas as Canvas
}

/** A key made from a name, with a number where it is taken. */
export function keyFor(name: string, taken: Set<string>, otherwise = 'campaign'): string {
  const plain = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
    .slice(0, 50)
  const stem = plain === '' ? otherwise : plain
  if (!taken.has(stem)) return stem
  for (let number = 2; ; number++) {
    if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`
  }
}

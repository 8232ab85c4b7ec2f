import type { Position } from '../../api/types'

/** Lines along which a dragged node stands level with others. */
export interface Guides {
  x?: number
  y?: number
}

export interface Box {
  centre: Position
  width: number
  height: number
}

const NEAR = 8

/** Draws a dragged box to the nearest line on which the middle or an edge of another one lies. */
export function aligned(box: Box, others: Box[]): { place: Position; guides: Guides } {
  const x = nearest(box.centre.x, box.width, others, (one) => [one.centre.x, one.width])
  const y = nearest(box.centre.y, box.height, others, (one) => [one.centre.y, one.height])
  return {
    place: { x: x?.centre ?? box.centre.x, y: y?.centre ?? box.centre.y },
    guides: { ...(x ? { x: x.line } : {}), ...(y ? { y: y.line } : {}) },
  }
}

function nearest(
  centre: number,
  size: number,
  others: Box[],
  axis: (box: Box) => [number, number],
): { centre: number; line: number } | undefined {
  let best: { centre: number; line: number; off: number } | undefined
  for (const other of others) {
    const [at, length] = axis(other)
    // Middle to middle first: what is level there needs no other line.
    for (const side of [0, -1, 1]) {
      const line = at + (side * length) / 2
      const wanted = line - (side * size) / 2
      const off = Math.abs(wanted - centre)
      if (off <= NEAR && (best === undefined || off < best.off)) {
        best = { centre: wanted, line, off }
      }
    }
  }
  return best
}

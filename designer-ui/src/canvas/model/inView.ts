export interface Area {
  left: number
  top: number
  right: number
  bottom: number
}

const GAP = 12

/** How far to shift a box, by the shortest way, so that it lies in the area and under nothing. */
export function shiftInto(box: Area, area: Area, covers: Area[]): { x: number; y: number } {
  const x = shortest(box.left, box.right, area.left + GAP, area.right - GAP)
  const left = box.left + x
  const right = box.right + x
  const beside = (cover: Area) => cover.left >= right + GAP || cover.right <= left - GAP
  let bottom = area.bottom - GAP
  // What lies over the canvas stands at its lower edge.
  for (const cover of covers) {
    const above = cover.top - GAP
    if (!beside(cover) && above - area.top - GAP >= box.bottom - box.top) {
      bottom = Math.min(bottom, above)
    }
  }
  return { x, y: shortest(box.top, box.bottom, area.top + GAP, bottom) }
}

/** Where there is not room enough, the beginning is shown. */
function shortest(from: number, to: number, least: number, most: number): number {
  if (from < least || to - from > most - least) return least - from
  return Math.min(0, most - to)
}

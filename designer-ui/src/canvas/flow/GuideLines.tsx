import { ViewportPortal } from '@xyflow/react'
import { useGuides } from './useGuides'

const FAR = 100_000

/** Lines that show what a dragged node is level with. */
export function GuideLines() {
  const { x, y } = useGuides((state) => state.guides)
  if (x === undefined && y === undefined) return null
  return (
    <ViewportPortal>
      {x !== undefined && (
        <div className="guide upright" style={{ left: x, top: -FAR, height: 2 * FAR }} />
      )}
      {y !== undefined && (
        <div className="guide level" style={{ top: y, left: -FAR, width: 2 * FAR }} />
      )}
    </ViewportPortal>
  )
}

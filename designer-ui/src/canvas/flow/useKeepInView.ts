import { useReactFlow, useStore } from '@xyflow/react'
import { useEffect } from 'react'
import { useCanvas } from '../store'

const ASIDE = 60

/** When the room for the canvas changes: what nobody draws on stays whole, and the chosen node in view. */
export function useKeepInView(showAll: () => void) {
  const { setViewport, getViewport } = useReactFlow()
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  useEffect(() => {
    const { canvas, chosen, readOnly } = useCanvas.getState()
    if (readOnly) {
      showAll()
      return
    }
    const [id] = chosen.nodes.size === 1 ? chosen.nodes : []
    const place = canvas.nodes.find((node) => node.id === id)?.position
    if (!place || width === 0) return
    const { x, y, zoom } = getViewport()
    const over = {
      x: place.x * zoom + x - (width - ASIDE),
      y: place.y * zoom + y - (height - ASIDE),
    }
    if (over.x > 0 || over.y > 0) {
      void setViewport(
        { x: x - Math.max(0, over.x), y: y - Math.max(0, over.y), zoom },
        { duration: 150 },
      )
    }
  }, [width, height, showAll, setViewport, getViewport])
}

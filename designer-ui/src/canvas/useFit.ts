import { getViewportForBounds, useReactFlow, useStoreApi } from '@xyflow/react'
import { useCallback } from 'react'
import { useCanvas } from './store'

const PADDING = 0.08
const SMALLEST = 0.1
const WIDTH = 240
const HEIGHT = 200

/** Shows the whole canvas, at 100 % at most. Works from the places of the nodes, drawn or not. */
export function useFit() {
  const { setViewport } = useReactFlow()
  const flow = useStoreApi()
  return useCallback(
    (duration = 0) => {
      const places = useCanvas
        .getState()
        .canvas.nodes.map((node) => node.position ?? { x: 0, y: 0 })
      const { width, height } = flow.getState()
      if (places.length === 0 || width === 0) return
      const xs = places.map(({ x }) => x)
      const ys = places.map(({ y }) => y)
      const x = Math.min(...xs) - WIDTH / 2
      const y = Math.min(...ys) - HEIGHT / 2
      const bounds = {
        x,
        y,
        width: Math.max(...xs) + WIDTH / 2 - x,
        height: Math.max(...ys) + HEIGHT / 2 - y,
      }
      void setViewport(getViewportForBounds(bounds, width, height, SMALLEST, 1, PADDING), {
        duration,
      })
    },
    [setViewport, flow],
  )
}

import { useReactFlow, useStore, useStoreApi } from '@xyflow/react'
import { useCallback, useEffect } from 'react'
import { goingTo } from '../goingTo'
import { type Area, shiftInto } from '../model/inView'
import { useCanvas } from '../store'
import { usePressed } from './usePressed'

const CARD = { width: 240, height: 110 }
const SMOOTH = 150
const OVER = '.react-flow__minimap, .problems'

/** What nobody draws on stays whole when its room changes; a node that was chosen or added is in view. */
export function useKeepInView(showAll: () => void) {
  const flow = useStoreApi()
  const { setViewport } = useReactFlow()
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  const only = useCanvas((state) =>
    state.chosen.nodes.size === 1 ? [...state.chosen.nodes][0] : undefined,
  )
  const size = useStore((state) => (only ? state.nodeLookup.get(only)?.measured.height : undefined))
  const whenReleased = usePressed()

  useEffect(() => {
    if (width > 0 && height > 0 && useCanvas.getState().readOnly) showAll()
  }, [width, height, showAll])

  const show = useCallback(
    (id: string) => {
      const { transform, domNode, nodeLookup } = flow.getState()
      const place = useCanvas.getState().canvas.nodes.find((node) => node.id === id)?.position
      const pane = domNode?.getBoundingClientRect()
      if (!place || !pane || pane.width === 0) return
      const [x, y, zoom] = transform
      const { width: across = CARD.width, height: high = CARD.height } =
        nodeLookup.get(id)?.measured ?? {}
      const middle = { x: pane.left + place.x * zoom + x, y: pane.top + place.y * zoom + y }
      const box: Area = {
        left: middle.x - (across * zoom) / 2,
        right: middle.x + (across * zoom) / 2,
        top: middle.y - (high * zoom) / 2,
        bottom: middle.y + (high * zoom) / 2,
      }
      const covers = [...(domNode?.closest('.stage')?.querySelectorAll(OVER) ?? [])]
      const by = shiftInto(
        box,
        pane,
        covers.map((cover) => cover.getBoundingClientRect()),
      )
      if (by.x !== 0 || by.y !== 0)
        void setViewport({ x: x + by.x, y: y + by.y, zoom }, { duration: SMOOTH })
    },
    [flow, setViewport],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again when the room changes
  useEffect(() => {
    if (!only) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = whenReleased(() => {
      timer = setTimeout(() => show(only), goingTo.left())
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [only, size, width, height, show, whenReleased])
}

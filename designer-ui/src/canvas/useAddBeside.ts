import { useReactFlow } from '@xyflow/react'
import { useCallback } from 'react'
import type { CanvasNode, Position } from '../api/types'
import { useCanvas } from './store'
import { useAdding } from './useAdding'

const RIGHT = 320
const BELOW = 120
const NEAR = 60

/** Adds a node by click: behind the chosen node where it fits, else in the middle of what is shown. */
export function useAddBeside() {
  const { screenToFlowPosition } = useReactFlow()
  return useCallback(
    (key: string) => {
      const { canvas, chosen, types, ports } = useCanvas.getState()
      const [only] = chosen.nodes.size === 1 ? chosen.nodes : []
      const before = canvas.nodes.find((node) => node.id === only)
      const type = types.get(key)
      const follows = before && type && type.ports.in.length > 0
      const out = before && ports[before.id]?.out[0]?.key
      const pane = document.querySelector('.flow')?.getBoundingClientRect()
      const middle = screenToFlowPosition({
        x: (pane?.left ?? 0) + (pane?.width ?? 0) / 2,
        y: (pane?.top ?? 0) + (pane?.height ?? 0) / 2,
      })
      const wanted = follows
        ? { x: (before.position?.x ?? 0) + RIGHT, y: before.position?.y ?? 0 }
        : middle
      const place = free(canvas.nodes, wanted)
      const after = follows && out ? { node: before.id, port: out } : undefined
      useAdding.getState().addAt(key, place, after)
    },
    [screenToFlowPosition],
  )
}

/** The place itself, or the next one below it where no node stands. */
function free(nodes: CanvasNode[], wanted: Position): Position {
  const place = { ...wanted }
  const taken = () =>
    nodes.some(
      ({ position }) =>
        position &&
        Math.abs(position.x - place.x) < RIGHT - NEAR &&
        Math.abs(position.y - place.y) < NEAR + 20,
    )
  while (taken()) place.y += BELOW
  return place
}

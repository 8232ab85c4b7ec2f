import { useContext, useMemo } from 'react'
import { downstream } from '../canvas/model/wiring'
import { useCanvas } from '../canvas/store'
import { NoCanvas } from './NoCanvas'

/** The nodes that people pass before the chosen one: what conditions on messages can ask about. */
export function useEarlier() {
  const alone = useContext(NoCanvas)
  const canvas = useCanvas((state) => state.canvas)
  const types = useCanvas((state) => state.types)
  const chosen = useCanvas((state) => [...state.chosen.nodes][0])
  return useMemo(() => {
    const before = (alone ? [] : canvas.nodes).filter(
      (node) => node.id !== chosen && (!chosen || downstream(canvas, [node.id]).has(chosen)),
    )
    const named = (nodes: typeof before) => nodes.map(({ id, name }) => ({ id, name: name || id }))
    return {
      all: named(before),
      messages: named(before.filter((node) => types.get(node.type)?.traits.includes('message'))),
      coupons: named(before.filter((node) => node.type === 'coupon')),
    }
  }, [alone, canvas, types, chosen])
}

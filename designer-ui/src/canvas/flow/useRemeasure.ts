import { useUpdateNodeInternals } from '@xyflow/react'
import { useEffect, useRef } from 'react'

type Update = ReturnType<typeof useUpdateNodeInternals>

const waiting = new Map<Update, Set<string>>()

/**
 * Has the ports of a node found anew where its shape differs. All nodes of one canvas and moment go
 * together: each call looks through the whole canvas. What has just come is measured anyway.
 */
export function useRemeasure(id: string, shape: string) {
  const update = useUpdateNodeInternals()
  const measured = useRef(shape)
  useEffect(() => {
    if (measured.current === shape) return
    measured.current = shape
    const ids = waiting.get(update)
    if (ids) {
      ids.add(id)
      return
    }
    waiting.set(update, new Set([id]))
    requestAnimationFrame(() => {
      const changed = waiting.get(update) ?? []
      waiting.delete(update)
      update([...changed])
    })
  }, [id, shape, update])
}

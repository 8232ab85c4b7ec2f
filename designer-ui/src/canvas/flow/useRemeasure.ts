import { useUpdateNodeInternals } from '@xyflow/react'
import { useEffect, useRef } from 'react'

const waiting = new Set<string>()

/**
 * Has the ports of a node found anew where its shape differs. All nodes of one moment go together:
 * each call looks through the whole canvas. What has just come is measured anyway.
 */
export function useRemeasure(id: string, shape: string) {
  const update = useUpdateNodeInternals()
  const measured = useRef(shape)
  useEffect(() => {
    if (measured.current === shape) return
    measured.current = shape
    if (waiting.size === 0) {
      requestAnimationFrame(() => {
        const ids = [...waiting]
        waiting.clear()
        update(ids)
      })
    }
    waiting.add(id)
  }, [id, shape, update])
}

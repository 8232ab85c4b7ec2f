import type { Viewport } from '@xyflow/react'
import { type RefObject, useMemo } from 'react'

const FAR = 0.45
const FARTHER = 0.3
const REST = 400

/**
 * Says on the shell of the canvas how it is looked at. From afar only what can be read is drawn, and
 * from farther still cards are coloured blocks. Near by, while the canvas moves, its layer is drawn
 * once and shifted; at rest letters stay sharp.
 */
export function useMoving(shell: RefObject<HTMLElement | null>) {
  return useMemo(() => {
    let resting: ReturnType<typeof setTimeout> | undefined
    return {
      onMoveStart: () => {
        clearTimeout(resting)
        shell.current?.classList.add('moving')
      },
      onMove: (_: unknown, { zoom }: Viewport) => {
        shell.current?.classList.toggle('far', zoom < FAR)
        shell.current?.classList.toggle('farther', zoom < FARTHER)
      },
      // A wheel moves in jerks, and each change of layers draws everything anew.
      onMoveEnd: () => {
        clearTimeout(resting)
        resting = setTimeout(() => shell.current?.classList.remove('moving'), REST)
      },
    }
  }, [shell])
}

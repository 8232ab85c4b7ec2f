import { type ConnectionLineComponentProps, getBezierPath } from '@xyflow/react'
import { useWords } from '../../i18n'
import { refusal } from '../model/wiring'
import { useCanvas } from '../store'

/** The wire while it is pulled; over a port that refuses it, it says why. */
export function WireEnd({
  fromX,
  fromY,
  toX,
  toY,
  fromPosition,
  toPosition,
  fromNode,
  fromHandle,
  toNode,
  toHandle,
}: ConnectionLineComponentProps) {
  const { t } = useWords()
  const [path] = getBezierPath({
    sourceX: fromX,
    sourceY: fromY,
    targetX: toX,
    targetY: toY,
    sourcePosition: fromPosition,
    targetPosition: toPosition,
  })
  const why = toNode && toHandle ? reason() : undefined
  return (
    <g className={why ? 'pulled refused' : 'pulled'}>
      <path d={path} fill="none" />
      {why && (
        <text x={toX + 14} y={toY - 12}>
          {t(`refuse.${why}`)}
        </text>
      )}
    </g>
  )

  function reason() {
    const { canvas, ports } = useCanvas.getState()
    const here = { node: fromNode.id, port: fromHandle.id ?? undefined }
    const there = { node: toNode?.id ?? '', port: toHandle?.id ?? undefined }
    const [from, to] = fromHandle.type === 'source' ? [here, there] : [there, here]
    return refusal(canvas, (id) => ports[id], from, to)
  }
}

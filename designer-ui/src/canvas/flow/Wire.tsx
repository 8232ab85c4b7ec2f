import { BaseEdge, type EdgeProps, getBezierPath } from '@xyflow/react'
import { memo } from 'react'
import { useWords } from '../../i18n'
import { problemsOfEdge } from '../marks'
import { useCanvas } from '../store'
import { useAdding } from '../useAdding'
import { useWalk } from '../walk/useWalk'
import type { WireEdge } from './cards'

/** A wire with the number of people who go along it, and a button that puts a node into it. */
export const Wire = memo(function Wire({
  id,
  source,
  sourceHandleId,
  sourceX,
  sourceY,
  targetX,
  targetY,
  sourcePosition,
  targetPosition,
  selected,
}: EdgeProps<WireEdge>) {
  const { t, say, number } = useWords()
  const people = useCanvas((state) => state.figures[source]?.ports[sourceHandleId ?? 'out'])
  const upTo = useCanvas((state) => state.figures[source]?.upTo.includes(sourceHandleId ?? 'out'))
  const stale = useCanvas((state) => state.stale.has(source))
  const readOnly = useCanvas((state) => state.readOnly)
  const problems = useCanvas((state) => problemsOfEdge(state.problems, id))
  const walked = useWalk((state) => state.edges.has(id))
  const { offerOnEdge } = useAdding()
  const [path, x, y] = getBezierPath({
    sourceX,
    sourceY,
    targetX,
    targetY,
    sourcePosition,
    targetPosition,
  })
  const label = people === undefined ? '' : `${upTo ? '≤ ' : ''}${number(people)}`
  const width = label.length * 7 + 14
  const wrong = problems.map((one) => say(one.message)).join('\n')
  return (
    <g
      className={`wire${selected ? ' selected' : ''}${stale ? ' stale' : ''}${wrong ? ' wrong' : ''}${walked ? ' walked' : ''}`}
    >
      {wrong && <title>{wrong}</title>}
      <BaseEdge id={id} path={path} interactionWidth={20} />
      {label && (
        <g transform={`translate(${x - width / 2} ${y - 10})`} className="wire-label">
          <rect width={width} height={20} rx={10} />
          <text x={width / 2} y={14} textAnchor="middle">
            {label}
          </text>
        </g>
      )}
      {!readOnly && (
        // biome-ignore lint/a11y/useSemanticElements: SVG has no button
        <g
          className="wire-add"
          transform={`translate(${x} ${y + (label ? 20 : 0)})`}
          role="button"
          tabIndex={-1}
          aria-label={t('canvas.insertNode')}
          onClick={(event) => {
            event.stopPropagation()
            offerOnEdge({ x: event.clientX, y: event.clientY }, id)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            const box = event.currentTarget.getBoundingClientRect()
            offerOnEdge({ x: box.x, y: box.y }, id)
          }}
        >
          <circle r={9} />
          <path d="M-4 0h8M0-4v8" />
        </g>
      )}
    </g>
  )
})

import {
  ChevronDown,
  ChevronUp,
  CircleAlert,
  CircleCheck,
  LoaderCircle,
  TriangleAlert,
} from 'lucide-react'
import { memo, useState } from 'react'
import type { CanvasProblem } from '../api/types'
import { useGoTo } from '../canvas/FindNode'
import { useCanvas } from '../canvas/store'
import { useWords } from '../i18n'
import { problemText } from './problemText'

/** All that the check says; a click leads to the node and its field. */
export const ProblemList = memo(function ProblemList() {
  const { t } = useWords()
  const problems = useCanvas((state) => state.problems)
  const empty = useCanvas((state) => state.canvas.nodes.length === 0)
  const [open, setOpen] = useState(false)
  // Marks go with an edit; that nothing is left to mend is true once the check has said so.
  const checked = useCanvas(
    (state) =>
      state.problems.length > 0 ||
      (state.pin !== undefined && !state.counting && state.stale.size === 0),
  )
  if (empty) return null
  if (!checked) {
    return (
      <section className="problems" aria-label={t('problems.title')}>
        <div className="problems-head">
          <LoaderCircle size={15} className="spin" />
          {t('problems.checking')}
        </div>
      </section>
    )
  }
  const errors = problems.filter((problem) => problem.severity !== 'warning')
  const sorted = [...errors, ...problems.filter((problem) => problem.severity === 'warning')]
  return (
    <section className={open ? 'problems open' : 'problems'} aria-label={t('problems.title')}>
      <button
        type="button"
        className="problems-head"
        aria-expanded={open}
        disabled={problems.length === 0}
        onClick={() => setOpen(!open)}
      >
        {problems.length === 0 ? (
          <CircleCheck size={15} className="fine" />
        ) : errors.length > 0 ? (
          <CircleAlert size={15} className="bad" />
        ) : (
          <TriangleAlert size={15} className="warn" />
        )}
        {problems.length === 0
          ? t('problems.none')
          : t('problems.count', { count: problems.length })}
        {problems.length > 0 && (open ? <ChevronDown size={14} /> : <ChevronUp size={14} />)}
      </button>
      {open && problems.length > 0 && (
        <ul>
          {sorted.map((problem) => (
            <Line
              key={`${problem.code} ${problem.nodeId} ${problem.edgeId} ${problem.field}`}
              problem={problem}
            />
          ))}
        </ul>
      )}
    </section>
  )
})

function Line({ problem }: { problem: CanvasProblem }) {
  const words = useWords()
  const { t } = words
  const goTo = useGoTo()
  const choose = useCanvas((state) => state.choose)
  const place = useCanvas((state) => {
    const edge = state.canvas.edges.find((one) => one.id === problem.edgeId)
    const id = problem.nodeId ?? edge?.target
    return state.canvas.nodes.find((node) => node.id === id)
  })
  const type = useCanvas((state) => (place ? state.types.get(place.type) : undefined))
  const bad = problem.severity !== 'warning'
  return (
    <li>
      <button
        type="button"
        onClick={() => {
          if (place) goTo(place.id, problem.field)
          if (problem.edgeId) choose({ edges: new Set([problem.edgeId]) })
        }}
      >
        {bad ? (
          <CircleAlert size={14} className="bad" />
        ) : (
          <TriangleAlert size={14} className="warn" />
        )}
        <span className="problem-place">
          {place ? place.name || place.id : t('problems.campaign')}
        </span>
        <span>{problemText(problem, type, words)}</span>
      </button>
    </li>
  )
}

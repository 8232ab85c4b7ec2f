import { CircleAlert, TriangleAlert } from 'lucide-react'
import type { NodeType } from '../../api/types'
import { useWords } from '../../i18n'
import { problemText } from '../../problems/problemText'
import { problemsOfNode } from '../marks'
import { useCanvas } from '../store'

/** What the check says of a node, or why it failed. */
export function Mark({ id, type }: { id: string; type: NodeType | undefined }) {
  const words = useWords()
  const mine = useCanvas((state) => problemsOfNode(state.problems, id))
  const failure = useCanvas((state) => state.figures[id]?.failure)
  if (mine.length === 0 && !failure) return null
  const bad = failure !== undefined || mine.some((problem) => problem.severity !== 'warning')
  const text = [
    ...mine.map((problem) => problemText(problem, type, words)),
    ...(failure ? [failure] : []),
  ].join('\n')
  return (
    <span className={bad ? 'mark bad' : 'mark'} title={text} role="img" aria-label={text}>
      {bad ? <CircleAlert size={16} /> : <TriangleAlert size={16} />}
    </span>
  )
}

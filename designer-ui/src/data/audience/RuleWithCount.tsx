import { useEffect, useState } from 'react'
import { useParams } from 'react-router'
import { Refused } from '../../api/client'
import { countDraft } from '../../api/counts'
import { editor } from '../../api/once'
import type { CanvasProblem } from '../../api/types'
import { useWords } from '../../i18n'
import { problemText } from '../../problems/problemText'
import { useNames } from '../../rules/facts'
import type { Rule } from '../../rules/model'
import { NoCanvas } from '../../rules/NoCanvas'
import { RuleBuilder } from '../../rules/RuleBuilder'
import { sentence } from '../../rules/sentence'

const PAUSE = 150
const WHO = 'who'

/** A rule that stands by itself, with its sentence and the number of people who meet it now. */
export function RuleWithCount({
  rule,
  onChange,
}: {
  rule: Rule | undefined
  onChange: (rule: Rule | undefined) => void
}) {
  return (
    <NoCanvas value={true}>
      <Rules rule={rule} onChange={onChange} />
    </NoCanvas>
  )
}

function Rules({ rule, onChange }: Parameters<typeof RuleWithCount>[0]) {
  const words = useWords()
  const { t, number } = words
  const names = useNames()
  const { count, problems } = useCount(rule)
  const text = sentence(rule, words, names)
  const places = Object.fromEntries(
    problems.map((problem) => [
      problem.field?.replace(/^rule/, '') ?? '',
      problemText(problem, undefined, words),
    ]),
  )
  return (
    <div className="rule">
      <RuleBuilder rule={rule} problems={places} onChange={onChange} />
      {text && <p className="rule-sentence">{text}</p>}
      {count !== undefined && (
        <p className="rule-count" role="status">
          {t('people', { count, shown: number(count) })}
        </p>
      )}
    </div>
  )
}

/** Counts as canvases are counted: as a target group of its own; only the last answer is shown. */
function useCount(rule: Rule | undefined) {
  const { workspace = '' } = useParams()
  const [answer, setAnswer] = useState<{ count?: number; problems: CanvasProblem[] }>({
    problems: [],
  })
  useEffect(() => {
    const asking = new AbortController()
    if (!rule) {
      setAnswer({ problems: [] })
      return
    }
    const wait = setTimeout(async () => {
      try {
        const draft = { canvas: asCanvas(rule), editor: `${editor}-rule` }
        const counts = await countDraft(workspace, draft, asking.signal)
        const ports = counts.nodes?.[WHO]?.ports ?? {}
        const people = Object.values(ports).reduce((sum, port) => sum + port, 0)
        const problems = ((counts.problems ?? []) as CanvasProblem[]).filter(
          ({ nodeId, field }) => nodeId === WHO && field,
        )
        setAnswer(problems.length > 0 ? { problems } : { count: people, problems })
      } catch (error) {
        if (!asking.signal.aborted && error instanceof Refused) {
          setAnswer({ problems: (error.problem.problems ?? []) as CanvasProblem[] })
        }
      }
    }, PAUSE)
    return () => {
      clearTimeout(wait)
      asking.abort()
    }
  }, [workspace, rule])
  return answer
}

function asCanvas(rule: Rule) {
  return {
    schemaVersion: 1,
    name: 'segment',
    nodes: [{ id: WHO, type: 'target-group', name: 'Segment', config: { who: 'rule', rule } }],
    edges: [],
  }
}

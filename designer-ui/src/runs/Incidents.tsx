import { Alert, Button } from 'antd'
import { RotateCcw } from 'lucide-react'
import type { Run, RunNode } from '../api/types'
import { useCanvas } from '../canvas/store'
import { useWords } from '../i18n'

/** What keeps a run from going on: where, why, and what happens next. */
export function Incidents({ run, onRetry }: { run: Run; onRetry: (() => void) | undefined }) {
  const { t, number, time } = useWords()
  const choose = useCanvas((state) => state.choose)
  const incidents = run.nodes.flatMap(incidentsOf)
  return incidents.map(({ node, cause, nextTry, times, stuck }) => (
    <Alert
      key={`${node.id} ${cause}`}
      banner
      type={stuck ? 'error' : 'warning'}
      data-incident={node.id}
      title={
        <span className="incident">
          <button
            type="button"
            className="walk-name"
            onClick={() => choose({ nodes: new Set([node.id]) })}
          >
            {node.name || node.id}
          </button>
          <span>{cause}</span>
          <span className="hint">
            {stuck
              ? t('watch.stuck')
              : nextTry
                ? t('watch.nextTry', { when: time(nextTry) })
                : times > 0 && t('watch.tried', { n: number(times) })}
          </span>
        </span>
      }
      action={
        stuck && onRetry ? (
          <Button size="small" icon={<RotateCcw size={13} />} onClick={onRetry}>
            {t('run.retry')}
          </Button>
        ) : undefined
      }
    />
  ))
}

interface Incident {
  node: RunNode
  cause: string
  nextTry: string | undefined
  times: number
  stuck: boolean
}

function incidentsOf(node: RunNode): Incident[] {
  const { failure, sending } = node
  const failed = failure
    ? [
        {
          node,
          cause: failure.message ?? '',
          nextTry: failure.nextTry,
          times: 0,
          stuck: failure.retriesLeft === 0,
        },
      ]
    : []
  const held = (sending?.troubles ?? []).map(({ text, nextTry, times, kind }) => ({
    node,
    cause: text ?? '',
    nextTry,
    times: times ?? 0,
    stuck: kind === 'content',
  }))
  return [...failed, ...held]
}

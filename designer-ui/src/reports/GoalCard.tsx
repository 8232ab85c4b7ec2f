import type { GoalFigures } from '../api/results'
import { useWords } from '../i18n'
import { useNames } from '../rules/facts'
import type { Rule } from '../rules/model'
import { sentence } from '../rules/sentence'
import type { Shown } from './useShown'

/** How far the goal was reached, against what happens anyway and what was hoped for. */
export function GoalCard({ goal, shown }: { goal: GoalFigures; shown: Shown }) {
  const words = useWords()
  const { t } = words
  const names = useNames()
  const top = Math.max(goal.rate ?? 0, goal.target ?? 0, goal.baseline ?? 0) * 1.15 || 1
  const at = (share: number) => `${Math.min(100, (100 * share) / top)}%`
  const met = goal.target !== null && goal.rate !== null && goal.rate >= goal.target
  return (
    <section className="panel goal">
      <h2>{t('reports.goal')}</h2>
      <p>
        {t('reports.goalLine', {
          what: sentence(goal.condition as Rule, words, names),
          days: goal.days,
        })}
      </p>
      <p className="goal-rate">
        <strong className={met ? 'fine' : ''}>{shown.percent(goal.rate)}</strong>{' '}
        {t('reports.goalOf', {
          reached: shown.count(goal.reached),
          entered: shown.count(goal.entered),
        })}
      </p>
      <div className="goal-bar" aria-hidden="true">
        <div className="goal-fill" style={{ width: at(goal.rate ?? 0) }} />
        {goal.baseline !== null && <i className="goal-mark" style={{ left: at(goal.baseline) }} />}
        {goal.target !== null && (
          <i className="goal-mark target" style={{ left: at(goal.target) }} />
        )}
      </div>
      <p className="hint">
        {[
          goal.baseline === null
            ? ''
            : t('reports.goalBaseline', { share: shown.percent(goal.baseline) }),
          goal.target === null
            ? ''
            : t('reports.goalTarget', { share: shown.percent(goal.target) }),
          goal.complete ? '' : t('reports.goalOpen'),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
    </section>
  )
}

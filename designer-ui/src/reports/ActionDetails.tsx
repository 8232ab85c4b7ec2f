import { Button } from 'antd'
import type { ActionFigures } from '../api/results'
import { useWords } from '../i18n'
import { reasonWord } from '../ui/reasons'
import { ComparisonNote } from './ComparisonNote'
import type { Asked, Who } from './PeopleDrawer'
import type { Shown } from './useShown'

interface Props {
  action: ActionFigures
  run: number | undefined
  shown: Shown
  onPeople: (asked: Asked) => void
}

/** What does not fit beside the other actions: reasons, intent, and the control group. */
export function ActionDetails({ action, run, shown, onPeople }: Props) {
  const { t, time } = useWords()
  const { reach, response, sales, intent, comparison } = action
  const open = (who: Who) => () => {
    if (run !== undefined)
      onPeople({ run, node: action.analysis ?? action.node, name: action.name, who })
  }
  const facts: [string, string][] = [
    [t('reports.reached'), shown.count(response.reached)],
    [t('reports.skipped'), shown.count(reach.skipped)],
    [t('reports.unknown'), shown.count(reach.unknown)],
    [t('reports.pending'), shown.count(reach.pending)],
    [t('reports.orders'), shown.count(sales.orders)],
    [t('reports.itemsPerBuyer'), shown.ratio(sales.itemsPerBuyer)],
    [t('reports.enquired'), shown.count(intent.enquired)],
    [t('reports.addedToCart'), shown.count(intent.addedToCart)],
    [t('reports.favourited'), shown.count(intent.favourited)],
    [t('reports.placedUnpaid'), shown.count(intent.placedUnpaid)],
  ]
  const reasons = Object.entries(reach.heldBackBy)
  return (
    <div className="action-details">
      {comparison && <ComparisonNote comparison={comparison} shown={shown} />}
      <p className="ports-line">
        {facts.map(([name, value]) => (
          <span key={name}>
            {name} <b>{value}</b>
          </span>
        ))}
      </p>
      {reasons.length > 0 && (
        <p className="ports-line">
          {t('reports.heldBack')}:
          {reasons.map(([reason, people]) => (
            <span key={reason}>
              {reasonWord(reason)} <b>{shown.count(people)}</b>
            </span>
          ))}
        </p>
      )}
      <p className="hint">
        {action.until
          ? t('reports.countsUntil', { n: action.days, when: time(action.until) })
          : t('reports.countsDays', { n: action.days })}{' '}
        {run !== undefined && comparison && comparison.control.assigned > 0 && (
          <Button type="link" size="small" onClick={open('control')}>
            {t('reports.controlPeople')}
          </Button>
        )}
        {run !== undefined && intent.placedUnpaid > 0 && (
          <Button type="link" size="small" onClick={open('placed-unpaid')}>
            {t('reports.unpaidPeople')}
          </Button>
        )}
      </p>
    </div>
  )
}

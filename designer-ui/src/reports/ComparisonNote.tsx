import type { Comparison } from '../api/results'
import { useWords } from '../i18n'
import type { Shown } from './useShown'

/** Below it, chance is not what marketers should bet on. */
const HARDLY_CHANCE = 0.05
const SMALLEST_SHOWN = 0.001
/** Less is shown as 0.0 points. */
const SMALLEST_SEEN = 0.0005

/** An action against the people left alone, in a sentence. */
export function ComparisonNote({ comparison, shown }: { comparison: Comparison; shown: Shown }) {
  const { t, language } = useWords()
  const { treated, control, difference, low, high, p, incremental, goal } = comparison
  if (difference === null || low === null || high === null)
    return <p className="comparison">{t('reports.compareNobody')}</p>
  const seen = Math.abs(difference) >= SMALLEST_SEEN
  const which = !seen ? 'same' : difference > 0 ? 'more' : 'less'
  const likely = p !== null && p < HARDLY_CHANCE
  return (
    <div className={`comparison ${likely ? which : 'same'}`} data-part="comparison">
      <p>
        <strong>{t(`reports.${goal ? 'goalCompare' : 'buyCompare'}.${which}`)}</strong>{' '}
        {t('reports.compareShares', {
          treated: shown.percent(treated.rate),
          control: shown.percent(control.rate),
          points: shown.points(difference),
          low: shown.points(low),
          high: shown.points(high),
        })}{' '}
        {p === null
          ? ''
          : t(likely ? 'reports.hardlyChance' : 'reports.maybeChance', {
              p: shownP(p, language === 'zh' ? 'zh-CN' : 'en-GB'),
            })}
      </p>
      <p className="hint">
        {t('reports.compareArms', {
          treated: shown.count(treated.people),
          treatedHeld: shown.count(treated.heldBack),
          control: shown.count(control.people),
          controlHeld: shown.count(control.heldBack),
        })}{' '}
        {incremental !== null && likely
          ? t('reports.incremental', { n: shown.count(Math.round(incremental)) })
          : ''}
      </p>
    </div>
  )
}

function shownP(p: number, locale: string): string {
  if (p < SMALLEST_SHOWN) return `< ${SMALLEST_SHOWN}`
  return `= ${new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }).format(p)}`
}

import type { Total } from '../api/results'
import { useWords } from '../i18n'
import { Sum } from '../ui/Sum'
import type { Shown } from './useShown'

/** The whole in nine figures, each with what it is made of. */
export function KeyFigures({ total, shown }: { total: Total; shown: Shown }) {
  const { t } = useWords()
  const { sales } = total
  return (
    <div className="sums" data-part="key-figures">
      <Sum
        label={t('reports.entered')}
        value={shown.count(total.entered)}
        more={t('reports.treatedMore', { n: shown.count(total.people) })}
      />
      <Sum
        label={t('reports.reached')}
        value={shown.count(total.reached)}
        more={t('reports.reachedMore')}
      />
      <Sum
        label={t('reports.ctr')}
        value={shown.percent(total.ctr)}
        more={t('reports.ctrMore', { n: shown.count(total.clicks) })}
      />
      <Sum
        label={t('reports.cvr')}
        value={shown.percent(total.cvr)}
        more={t('reports.cvrMore', { n: shown.count(total.conversions) })}
      />
      <Sum
        label={t('reports.buyers')}
        value={shown.count(sales.buyers)}
        more={t('reports.buyersMore', {
          orders: shown.count(sales.orders),
          items: shown.count(sales.items),
        })}
      />
      <Sum
        label={t('reports.sales')}
        value={shown.money(sales.amount)}
        more={t('reports.salesMore', { n: shown.money(sales.amountPerBuyer) })}
      />
      <Sum label={t('reports.cost')} value={shown.money(total.cost)} more={t('reports.costMore')} />
      <Sum label={t('reports.roi')} value={shown.ratio(total.roi)} more={t('reports.roiMore')} />
    </div>
  )
}

import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import type { ActionFigures } from '../api/results'
import { useWords } from '../i18n'
import { Chart } from './Chart'
import { barsOption, type ChartColours } from './option'
import type { Shown } from './useShown'

const METRICS = ['sales', 'buyers', 'items', 'clicks', 'conversions', 'roi'] as const
type Metric = (typeof METRICS)[number]

const BAR = 34
const MARGIN = 24

/** One figure of every action side by side. */
export function CompareChart({ actions, shown }: { actions: ActionFigures[]; shown: Shown }) {
  const { t } = useWords()
  const [metric, setMetric] = useState<Metric>('sales')
  const option = useMemo(() => {
    const bars = actions.map((action) => {
      const value = figure(action, metric)
      return {
        name: action.name,
        value: value ?? 0,
        shown:
          metric === 'sales'
            ? shown.money(value)
            : metric === 'roi'
              ? shown.ratio(value)
              : shown.count(value),
      }
    })
    return (colours: ChartColours) => barsOption(bars, colours)
  }, [actions, metric, shown])
  return (
    <figure className="panel">
      <figcaption className="section-head">
        <h2>{t('reports.compare')}</h2>
        <Segmented<Metric>
          aria-label={t('reports.compareBy')}
          value={metric}
          onChange={setMetric}
          options={METRICS.map((one) => ({ value: one, label: t(`reports.${one}`) }))}
        />
      </figcaption>
      <Chart
        height={actions.length * BAR + MARGIN}
        label={`${t('reports.compare')}: ${t(`reports.${metric}`)}. ${t('reports.tableBelow')}`}
        option={option}
      />
    </figure>
  )
}

function figure({ sales, response }: ActionFigures, metric: Metric): number | null {
  switch (metric) {
    case 'sales':
      return sales.amount
    case 'buyers':
      return sales.buyers
    case 'items':
      return sales.items
    case 'clicks':
      return response.clicks
    case 'conversions':
      return response.conversions
    case 'roi':
      return response.roi
  }
}

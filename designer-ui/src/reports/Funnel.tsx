import { useMemo } from 'react'
import type { Total } from '../api/results'
import { useWords } from '../i18n'
import { Chart } from './Chart'
import { type Bar, barsOption, type ChartColours } from './option'
import type { Shown } from './useShown'

const HEIGHT = 230

/** From those who entered to those who bought, as bars, with the same as a table for readers without sight. */
export function Funnel({ total, shown }: { total: Total; shown: Shown }) {
  const { t } = useWords()
  const bars = useMemo(() => {
    const of = (name: string, value: number, share?: number | null): Bar => ({
      name,
      value,
      shown:
        share === undefined || share === null
          ? shown.count(value)
          : `${shown.count(value)} · ${shown.percent(share)}`,
    })
    const people = (name: string, value: number) =>
      of(name, value, total.entered > 0 ? value / total.entered : null)
    return [
      people(t('reports.entered'), total.entered),
      people(t('reports.treated'), total.people),
      of(t('reports.reachedContacts'), total.reached),
      of(t('reports.clicks'), total.clicks, total.ctr),
      people(t('reports.conversions'), total.conversions),
      people(t('reports.buyers'), total.sales.buyers),
    ]
  }, [t, total, shown])
  const option = useMemo(() => (colours: ChartColours) => barsOption(bars, colours), [bars])
  return (
    <figure className="panel">
      <figcaption>
        <h2>{t('reports.funnel')}</h2>
        <span className="hint">{t('reports.funnelHelp')}</span>
      </figcaption>
      <Chart height={HEIGHT} label={t('reports.funnel')} option={option} />
      <table className="unseen">
        <caption>{t('reports.funnel')}</caption>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.name}>
              <th scope="row">{bar.name}</th>
              <td>{bar.shown}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}

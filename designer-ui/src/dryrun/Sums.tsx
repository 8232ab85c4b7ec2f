import type { Forecast } from '../api/types'
import { useWords } from '../i18n'
import { word } from '../rules/sentence'

/** The dry run in a few numbers: people, parts, and cost against budget and balances. */
export function Sums({ result }: { result: Forecast }) {
  const { t, number, money } = useWords()
  const currency = result.money?.currency
  const budget = result.money?.budget
  const units = result.nodes.reduce((sum, node) => sum + (node.units ?? 0), 0)
  return (
    <div className="sums">
      <Sum label={t('dry.people')} value={number(result.people)} />
      <Sum label={t('dry.messages')} value={number(units)} />
      <Sum
        label={t('dry.cost')}
        value={money(result.cost, currency)}
        more={
          budget
            ? t('dry.budgetLeft', { left: money(budget.available - budget.need, currency) })
            : `${t('dry.budget')}: ${t('dry.noBudget')}`
        }
        bad={(budget?.shortBy ?? 0) > 0}
      />
      {(result.money?.balances ?? []).map((balance) => (
        <Sum
          key={balance.channel}
          label={t('dry.balance', { channel: word('choice', balance.channel) })}
          value={number(balance.have - balance.need)}
          more={
            balance.shortBy > 0
              ? t('dry.short', { n: number(balance.shortBy) })
              : t('dry.balanceLine', { need: number(balance.need), have: number(balance.have) })
          }
          bad={balance.shortBy > 0}
        />
      ))}
    </div>
  )
}

function Sum({
  label,
  value,
  more,
  bad = false,
}: {
  label: string
  value: string
  more?: string
  bad?: boolean
}) {
  return (
    <div className={bad ? 'sum bad' : 'sum'}>
      <div className="sum-label">{label}</div>
      <div className="sum-value">{value}</div>
      {more && <div className="sum-more">{more}</div>}
    </div>
  )
}

import type { Forecast } from '../api/types'
import { useCanvas } from '../canvas/store'
import { useWords } from '../i18n'
import { word } from '../rules/sentence'
import { reasonWord } from '../ui/reasons'
import { Sum } from '../ui/Sum'
import { heldBackOf, partsOf, shortOf } from './totals'

const REASONS_SHOWN = 3

/** The dry run in a few numbers: people, parts, and cost against budget, stock and balances. */
export function Sums({ result }: { result: Forecast }) {
  const { t, number, money } = useWords()
  const currency = result.money?.currency
  const budget = result.money?.budget
  const types = useCanvas((state) => state.types)
  const parts = partsOf(result, types)
  const held = heldBackOf(result)
  const short = shortOf(result)
  const depends = (result.highestCost ?? 0) > result.cost
  return (
    <div className="sums">
      <Sum label={t('dry.people')} value={number(result.people)} />
      <Sum
        label={t('forecast.heldBackAll')}
        value={number(held.people)}
        more={
          held.people === 0
            ? t('forecast.heldBackNone')
            : held.reasons
                .slice(0, REASONS_SHOWN)
                .map(({ reason, people }) => `${reasonWord(reason)} ${number(people)}`)
                .join(' · ')
        }
      />
      <Sum label={t('dry.messages')} value={number(parts)} />
      <Sum
        label={t('dry.cost')}
        value={money(result.cost, currency)}
        more={
          depends
            ? t('forecast.highest', { cost: money(result.highestCost ?? 0, currency) })
            : undefined
        }
      />
      <Sum
        label={t('dry.budget')}
        value={budget ? money(budget.limit, currency) : t('dry.noBudget')}
        more={
          budget
            ? budget.shortBy > 0
              ? t('forecast.budgetShort', { n: money(budget.shortBy, currency) })
              : t('dry.budgetLeft', { left: money(budget.available - budget.need, currency) })
            : undefined
        }
        bad={(budget?.shortBy ?? 0) > 0}
      />
      {short > 0 && (
        <Sum
          label={t('forecast.shortAll')}
          value={number(short)}
          more={t('forecast.shortMore')}
          bad
        />
      )}
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

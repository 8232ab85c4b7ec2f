import { useMemo } from 'react'
import { useWords } from '../i18n'

/** What stands where there is nothing to divide by. */
export const NOTHING = '–'

type Maybe = number | null | undefined

/** Figures as they are shown; a dash where there is none. */
export function useShown(currency: string | undefined) {
  const { language, number, money } = useWords()
  return useMemo(() => {
    const locale = language === 'zh' ? 'zh-CN' : 'en-GB'
    const percents = new Intl.NumberFormat(locale, {
      style: 'percent',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    })
    const points = new Intl.NumberFormat(locale, {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
      signDisplay: 'exceptZero',
    })
    const ratios = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
    const or = (show: (value: number) => string) => (value: Maybe) =>
      value === null || value === undefined ? NOTHING : show(value)
    return {
      count: or(number),
      money: or((value) => money(value, currency)),
      percent: or((value) => percents.format(value)),
      /** A difference of shares, in percentage points. */
      points: or((value) => points.format(value * 100)),
      ratio: or((value) => ratios.format(value)),
    }
  }, [language, number, money, currency])
}

export type Shown = ReturnType<typeof useShown>

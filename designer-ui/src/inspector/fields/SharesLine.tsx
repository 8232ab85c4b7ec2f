import { Button } from 'antd'
import type { Config } from '../../api/types'
import { useWords } from '../../i18n'

const ALL = 100
const FINE = 10_000

interface Props {
  items: Config[]
  /** The share of others, such as a control group. */
  besides: number
  onShareOut: (together: number) => void
}

/** What the shares add up to, and a button that makes them 100. */
export function SharesLine({ items, besides, onShareOut }: Props) {
  const { t, number } = useWords()
  const shares = items.reduce((sum, item) => sum + (Number(item.percent) || 0), besides)
  const sum = Math.round(shares * FINE) / FINE
  const right = sum === ALL
  return (
    <>
      <span className={right ? 'shares' : 'shares wrong'}>
        {t(right ? 'field.sum' : 'field.sumWrong', { sum: number(sum) })}
      </span>
      <Button size="small" type="link" onClick={() => onShareOut(ALL - besides)}>
        {t('field.shareOut')}
      </Button>
    </>
  )
}

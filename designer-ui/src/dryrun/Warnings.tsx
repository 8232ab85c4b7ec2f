import { Alert } from 'antd'
import type { Forecast } from '../api/types'
import { i18n, type TextKey, useWords } from '../i18n'
import { word } from '../rules/sentence'

/** What to know before the start: of the canvas, and of money and balances. */
export function Warnings({ result }: { result: Forecast }) {
  const { t, say } = useWords()
  const money = useMoneyWarnings(result)
  const warnings = [...(result.warnings ?? []).map(({ message }) => say(message)), ...money]
  if (warnings.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={t('dry.warnings')}
      description={
        <ul>
          {warnings.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      }
    />
  )
}

/** The server says these in English; here they are said with the figures of the dry run. */
function useMoneyWarnings({ money: forecast }: Forecast): string[] {
  const { t, number, money } = useWords()
  return (forecast?.warnings ?? []).map(({ code, subject, message }) => {
    const key = `forecast.money.${code}` as TextKey
    if (!i18n.exists(key)) return message
    const balance = forecast?.balances?.find(({ channel }) => channel === subject)
    return t(key, {
      channel: word('choice', subject ?? ''),
      n:
        code === 'over-budget'
          ? money(forecast?.budget?.shortBy ?? 0, forecast?.currency)
          : number(balance?.shortBy ?? 0),
    })
  })
}

import type { Words } from '../../i18n'

export const UNITS = ['days', 'hours', 'minutes'] as const
export type Unit = (typeof UNITS)[number]
export interface Span {
  amount: number
  unit: Unit
}

const SECONDS: Record<Unit, number> = { days: 86_400, hours: 3_600, minutes: 60 }

/** Reads a duration of ISO 8601 in the largest unit that has no rest; undefined where it cannot. */
export function readDuration(text: unknown): Span | undefined {
  const found = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(
    String(text),
  )
  if (!found) return undefined
  const [weeks, days, hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0))
  const all =
    (((weeks ?? 0) * 7 + (days ?? 0)) * 24 + (hours ?? 0)) * 3_600 +
    (minutes ?? 0) * 60 +
    (seconds ?? 0)
  const unit = UNITS.find((one) => all > 0 && all % SECONDS[one] === 0) ?? 'minutes'
  return { amount: all / SECONDS[unit], unit }
}

export function writeDuration({ amount, unit }: Span): string {
  if (unit === 'days') return `P${amount}D`
  return unit === 'hours' ? `PT${amount}H` : `PT${amount}M`
}

export function durationWords(text: string, { t, number }: Words): string {
  const span = readDuration(text)
  return span ? `${number(span.amount)} ${t(`field.${span.unit}`)}` : text
}

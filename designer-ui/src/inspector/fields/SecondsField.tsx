import { InputNumber } from 'antd'
import type { FieldProps } from '../SettingField'

/** A short length of time as a number of seconds. */
export function SecondsField({ value, title, schema, onChange }: FieldProps) {
  return (
    <InputNumber
      className="wide"
      aria-label={title}
      min={0}
      placeholder={schema['x-placeholder'] ?? ''}
      value={secondsOf(value)}
      onChange={(seconds) => onChange(seconds === null ? undefined : `PT${seconds}S`)}
    />
  )
}

/** Reads hours, minutes and seconds of ISO 8601, with a fraction of a second. */
export function secondsOf(text: unknown): number | null {
  const found = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(String(text))
  if (!found) return null
  const [hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0))
  return (hours ?? 0) * 3_600 + (minutes ?? 0) * 60 + (seconds ?? 0)
}

import { InputNumber } from 'antd'
import type { FieldProps } from '../SettingField'

const HUNDREDTHS = 10_000

/** A share from 0 to 1, shown in percent. */
export function RatioField({ value, title, onChange }: FieldProps) {
  return (
    <InputNumber
      className="wide"
      aria-label={title}
      suffix="%"
      min={0.01}
      max={100}
      precision={2}
      value={typeof value === 'number' ? Math.round(value * HUNDREDTHS) / 100 : null}
      onChange={(percent) =>
        onChange(percent === null ? undefined : Math.round(percent * 100) / HUNDREDTHS)
      }
    />
  )
}

import { InputNumber, Select, Space } from 'antd'
import { readDuration, UNITS, type Unit, writeDuration } from '../../canvas/model/duration'
import { useWords } from '../../i18n'
import type { FieldProps } from '../SettingField'

/** A length of time as a number of days, hours or minutes. */
export function DurationField({ value, title, onChange }: FieldProps) {
  const { t } = useWords()
  const span = value === undefined ? undefined : readDuration(value)
  const unit = span?.unit ?? 'days'
  return (
    <Space.Compact block>
      <InputNumber
        className="wide"
        aria-label={title}
        min={1}
        precision={0}
        value={span?.amount ?? null}
        onChange={(amount) => onChange(amount ? writeDuration({ amount, unit }) : undefined)}
      />
      <Select<Unit>
        aria-label={t('field.unit')}
        className="unit"
        value={unit}
        options={UNITS.map((one) => ({ value: one, label: t(`field.${one}`) }))}
        onChange={(next) => onChange(writeDuration({ amount: span?.amount ?? 1, unit: next }))}
      />
    </Space.Compact>
  )
}

import { Select } from 'antd'
import { useWords } from '../../i18n'
import { useEarlier } from '../../rules/earlier'
import type { FieldProps } from '../SettingField'

/** A node that people pass before this one and that gives coupons. */
export function NodeField({ value, title, onChange }: FieldProps) {
  const { t } = useWords()
  const { coupons } = useEarlier()
  return (
    <Select
      className="wide"
      allowClear
      aria-label={title}
      placeholder={t(coupons.length > 0 ? 'inspector.chooseOne' : 'field.nodeNone')}
      value={typeof value === 'string' ? value : null}
      options={coupons.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChange}
    />
  )
}

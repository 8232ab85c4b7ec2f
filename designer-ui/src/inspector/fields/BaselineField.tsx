import { Select } from 'antd'
import { useCanvas } from '../../canvas/store'
import { useWords } from '../../i18n'
import type { FieldProps } from '../SettingField'

/** A node whose people get nothing on purpose. */
export function BaselineField({ value, title, onChange }: FieldProps) {
  const { t } = useWords()
  const nodes = useCanvas((state) => state.canvas.nodes)
  const types = useCanvas((state) => state.types)
  const options = nodes
    .filter((node) =>
      types.get(node.type)?.traits.some((trait) => trait === 'control' || trait === 'hold-out'),
    )
    .map(({ id, name }) => ({ value: id, label: name || id }))
  return (
    <Select
      className="wide"
      allowClear
      aria-label={title}
      placeholder={options.length > 0 ? t('field.none') : t('field.noBaseline')}
      value={typeof value === 'string' ? value : null}
      options={options}
      onChange={onChange}
    />
  )
}

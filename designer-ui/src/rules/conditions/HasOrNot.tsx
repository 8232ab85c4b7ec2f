import { Select } from 'antd'
import { useWords } from '../../i18n'
import type { Editing } from './editing'

/** Whether somebody has a mark, or has not. */
export function HasOrNot({ leaf, onChange }: Editing) {
  const { t } = useWords()
  return (
    <Select
      size="small"
      className="operator"
      aria-label={t('rule.op')}
      value={leaf.op === 'has-not' ? 'has-not' : 'has'}
      options={[
        { value: 'has', label: t('op.has') },
        { value: 'has-not', label: t('op.has-not') },
      ]}
      onChange={(op) => {
        const { op: _, ...rest } = leaf
        onChange(op === 'has' ? rest : { ...rest, op })
      }}
    />
  )
}

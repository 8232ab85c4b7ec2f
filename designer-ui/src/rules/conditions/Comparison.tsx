import { Select } from 'antd'
import { useWords } from '../../i18n'
import { useFacts } from '../facts'
import { OPERATORS, valueKind, withOperator } from '../model'
import { word } from '../sentence'
import { ValueField } from '../ValueField'
import type { Editing } from './editing'

/** How a value compares: operator and value. */
export function Comparison({ leaf, onChange }: Editing) {
  const { t } = useWords()
  const attributes = useFacts('GET /api/workspaces/{workspace}/attributes') as {
    key: string
    type: string
  }[]
  const kind = valueKind(leaf, attributes)
  if (!kind) return null
  const metric = 'orders' in leaf || 'events' in leaf || 'points' in leaf
  const operators = OPERATORS[kind].filter((op) => !metric || !op.startsWith('is-'))
  return (
    <div className="condition-row">
      <Select
        size="small"
        className="operator"
        aria-label={t('rule.op')}
        popupMatchSelectWidth={false}
        value={leaf.op === undefined ? null : String(leaf.op)}
        options={operators.map((op) => ({ value: op, label: word('op', op) }))}
        onChange={(op: string) => onChange(withOperator(leaf, kind, op))}
      />
      <ValueField leaf={leaf} kind={kind} onChange={(value) => onChange({ ...leaf, value })} />
    </div>
  )
}

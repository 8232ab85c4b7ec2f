import { InputNumber, Select } from 'antd'
import { useWords } from '../../i18n'
import { useFacts } from '../facts'
import { word } from '../sentence'
import type { Editing } from './editing'

/** A day of the year around today. */
export function Anniversary({ leaf, onChange }: Editing) {
  const { t } = useWords()
  const attributes = useFacts('GET /api/workspaces/{workspace}/attributes')
  const dates = [
    { value: 'birth_date', label: word('profile', 'birth_date') },
    { value: 'registered_at', label: word('profile', 'registered_at') },
    ...attributes
      .filter(({ type }) => type === 'date')
      .map(({ key, label }) => ({ value: `attribute:${key}`, label: label ?? key })),
  ]
  return (
    <div className="condition-row wrap">
      <Select
        size="small"
        aria-label={t('rule.anniversary')}
        value={String(leaf.anniversary)}
        options={dates}
        onChange={(anniversary) => onChange({ ...leaf, anniversary })}
      />
      <InputNumber
        size="small"
        aria-label={t('rule.from')}
        prefix={t('rule.from')}
        value={Number(leaf.from)}
        min={-366}
        max={366}
        precision={0}
        onChange={(from) => onChange({ ...leaf, from: from ?? 0 })}
      />
      <InputNumber
        size="small"
        aria-label={t('rule.to')}
        prefix={t('rule.to')}
        suffix={t('field.days')}
        value={Number(leaf.to)}
        min={-366}
        max={366}
        precision={0}
        onChange={(to) => onChange({ ...leaf, to: to ?? 0 })}
      />
    </div>
  )
}

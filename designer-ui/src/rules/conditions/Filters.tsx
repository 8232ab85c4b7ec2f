import { Select } from 'antd'
import { useWords } from '../../i18n'
import { type Leaf, STATUSES } from '../model'
import { asList, choices, type Editing } from './editing'

/** Which orders or events count: by status, category and product. */
export function Filters({ leaf, onChange, orders }: Editing & { orders?: boolean }) {
  const { t } = useWords()
  const where = (leaf.where ?? {}) as Leaf
  const change = (key: string, value: unknown) => {
    const next: Leaf = { ...where, [key]: value }
    if (value === undefined || (Array.isArray(value) && value.length === 0)) delete next[key]
    const { where: _, ...rest } = leaf
    onChange(Object.keys(next).length > 0 ? { ...rest, where: next } : rest)
  }
  return (
    <div className="condition-row wrap">
      {orders && (
        <Select
          size="small"
          aria-label={t('rule.status')}
          value={String(where.status ?? 'paid')}
          options={choices(STATUSES)}
          onChange={(status) => change('status', status === 'paid' ? undefined : status)}
        />
      )}
      {(['category', 'product'] as const).map((key) => (
        <Select
          key={key}
          size="small"
          mode="tags"
          open={false}
          className="grow"
          aria-label={t(`rule.${key}`)}
          placeholder={t(`rule.${key}`)}
          value={asList(where[key])}
          onChange={(value) => change(key, value)}
        />
      ))}
    </div>
  )
}

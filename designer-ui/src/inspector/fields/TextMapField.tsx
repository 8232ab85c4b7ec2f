import { Button, Input } from 'antd'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../i18n'
import type { FieldProps } from '../SettingField'

/** Texts under names of one's own, such as headers. */
export function TextMapField({ value, title, onChange }: FieldProps) {
  const { t } = useWords()
  const [rows, setRows] = useState(() => Object.entries((value ?? {}) as Record<string, string>))
  const change = (next: [string, string][]) => {
    setRows(next)
    const named = next.filter(([name]) => name.trim() !== '')
    onChange(named.length > 0 ? Object.fromEntries(named) : undefined)
  }
  const set = (at: number, row: [string, string]) =>
    change(rows.map((one, i) => (i === at ? row : one)))
  return (
    <div className="text-map">
      {rows.map(([name, text], at) => (
        <div className="text-map-row" key={at}>
          <Input
            aria-label={`${title}: ${t('data.name')}`}
            placeholder={t('data.name')}
            value={name}
            onChange={(event) => set(at, [event.target.value, text])}
          />
          <Input
            aria-label={`${title}: ${t('rule.value')}`}
            placeholder={t('rule.value')}
            value={text}
            onChange={(event) => set(at, [name, event.target.value])}
          />
          <Button
            type="text"
            icon={<X size={14} />}
            aria-label={t('field.removeItem', { n: at + 1 })}
            onClick={() => change(rows.filter((_, i) => i !== at))}
          />
        </div>
      ))}
      <Button size="small" icon={<Plus size={13} />} onClick={() => setRows([...rows, ['', '']])}>
        {t('field.add')}
      </Button>
    </div>
  )
}

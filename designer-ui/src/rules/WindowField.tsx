import { DatePicker, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { useContext } from 'react'
import { useWords } from '../i18n'
import { useEarlier } from './earlier'
import { CALENDAR, type Leaf } from './model'
import { NoCanvas } from './NoCanvas'
import { word } from './sentence'

/** When the orders or events were: at any time, in the last days, by the calendar, between days, in this run. */
export function WindowField({ leaf, onChange }: { leaf: Leaf; onChange: (leaf: Leaf) => void }) {
  const { t } = useWords()
  const { all } = useEarlier()
  const alone = useContext(NoCanvas)
  const window = leaf.window as Leaf | undefined
  const kind = kindOf(window)
  const set = (next: Leaf | undefined) => {
    const { window: _, ...rest } = leaf
    onChange(next ? { ...rest, window: next } : rest)
  }
  return (
    <div className="condition-row">
      <Select
        size="small"
        className="operator"
        aria-label={t('rule.window')}
        popupMatchSelectWidth={false}
        value={kind}
        options={[
          { value: 'always', label: t('rule.always') },
          { value: 'last', label: t('rule.within') },
          ...CALENDAR.map((key) => ({ value: `calendar:${key}`, label: word('choice', key) })),
          { value: 'between', label: t('op.between') },
          ...(alone ? [] : [{ value: 'entering', label: t('rule.sinceEntering') }]),
          ...all.map(({ id, name }) => ({
            value: `node:${id}`,
            label: t('rule.sinceNode', { node: name }),
          })),
        ]}
        onChange={(next: string) => set(windowOf(next))}
      />
      {kind === 'last' && (
        <InputNumber
          size="small"
          className="grow"
          aria-label={t('field.days')}
          suffix={t('field.days')}
          min={1}
          max={3650}
          precision={0}
          value={Number(/^P(\d+)D$/.exec(String(window?.last))?.[1] ?? 30)}
          onChange={(days) => set({ last: `P${days ?? 1}D` })}
        />
      )}
      {kind === 'between' && (
        <DatePicker.RangePicker
          size="small"
          className="grow"
          allowEmpty
          value={[day(window?.from), day(window?.to)]}
          onChange={(days) => {
            const from = days?.[0]?.format('YYYY-MM-DD')
            const to = days?.[1]?.format('YYYY-MM-DD')
            set({ ...(from ? { from } : {}), ...(to ? { to } : {}) })
          }}
        />
      )}
    </div>
  )
}

const day = (value: unknown) => (typeof value === 'string' ? dayjs(value) : null)

function kindOf(window: Leaf | undefined): string {
  if (!window) return 'always'
  if ('last' in window) return 'last'
  if ('calendar' in window) return `calendar:${window.calendar}`
  if ('since' in window) return 'entering'
  if ('sinceNode' in window) return `node:${window.sinceNode}`
  return 'between'
}

function windowOf(kind: string): Leaf | undefined {
  if (kind === 'always') return undefined
  if (kind === 'last') return { last: 'P30D' }
  if (kind === 'entering') return { since: 'entering' }
  if (kind.startsWith('calendar:')) return { calendar: kind.slice('calendar:'.length) }
  if (kind.startsWith('node:')) return { sinceNode: kind.slice('node:'.length) }
  return {}
}

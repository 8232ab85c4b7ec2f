import { Button, Input, InputNumber, Tooltip } from 'antd'
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import type { Config } from '../../api/types'
import { newItem, resolved, shareOut } from '../../canvas/model/settings'
import { useWords } from '../../i18n'
import { belongs, SchemaForm } from '../SchemaForm'
import type { FieldProps } from '../SettingField'
import { SharesLine } from './SharesLine'

const MOST = 20

/** A list of branches, draws, variants or messages, each with fields of its own. */
export function ItemsField({ schema, root, value, config, path, problems, onChange }: FieldProps) {
  const { t } = useWords()
  const items = resolved(schema.items ?? {}, root)
  const list = (Array.isArray(value) ? value : []).map((item) => (item ?? {}) as Config)
  const named = 'key' in (items.properties ?? {}) && 'name' in (items.properties ?? {})
  const percents = 'percent' in (items.properties ?? {})
  const set = (next: Config[]) => onChange(next.length > 0 ? next : undefined)
  const change = (index: number, item: Config) =>
    set(list.map((old, at) => (at === index ? item : old)))
  const move = (from: number, to: number) => {
    const next = [...list]
    next.splice(to, 0, ...next.splice(from, 1))
    set(next)
  }
  return (
    <div className="items">
      {list.map((item, index) => (
        <div className="item" key={String(item.key ?? index)}>
          <div className="item-head">
            {named ? (
              <Input
                size="small"
                className="grow"
                aria-label={t('inspector.name')}
                placeholder={String(item.key ?? '')}
                value={String(item.name ?? '')}
                onChange={(event) => change(index, withName(item, event.target.value))}
              />
            ) : (
              <span className="grow item-number">{index + 1}</span>
            )}
            {percents && (
              <InputNumber
                size="small"
                className="percent"
                aria-label={`${t('field.share')} ${item.name || item.key}`}
                suffix="%"
                min={0}
                max={100}
                value={typeof item.percent === 'number' ? item.percent : null}
                onChange={(percent) => change(index, { ...item, percent: percent ?? undefined })}
              />
            )}
            <Tooltip title={t('field.moveUp')}>
              <Button
                type="text"
                size="small"
                disabled={index === 0}
                icon={<ArrowUp size={14} />}
                aria-label={t('field.moveUp')}
                onClick={() => move(index, index - 1)}
              />
            </Tooltip>
            <Tooltip title={t('field.moveDown')}>
              <Button
                type="text"
                size="small"
                disabled={index === list.length - 1}
                icon={<ArrowDown size={14} />}
                aria-label={t('field.moveDown')}
                onClick={() => move(index, index + 1)}
              />
            </Tooltip>
            <Button
              type="text"
              size="small"
              icon={<Trash2 size={14} />}
              aria-label={t('field.removeItem', { n: index + 1 })}
              onClick={() => set(list.filter((_, at) => at !== index))}
            />
          </div>
          <SchemaForm
            schema={items}
            root={root}
            config={item}
            path={`${path}[${index}].`}
            hidden={named ? ['key', 'name', 'percent'] : []}
            problems={problems.filter((problem) => belongs(problem.field, `${path}[${index}]`))}
            onChange={(changed) => change(index, changed)}
          />
        </div>
      ))}
      <div className="items-foot">
        <Button
          size="small"
          icon={<Plus size={14} />}
          disabled={list.length >= (schema.maxItems ?? MOST)}
          onClick={() => set([...list, newItem(items, root, list)])}
        >
          {t('field.add')}
        </Button>
        {percents && (
          <SharesLine
            items={list}
            besides={typeof config.controlPercent === 'number' ? config.controlPercent : 0}
            onShareOut={(together) => set(shareOut(list, together))}
          />
        )}
      </div>
    </div>
  )
}

function withName(item: Config, name: string): Config {
  const { name: _, ...rest } = item
  return name === '' ? rest : { ...item, name }
}

import { Checkbox, DatePicker, Input, InputNumber, Segmented, Select } from 'antd'
import { useWords } from '../../i18n'
import type { FieldSpec, Part } from './fields'
import { useZone } from './useZone'

interface Props {
  id: string
  field: FieldSpec
  value: unknown
  disabled: boolean
  parts?: Part[] | undefined
  onChange: (value: unknown) => void
}

const SIDE_BY_SIDE = 3

/** The input of one field. */
export function RecordField({ id, field, value, disabled, parts = [], onChange }: Props) {
  const { t } = useWords()
  const text = typeof value === 'string' ? value : ''
  const { shown, instant } = useZone()
  switch (field.kind) {
    case 'long':
    case 'code':
      return (
        <Input.TextArea
          id={id}
          className={field.kind === 'code' ? 'code' : ''}
          value={text}
          disabled={disabled}
          maxLength={field.most ?? 200_000}
          placeholder={field.placeholder}
          autoSize={{ minRows: 2, maxRows: 16 }}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    case 'number':
    case 'whole':
      return (
        <InputNumber
          id={id}
          className="wide"
          disabled={disabled}
          value={typeof value === 'number' ? value : null}
          min={field.min ?? Number.MIN_SAFE_INTEGER}
          max={field.max ?? Number.MAX_SAFE_INTEGER}
          placeholder={field.placeholder ?? ''}
          {...(field.unit && { suffix: field.unit })}
          {...(field.kind === 'whole' ? { precision: 0 } : {})}
          onChange={(number) => onChange(number ?? undefined)}
        />
      )
    case 'share':
      return (
        <InputNumber
          id={id}
          className="wide"
          disabled={disabled}
          value={typeof value === 'number' ? Math.round(value * 1e6) / 1e4 : null}
          min={0}
          max={100}
          suffix="%"
          placeholder={field.placeholder ?? ''}
          onChange={(percent) =>
            onChange(percent === null ? undefined : Math.round(Number(percent) * 1e4) / 1e6)
          }
        />
      )
    case 'instant':
      return (
        <DatePicker
          id={id}
          className="wide"
          disabled={disabled}
          showTime={{ format: 'HH:mm' }}
          format="YYYY-MM-DD HH:mm"
          value={text ? shown(text) : null}
          onChange={(picked) => onChange(picked ? instant(picked) : undefined)}
        />
      )
    case 'texts':
      return (
        <Select
          id={id}
          aria-label={field.label}
          className="wide"
          disabled={disabled}
          {...(field.options
            ? { mode: 'multiple' as const }
            : { mode: 'tags' as const, open: false })}
          options={field.options ?? []}
          placeholder={field.placeholder ?? t('field.values')}
          value={Array.isArray(value) ? value.map(String) : []}
          onChange={onChange}
        />
      )
    case 'flag':
      return (
        <Checkbox
          id={id}
          checked={value === true}
          disabled={disabled}
          onChange={(event) => onChange(event.target.checked)}
        >
          {field.label}
        </Checkbox>
      )
    case 'choice':
      return field.options.length <= SIDE_BY_SIDE ? (
        <Segmented
          block
          aria-label={field.label}
          disabled={disabled}
          options={field.options}
          value={text}
          onChange={onChange}
        />
      ) : (
        <Select
          id={id}
          className="wide"
          disabled={disabled}
          options={field.options}
          value={text || null}
          placeholder={t('inspector.chooseOne')}
          onChange={onChange}
        />
      )
    case 'own':
      return field.draw(value, onChange, parts)
    case 'heading':
      return null
    default:
      return (
        <Input
          id={id}
          value={text}
          disabled={disabled}
          maxLength={field.most ?? 200}
          placeholder={field.placeholder}
          onChange={(event) => onChange(event.target.value)}
        />
      )
  }
}

import {
  Checkbox,
  DatePicker,
  Input,
  InputNumber,
  Radio,
  Segmented,
  Select,
  TimePicker,
} from 'antd'
import dayjs from 'dayjs'
import type { CanvasProblem, Config, SettingsSchema } from '../api/types'
import { resolved } from '../canvas/model/settings'
import { label } from '../canvas/summary'
import { useWords } from '../i18n'
import { AttributeValueField } from './fields/AttributeValueField'
import { BaselineField } from './fields/BaselineField'
import { DurationField } from './fields/DurationField'
import { GroupField } from './fields/GroupField'
import { ItemsField } from './fields/ItemsField'
import { JsonField } from './fields/JsonField'
import { NodeField } from './fields/NodeField'
import { PickerField } from './fields/PickerField'
import { RatioField } from './fields/RatioField'
import { RuleField } from './fields/RuleField'
import { SecondsField } from './fields/SecondsField'
import { TextMapField } from './fields/TextMapField'
import { TextWithPlaceholders } from './fields/TextWithPlaceholders'

export interface FieldProps {
  name: string
  title: string
  schema: SettingsSchema
  root: SettingsSchema
  required: boolean
  value: unknown
  /** The settings that the field is one of. */
  config: Config
  path: string
  problems: CanvasProblem[]
  onChange: (value: unknown) => void
}

const FEW = 3
const SHORT = 34

/** Chooses the field for a setting: by `x-field`, then by its type. */
export function SettingField(props: FieldProps) {
  const { schema } = props
  switch (schema['x-field']) {
    case 'rule':
      return <RuleField {...props} />
    case 'segment':
    case 'tag':
    case 'template':
    case 'gateway':
    case 'coupon-batch':
    case 'points-account':
    case 'discount-offer':
    case 'code-pool':
    case 'list':
    case 'attribute':
      return <PickerField {...props} kind={schema['x-field']} />
    case 'attribute-value':
      return <AttributeValueField {...props} />
    case 'baseline':
      return <BaselineField {...props} />
    case 'ratio':
      return <RatioField {...props} />
    case 'liquid':
    case 'html':
      return <TextWithPlaceholders {...props} />
    case 'node':
      return <NodeField {...props} />
    case 'json':
      return <JsonField {...props} />
    case 'text-map':
      return <TextMapField {...props} />
    case 'seconds':
      return <SecondsField {...props} />
    case 'local-time':
      return <LocalTime {...props} />
    case 'local-date-time':
      return <LocalDateTime {...props} />
    default:
      return <PlainField {...props} />
  }
}

function PlainField(props: FieldProps) {
  const words = useWords()
  const { schema, value, title, onChange } = props
  if (schema.format === 'duration') return <DurationField {...props} />
  if (schema.oneOf) {
    const options = schema.oneOf.map((choice) => ({
      value: choice.const,
      label: label(choice, words) || choice.const,
    }))
    return (
      <ChoiceField
        options={options}
        value={value}
        title={title}
        required={props.required}
        onChange={onChange}
      />
    )
  }
  switch (schema.type) {
    case 'boolean':
      return (
        <Checkbox
          checked={value === true}
          onChange={(event) => onChange(event.target.checked || undefined)}
        >
          {title}
        </Checkbox>
      )
    case 'integer':
    case 'number':
      return (
        <InputNumber
          className="wide"
          aria-label={title}
          value={typeof value === 'number' ? value : null}
          placeholder={schema['x-placeholder'] ?? ''}
          min={schema.minimum ?? schema.exclusiveMinimum ?? Number.MIN_SAFE_INTEGER}
          max={schema.maximum ?? Number.MAX_SAFE_INTEGER}
          {...(schema.type === 'integer' ? { precision: 0 } : {})}
          onChange={onChange}
        />
      )
    case 'object':
      return <GroupField {...props} />
    case 'array':
      return <ListField {...props} />
    default:
      return (
        <Input
          aria-label={title}
          value={typeof value === 'string' ? value : ''}
          placeholder={schema['x-placeholder']}
          maxLength={schema.maxLength ?? 200_000}
          onChange={(event) => onChange(event.target.value)}
        />
      )
  }
}

interface ChoiceProps {
  options: { value: string; label: string }[]
  value: unknown
  title: string
  required: boolean
  onChange: (value: unknown) => void
}

/** Few short choices stand side by side, few long ones below each other, many in a list. */
function ChoiceField({ options, value, title, required, onChange }: ChoiceProps) {
  const chosen = value === undefined ? '' : String(value)
  if (options.length > FEW) {
    return (
      <Select
        className="wide"
        aria-label={title}
        value={chosen || null}
        options={options}
        allowClear={!required}
        onChange={onChange}
      />
    )
  }
  const longest = Math.max(...options.map(({ label: text }) => width(text)))
  return longest * options.length <= SHORT ? (
    <Segmented block aria-label={title} value={chosen} options={options} onChange={onChange} />
  ) : (
    <Radio.Group
      vertical
      aria-label={title}
      value={chosen}
      options={options}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

/** Chinese characters take the room of two letters. */
const width = (text: string) =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0)

function ListField(props: FieldProps) {
  const words = useWords()
  const { t } = words
  if (isObjectList(props)) return <ItemsField {...props} />
  const values = Array.isArray(props.value) ? props.value.map(String) : []
  const whole = resolved(props.schema.items ?? {}, props.root).type === 'integer'
  const choices = resolved(props.schema.items ?? {}, props.root).oneOf
  return (
    <Select
      className="wide"
      {...(choices ? { mode: 'multiple' } : { mode: 'tags', open: false })}
      aria-label={props.title}
      placeholder={
        props.schema['x-placeholder'] ?? t(choices ? 'inspector.chooseOne' : 'field.values')
      }
      value={values}
      options={(choices ?? []).map((choice) => ({
        value: choice.const,
        label: label(choice, words),
      }))}
      onChange={(next: string[]) =>
        props.onChange(next.length > 0 ? (whole ? numbers(next) : next) : undefined)
      }
    />
  )
}

/** What is no number is left out. */
const numbers = (texts: string[]) => texts.filter((text) => /^\d+$/.test(text)).map(Number)

function isObjectList({ schema, root }: FieldProps): boolean {
  const items = schema.items
  return (
    items !== undefined &&
    (items.type === 'object' || items.$ref !== undefined) &&
    root !== undefined
  )
}

function LocalTime({ value, title, onChange }: FieldProps) {
  return (
    <TimePicker
      className="wide"
      format="HH:mm"
      aria-label={title}
      value={typeof value === 'string' ? dayjs(`2000-01-01T${value}`) : null}
      onChange={(when) => onChange(when?.format('HH:mm'))}
    />
  )
}

function LocalDateTime({ value, title, onChange }: FieldProps) {
  return (
    <DatePicker
      className="wide"
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      aria-label={title}
      value={typeof value === 'string' ? dayjs(value) : null}
      onChange={(when) => onChange(when?.format('YYYY-MM-DDTHH:mm'))}
    />
  )
}

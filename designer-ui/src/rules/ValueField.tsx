import { DatePicker, Input, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { useWords } from '../i18n'
import { useFacts } from './facts'
import { type Leaf, PROFILE_CHOICES, type ValueKind, valueShape } from './model'
import { word } from './sentence'

interface Props {
  leaf: Leaf
  kind: ValueKind
  onChange: (value: unknown) => void
}

/** The field for the value of a condition: by its kind, and by the operator one, two or many. */
export function ValueField({ leaf, kind, onChange }: Props) {
  const { t } = useWords()
  const choices = useChoices(leaf)
  const shape = valueShape(kind, String(leaf.op))
  const { value } = leaf
  if (shape === 'none' || leaf.op === undefined) return <span className="grow" />
  if (shape === 'days') {
    return (
      <InputNumber
        size="small"
        className="grow"
        aria-label={t('rule.value')}
        suffix={t('field.days')}
        min={1}
        max={36500}
        precision={0}
        value={number(value)}
        onChange={(days) => onChange(days ?? undefined)}
      />
    )
  }
  if (shape === 'list') {
    return (
      <Select
        size="small"
        className="grow"
        mode={choices ? 'multiple' : 'tags'}
        {...(choices ? {} : { open: false })}
        aria-label={t('rule.value')}
        placeholder={choices ? t('inspector.chooseOne') : t('field.values')}
        value={Array.isArray(value) ? value.map(String) : []}
        options={choices ?? []}
        onChange={(values: string[]) =>
          onChange(kind === 'number' ? values.map(Number).filter(Number.isFinite) : values)
        }
      />
    )
  }
  if (shape === 'two') {
    const pair = Array.isArray(value) ? value : []
    const change = (at: number, one: unknown) =>
      onChange(at === 0 ? [one, pair[1]] : [pair[0], one])
    return (
      <span className="grow two">
        {[0, 1].map((at) => (
          <One
            key={at}
            kind={kind}
            choices={choices}
            value={pair[at]}
            onChange={(one) => change(at, one)}
          />
        ))}
      </span>
    )
  }
  return <One kind={kind} choices={choices} value={value} onChange={onChange} />
}

type Choice = { value: string; label: string }

function One({
  kind,
  choices,
  value,
  onChange,
}: {
  kind: ValueKind
  choices: Choice[] | undefined
  value: unknown
  onChange: (value: unknown) => void
}) {
  const { t } = useWords()
  const label = t('rule.value')
  switch (kind) {
    case 'number':
      return (
        <InputNumber
          size="small"
          className="grow"
          aria-label={label}
          value={number(value)}
          onChange={(next) => onChange(next ?? undefined)}
        />
      )
    case 'boolean':
      return (
        <Select
          size="small"
          className="grow"
          aria-label={label}
          value={value === undefined ? null : String(value)}
          options={['true', 'false'].map((one) => ({ value: one, label: word('choice', one) }))}
          onChange={(next) => onChange(next === 'true')}
        />
      )
    case 'date':
    case 'instant':
      return (
        <DatePicker
          size="small"
          className="grow"
          aria-label={label}
          value={typeof value === 'string' && dayjs(value).isValid() ? dayjs(value) : null}
          onChange={(day) => onChange(day?.format('YYYY-MM-DD'))}
        />
      )
    default:
      return choices ? (
        <Select
          size="small"
          className="grow"
          aria-label={label}
          placeholder={t('inspector.chooseOne')}
          value={value === undefined ? null : String(value)}
          options={choices}
          onChange={onChange}
        />
      ) : (
        <Input
          size="small"
          className="grow"
          aria-label={label}
          value={value === undefined ? '' : String(value)}
          onChange={(event) => onChange(event.target.value)}
        />
      )
  }
}

function useChoices(leaf: Leaf): Choice[] | undefined {
  const attributes = useFacts('GET /api/workspaces/{workspace}/attributes')
  if ('profile' in leaf) {
    const known = PROFILE_CHOICES[leaf.profile as keyof typeof PROFILE_CHOICES]
    return known?.map((key) => ({ value: key, label: word('choice', key) }))
  }
  if ('attribute' in leaf) {
    const found = attributes.find(({ key }) => key === leaf.attribute)
    return found?.choices && found.choices.length > 0
      ? found.choices.map((choice) => ({ value: choice, label: choice }))
      : undefined
  }
  return undefined
}

const number = (value: unknown) => (typeof value === 'number' ? value : null)

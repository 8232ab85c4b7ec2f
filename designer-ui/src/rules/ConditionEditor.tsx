import { Button, InputNumber, Select } from 'antd'
import { ChevronDown, X } from 'lucide-react'
import { useWords } from '../i18n'
import { useEarlier } from './earlier'
import { useFacts } from './facts'
import {
  CHANNELS,
  COUPON_STATES,
  type Leaf,
  OPERATORS,
  RESPONSES,
  STAGES,
  STATUSES,
  subjectOf,
  valueKind,
  withOperator,
} from './model'
import { SubjectPicker, useSubjects } from './SubjectPicker'
import { word } from './sentence'
import { subjectId } from './subjects'
import { ValueField } from './ValueField'
import { WindowField } from './WindowField'

interface Props {
  leaf: Leaf
  problem: string | undefined
  onChange: (leaf: Leaf) => void
  onRemove: () => void
}

/** One condition: what it is about, how it compares, and when. */
export function ConditionEditor({ leaf, problem, onChange, onRemove }: Props) {
  const { t } = useWords()
  const groups = useSubjects()
  const id = subjectId(leaf)
  const label = groups.flatMap((group) => group.subjects).find((one) => one.id === id)?.label ?? id
  return (
    <div className={problem ? 'condition wrong' : 'condition'}>
      <div className="condition-head">
        <SubjectPicker
          onPick={(subject) => onChange(subject.make())}
          trigger={
            <>
              {label ?? t('rule.what')} <ChevronDown size={12} />
            </>
          }
        />
        <span className="grow" />
        <Button
          type="text"
          size="small"
          icon={<X size={14} />}
          aria-label={t('rule.removeCondition')}
          onClick={onRemove}
        />
      </div>
      <Body leaf={leaf} onChange={onChange} />
      {problem && <div className="field-problem">{problem}</div>}
    </div>
  )
}

function Body({ leaf, onChange }: { leaf: Leaf; onChange: (leaf: Leaf) => void }) {
  const { t } = useWords()
  switch (subjectOf(leaf)) {
    case 'profile':
    case 'attribute':
    case 'points':
      return <Comparison leaf={leaf} onChange={onChange} />
    case 'orders':
      return (
        <>
          <Comparison leaf={leaf} onChange={onChange} />
          <WindowField leaf={leaf} onChange={onChange} />
          <Filters leaf={leaf} onChange={onChange} orders />
        </>
      )
    case 'events':
      return (
        <>
          <EventTypes leaf={leaf} onChange={onChange} />
          <Comparison leaf={leaf} onChange={onChange} />
          <WindowField leaf={leaf} onChange={onChange} />
          <Filters leaf={leaf} onChange={onChange} />
        </>
      )
    case 'tag':
    case 'segment':
      return <Mark leaf={leaf} onChange={onChange} />
    case 'consent':
      return (
        <div className="condition-row">
          <HasOrNot leaf={leaf} onChange={onChange} />
          <Select
            size="small"
            className="grow"
            aria-label={t('rule.consent')}
            value={String(leaf.consent)}
            options={choices(CHANNELS)}
            onChange={(consent) => onChange({ ...leaf, consent })}
          />
        </div>
      )
    case 'lifecycle':
      return (
        <Select
          size="small"
          mode="multiple"
          aria-label={t('rule.lifecycle')}
          value={asList(leaf.lifecycle)}
          options={choices(STAGES)}
          onChange={(lifecycle) => onChange({ ...leaf, lifecycle })}
        />
      )
    case 'anniversary':
      return <Anniversary leaf={leaf} onChange={onChange} />
    case 'message':
      return <MessageState leaf={leaf} onChange={onChange} />
    case 'coupon':
      return <CouponState leaf={leaf} onChange={onChange} />
    case 'member':
      return (
        <Select
          size="small"
          mode="tags"
          open={false}
          aria-label={t('rule.member')}
          placeholder={t('field.values')}
          value={asList(leaf.member)}
          onChange={(member) => onChange({ ...leaf, member })}
        />
      )
    default:
      return (
        <div>
          <div className="hint">{t('rule.raw')}</div>
          <code className="raw">{JSON.stringify(leaf)}</code>
        </div>
      )
  }
}

type Editing = { leaf: Leaf; onChange: (leaf: Leaf) => void }

function Comparison({ leaf, onChange }: Editing) {
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

function HasOrNot({ leaf, onChange }: Editing) {
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

function Mark({ leaf, onChange }: Editing) {
  const { t, number } = useWords()
  const tags = useFacts('GET /api/workspaces/{workspace}/tags')
  const segments = useFacts('GET /api/workspaces/{workspace}/segments')
  const key = 'tag' in leaf ? 'tag' : 'segment'
  const options =
    key === 'tag'
      ? tags.map((tag) => ({
          value: tag.key ?? '',
          label: `${tag.key} (${number(tag.count ?? 0)})`,
        }))
      : segments.map((one) => ({
          value: one.key ?? '',
          label: `${one.name ?? one.key} (${number(one.count ?? 0)})`,
        }))
  return (
    <div className="condition-row">
      <HasOrNot leaf={leaf} onChange={onChange} />
      <Select
        size="small"
        className="grow"
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t(`rule.${key}`)}
        placeholder={t('inspector.chooseOne')}
        value={leaf[key] ? String(leaf[key]) : null}
        options={options}
        onChange={(value) => onChange({ ...leaf, [key]: value })}
      />
    </div>
  )
}

function EventTypes({ leaf, onChange }: Editing) {
  const { t } = useWords()
  const types = useFacts('GET /api/workspaces/{workspace}/events/summary')
  return (
    <Select
      size="small"
      mode="tags"
      aria-label={t('rule.event')}
      placeholder={t('rule.type')}
      value={asList(leaf.type)}
      options={types.map(({ type = '' }) => ({ value: type, label: type }))}
      onChange={(type: string[]) => onChange({ ...leaf, type: type.length === 1 ? type[0] : type })}
    />
  )
}

function Filters({ leaf, onChange, orders }: Editing & { orders?: boolean }) {
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

function Anniversary({ leaf, onChange }: Editing) {
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

function MessageState({ leaf, onChange }: Editing) {
  const { t } = useWords()
  const message = leaf.message as Leaf
  return (
    <div className="condition-row">
      <Select
        size="small"
        className="grow"
        aria-label={t('rule.is')}
        value={String(message.is)}
        options={choices(RESPONSES)}
        onChange={(is) => onChange({ ...leaf, message: { node: message.node, is } })}
      />
    </div>
  )
}

function CouponState({ leaf, onChange }: Editing) {
  const { t } = useWords()
  const batches = useFacts('GET /api/workspaces/{workspace}/coupon-batches')
  const { coupons } = useEarlier()
  const coupon = leaf.coupon as Leaf
  const options = [
    ...coupons.map(({ id, name }) => ({ value: `node:${id}`, label: name })),
    ...batches.map(({ key, name }) => ({ value: `batch:${key}`, label: name ?? key })),
  ]
  const which = coupon.node ? `node:${coupon.node}` : coupon.batch ? `batch:${coupon.batch}` : null
  const change = (part: Leaf) => onChange({ ...leaf, coupon: { ...coupon, ...part } })
  return (
    <div className="condition-row wrap">
      <Select
        size="small"
        className="grow"
        aria-label={t('rule.batch')}
        placeholder={options.length > 0 ? t('rule.batch') : t('field.batchNone')}
        value={which}
        options={options}
        onChange={(value: string) => {
          const { node: _, batch: __, ...rest } = coupon
          const at = value.indexOf(':')
          onChange({ ...leaf, coupon: { ...rest, [value.slice(0, at)]: value.slice(at + 1) } })
        }}
      />
      <Select
        size="small"
        aria-label={t('rule.is')}
        value={String(coupon.is)}
        options={choices(COUPON_STATES)}
        onChange={(is) => change({ is })}
      />
    </div>
  )
}

const asList = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.map(String)
    : value === undefined || value === ''
      ? []
      : [String(value)]

const choices = (keys: readonly string[]) =>
  keys.map((key) => ({ value: key, label: word('choice', key) }))

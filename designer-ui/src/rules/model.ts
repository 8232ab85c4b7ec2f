/** A rule as the server reads it; docs/rules.md tells its form. */
export type Leaf = Record<string, unknown>
export type GroupKey = 'all' | 'any' | 'none'
export type Rule = Leaf

export const GROUPS: GroupKey[] = ['all', 'any', 'none']

export type ValueKind =
  | 'text'
  | 'choice'
  | 'multi-choice'
  | 'boolean'
  | 'number'
  | 'date'
  | 'instant'

const SET = ['is-set', 'is-not-set'] as const

export const OPERATORS = {
  text: ['is', 'is-not', 'in', 'not-in', 'contains', 'starts-with', ...SET],
  choice: ['is', 'is-not', 'in', 'not-in', ...SET],
  'multi-choice': ['has-any', 'has-all', 'has-none', ...SET],
  boolean: ['is', 'is-not', ...SET],
  number: [
    'at-least',
    'at-most',
    'more-than',
    'less-than',
    'between',
    'is',
    'is-not',
    'in',
    'not-in',
    ...SET,
  ],
  date: [
    'within-last-days',
    'within-next-days',
    'at-least-days-ago',
    'is',
    'is-not',
    'before',
    'after',
    'between',
    ...SET,
  ],
  instant: ['within-last-days', 'at-least-days-ago', 'before', 'after', 'between', ...SET],
} as const satisfies Record<ValueKind, readonly string[]>

export type Operator = (typeof OPERATORS)[ValueKind][number]

export const PROFILE = {
  status: 'choice',
  name: 'text',
  phone: 'text',
  email: 'text',
  gender: 'choice',
  birth_date: 'date',
  region: 'text',
  city: 'text',
  city_tier: 'number',
  time_zone: 'text',
  language: 'text',
  level: 'number',
  registered_at: 'instant',
} as const satisfies Record<string, ValueKind>

export type ProfileField = keyof typeof PROFILE

export const PROFILE_CHOICES = {
  status: ['active', 'deregistered'],
  gender: ['female', 'male', 'other'],
} as const

export const STAGES = [
  'new',
  'old',
  'active',
  'silent',
  'sleeping',
  'about-to-churn',
  'churned',
  'long-gone',
  'not-activated',
] as const
export const CHANNELS = ['sms', 'email', 'push', 'webhook'] as const
export const STATUSES = ['placed', 'paid', 'shipped', 'confirmed', 'refunded'] as const
export const RESPONSES = [
  'accepted',
  'delivered',
  'failed',
  'bounced',
  'opened',
  'clicked',
  'replied',
  'unsubscribed',
  'suppressed',
  'unknown',
] as const
export const COUPON_STATES = ['offered', 'claimed', 'used', 'unused', 'expired', 'revoked'] as const
export const CALENDAR = [
  'today',
  'yesterday',
  'this-week',
  'last-week',
  'this-month',
  'last-month',
  'this-quarter',
  'last-quarter',
  'this-year',
  'last-year',
] as const

export const ORDER_METRICS = {
  count: 'number',
  sum: 'number',
  items: 'number',
  average: 'number',
  largest: 'number',
  smallest: 'number',
  first: 'instant',
  last: 'instant',
  'days-since-first': 'number',
  'days-since-last': 'number',
} as const satisfies Record<string, ValueKind>

export const EVENT_METRICS = {
  done: undefined,
  'not-done': undefined,
  count: 'number',
  first: 'instant',
  last: 'instant',
  'days-since-first': 'number',
  'days-since-last': 'number',
} as const satisfies Record<string, ValueKind | undefined>

export type OrderMetric = keyof typeof ORDER_METRICS
export type EventMetric = keyof typeof EVENT_METRICS

/** The group that a rule is, where it is one. */
export function groupOf(rule: Rule): { key: GroupKey; items: Rule[] } | undefined {
  const key = GROUPS.find((one) => Array.isArray(rule[one]))
  return key && { key, items: rule[key] as Rule[] }
}

/** The rule as a group, so that conditions can be added to it. */
export function asGroup(rule: Rule | undefined): { key: GroupKey; items: Rule[] } {
  if (!rule || Object.keys(rule).length === 0) return { key: 'all', items: [] }
  return groupOf(rule) ?? { key: 'all', items: [rule] }
}

export const ofGroup = (key: GroupKey, items: Rule[]): Rule => ({ [key]: items })

/** How many conditions a rule has. */
export function conditions(rule: Rule | undefined): number {
  if (!rule || Object.keys(rule).length === 0) return 0
  const group = groupOf(rule)
  return group ? group.items.reduce((sum, item) => sum + conditions(item), 0) : 1
}

export const SUBJECTS = [
  'profile',
  'attribute',
  'orders',
  'events',
  'tag',
  'segment',
  'mark',
  'consent',
  'lifecycle',
  'anniversary',
  'points',
  'coupon',
  'message',
  'member',
] as const
export type SubjectKind = (typeof SUBJECTS)[number]

export function subjectOf(leaf: Leaf): SubjectKind | undefined {
  return SUBJECTS.find((kind) => kind in leaf)
}

/** The kind of values that a condition compares; undefined where it compares none. */
export function valueKind(
  leaf: Leaf,
  attributes: { key: string; type: string }[],
): ValueKind | undefined {
  switch (subjectOf(leaf)) {
    case 'profile':
      return PROFILE[leaf.profile as ProfileField]
    case 'attribute':
      return attributes.find((one) => one.key === leaf.attribute)?.type as ValueKind | undefined
    case 'orders':
      return ORDER_METRICS[leaf.orders as OrderMetric]
    case 'events':
      return EVENT_METRICS[leaf.events as EventMetric]
    case 'points':
      return 'number'
    default:
      return undefined
  }
}

/** The shape of the value behind an operator. */
export function valueShape(kind: ValueKind, op: string): 'none' | 'one' | 'list' | 'two' | 'days' {
  if (op === 'is-set' || op === 'is-not-set') return 'none'
  if (op === 'in' || op === 'not-in' || op.startsWith('has-')) return 'list'
  if (op === 'between') return 'two'
  if (op.endsWith('-days') || op.endsWith('-days-ago')) return 'days'
  return kind === 'multi-choice' ? 'list' : 'one'
}

/** Changes the operator, and keeps the value where the new one has the same shape. */
export function withOperator(leaf: Leaf, kind: ValueKind, op: string): Leaf {
  const { value, ...rest } = leaf
  const shape = valueShape(kind, op)
  if (shape === 'none') return { ...rest, op }
  if (shape === valueShape(kind, String(leaf.op)) && value !== undefined)
    return { ...rest, op, value }
  if (shape === 'list' && value !== undefined && !Array.isArray(value))
    return { ...rest, op, value: [value] }
  if (shape === 'one' && Array.isArray(value) && value.length > 0)
    return { ...rest, op, value: value[0] }
  return shape === 'days' ? { ...rest, op, value: 30 } : { ...rest, op }
}

/** Whether nothing is missing from a condition, so that it can be counted. */
export function complete(rule: Rule | undefined): boolean {
  if (!rule || Object.keys(rule).length === 0) return false
  const group = groupOf(rule)
  if (group) return group.items.every(complete)
  const kind = subjectOf(rule)
  if (!kind) return true
  const subject = rule[kind]
  if (subject === '' || subject === undefined || (Array.isArray(subject) && subject.length === 0))
    return false
  if (kind === 'events' && (!rule.type || (Array.isArray(rule.type) && rule.type.length === 0)))
    return false
  if (kind === 'message') return Boolean((subject as Leaf).node)
  if (kind === 'coupon') return Boolean((subject as Leaf).batch || (subject as Leaf).node)
  if (!('op' in rule) || ['tag', 'segment', 'mark', 'consent'].includes(kind)) return true
  if (rule.op === 'is-set' || rule.op === 'is-not-set') return true
  const { value } = rule
  return (
    value !== undefined &&
    value !== '' &&
    value !== null &&
    !(Array.isArray(value) && value.length === 0)
  )
}

import type { Words } from '../i18n'
import {
  EVENT_METRICS,
  type Leaf,
  OPERATORS,
  ORDER_METRICS,
  PROFILE,
  type ProfileField,
  subjectOf,
  type ValueKind,
} from './model'
import { word } from './sentence'

export interface Subject {
  id: string
  label: string
  make: () => Leaf
}

export interface SubjectGroup {
  label: string
  subjects: Subject[]
}

interface Workspace {
  attributes: { key?: string; label?: string; type?: string }[]
  accounts: { key?: string; name?: string }[]
  messages: { id: string; name: string }[]
  coupons: { id: string; name: string }[]
}

/** Everything that a condition can be about, in groups; what the workspace does not have is left out. */
export function subjects({ t }: Words, workspace: Workspace): SubjectGroup[] {
  const groups: SubjectGroup[] = [
    {
      label: t('rule.group.profile'),
      subjects: (Object.keys(PROFILE) as ProfileField[]).map((field) => ({
        id: `profile:${field}`,
        label: word('profile', field),
        make: () => compared({ profile: field }, PROFILE[field]),
      })),
    },
    {
      label: t('rule.group.attribute'),
      subjects: workspace.attributes.map(({ key = '', label, type = 'text' }) => ({
        id: `attribute:${key}`,
        label: label || key,
        make: () => compared({ attribute: key }, type as ValueKind),
      })),
    },
    {
      label: t('rule.group.orders'),
      subjects: Object.entries(ORDER_METRICS).map(([metric, kind]) => ({
        id: `orders:${metric}`,
        label: word('orders', metric),
        make: () => compared({ orders: metric }, kind),
      })),
    },
    {
      label: t('rule.group.events'),
      subjects: Object.entries(EVENT_METRICS).map(([metric, kind]) => ({
        id: `events:${metric}`,
        label: t('events.pick', { metric: word('events', metric) }),
        make: () => (kind ? compared({ events: metric }, kind) : { events: metric }),
      })),
    },
    {
      label: t('rule.group.marks'),
      subjects: [
        { id: 'tag', label: t('rule.tag'), make: () => ({ tag: '' }) },
        { id: 'segment', label: t('rule.segment'), make: () => ({ segment: '' }) },
        { id: 'mark', label: t('rule.mark'), make: () => ({ mark: '' }) },
        { id: 'consent', label: t('rule.consent'), make: () => ({ consent: 'sms' }) },
        { id: 'lifecycle', label: t('rule.lifecycle'), make: () => ({ lifecycle: ['active'] }) },
        {
          id: 'anniversary',
          label: t('rule.anniversary'),
          make: () => ({ anniversary: 'birth_date', from: 0, to: 7 }),
        },
      ],
    },
    {
      label: t('rule.group.rewards'),
      subjects: [
        ...workspace.accounts.map(({ key = '', name }) => ({
          id: `points:${key}`,
          label: t('rule.points', { name: name || key }),
          make: () => compared({ points: key }, 'number' as const),
        })),
        {
          id: 'coupon',
          label: t('rule.coupon'),
          make: () => ({ coupon: { batch: '', is: 'unused' } }),
        },
      ],
    },
    {
      label: t('rule.group.message'),
      subjects: workspace.messages.map(({ id, name }) => ({
        id: `message:${id}`,
        label: t('rule.message', { node: name }),
        make: () => ({ message: { node: id, is: 'clicked' } }),
      })),
    },
    {
      label: t('rule.group.member'),
      subjects: [{ id: 'member', label: t('rule.member'), make: () => ({ member: [] }) }],
    },
  ]
  return groups.filter((group) => group.subjects.length > 0)
}

function compared(leaf: Leaf, kind: ValueKind): Leaf {
  const op = OPERATORS[kind][0]
  return kind === 'date' || kind === 'instant' ? { ...leaf, op, value: 30 } : { ...leaf, op }
}

/** The id of the subject that a condition is about. */
export function subjectId(leaf: Leaf): string | undefined {
  const kind = subjectOf(leaf)
  switch (kind) {
    case 'profile':
    case 'attribute':
    case 'orders':
    case 'events':
    case 'points':
      return `${kind}:${leaf[kind]}`
    case 'message':
      return `message:${(leaf.message as Leaf).node}`
    default:
      return kind
  }
}

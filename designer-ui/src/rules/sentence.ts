import type { TextKey, Words } from '../i18n'
import { i18n } from '../i18n'
import { groupOf, type Leaf, type Rule, subjectOf } from './model'

/** Names of what a rule refers to, by key. */
export interface Names {
  attribute: (key: string) => string
  segment: (key: string) => string
  account: (key: string) => string
  batch: (key: string) => string
  offer: (key: string) => string
  template: (key: string) => string
  node: (id: string) => string
}

/** Reads a rule back as a sentence. */
export function sentence(rule: Rule | undefined, words: Words, names: Names): string {
  const { t } = words
  if (!rule || Object.keys(rule).length === 0) return ''
  const group = groupOf(rule)
  if (!group) return ofLeaf(rule, words, names)
  const parts = group.items.map((item) => {
    const text = sentence(item, words, names)
    return (groupOf(item)?.items.length ?? 0) > 1 ? `(${text})` : text
  })
  const joined = parts.join(
    words.language === 'zh'
      ? group.key === 'all'
        ? '，且'
        : '，或'
      : group.key === 'all'
        ? ` ${t('rule.and')} `
        : ` ${t('rule.or')} `,
  )
  return group.key === 'none' ? `${t('rule.not')} (${joined})` : joined
}

function ofLeaf(leaf: Leaf, words: Words, names: Names): string {
  const { t } = words
  const value = () => compared(leaf, words)
  switch (subjectOf(leaf)) {
    case 'profile':
      return `${word('profile', String(leaf.profile))} ${value()}`
    case 'attribute':
      return `${names.attribute(String(leaf.attribute))} ${value()}`
    case 'orders':
      return [
        word('orders', String(leaf.orders)),
        value(),
        orderFilter(leaf, words),
        windowText(leaf, words, names),
      ]
        .filter(Boolean)
        .join(' ')
    case 'events':
      return [
        eventText(leaf, words),
        value(),
        filterText(leaf, words),
        windowText(leaf, words, names),
      ]
        .filter(Boolean)
        .join(' ')
    case 'tag':
      return t(not(leaf) ? 'rule.notTagged' : 'rule.tagged', { tag: shown(leaf.tag, words) })
    case 'segment':
      return t(not(leaf) ? 'rule.notInSegment' : 'rule.inSegment', {
        segment: shown(names.segment(String(leaf.segment ?? '')), words),
      })
    case 'mark':
      return t(not(leaf) ? 'rule.notMarked' : 'rule.marked', {
        offer: shown(names.offer(String(leaf.mark ?? '')), words),
      })
    case 'consent':
      return t(not(leaf) ? 'rule.notAgreed' : 'rule.agreed', {
        channel: word('choice', String(leaf.consent)),
      })
    case 'lifecycle':
      return t('rule.stage', { stages: list(leaf.lifecycle, words) })
    case 'points':
      return `${t('rule.points', { name: names.account(String(leaf.points)) })} ${value()}`
    case 'anniversary':
      return `${t('rule.anniversary')} ${anniversaryName(String(leaf.anniversary), names)} ${leaf.from} … ${leaf.to}`
    case 'member':
      return `${t('rule.member')} ${list(leaf.member, words)}`
    case 'message': {
      const of = leaf.message as Leaf
      return `${t('rule.message', { node: names.node(String(of.node)) })} ${word('choice', String(of.is))}`
    }
    case 'coupon': {
      const of = leaf.coupon as Leaf
      const which = of.node ? names.node(String(of.node)) : names.batch(String(of.batch ?? ''))
      const days = of.forDays ? ` ${t('rule.forDays', { n: Number(of.forDays) })}` : ''
      return `${t('rule.coupon')} ${quoted(which, words)} ${word('choice', String(of.is))}${days}`
    }
    default:
      return JSON.stringify(leaf)
  }
}

function eventText(leaf: Leaf, words: Words): string {
  const types = list(leaf.type, words)
  if (leaf.events === 'done') return `${words.t('rule.did')} ${types}`
  if (leaf.events === 'not-done') return `${words.t('rule.didNot')} ${types}`
  return `${types}: ${word('events', String(leaf.events))}`
}

const not = (leaf: Leaf) => leaf.op === 'has-not'

function compared(leaf: Leaf, words: Words): string {
  if (leaf.op === undefined) return ''
  const op = word('op', String(leaf.op))
  if (leaf.op === 'is-set' || leaf.op === 'is-not-set') return op
  const { value } = leaf
  if (Array.isArray(value) && leaf.op === 'between') {
    return `${op} ${one(value[0], words)} ${words.t('rule.and')} ${one(value[1], words)}`
  }
  const days = /^(within-(?:last|next)|at-least)-days(-ago)?$/.exec(String(leaf.op))
  if (days) return daysText(String(leaf.op), Number(value), words)
  return `${op} ${Array.isArray(value) ? list(value, words) : one(value, words)}`
}

function daysText(op: string, days: number, words: Words): string {
  const n = Number.isNaN(days) ? words.t('rule.unsetValue') : words.number(days)
  if (words.language === 'zh') {
    if (op === 'within-last-days') return `在最近 ${n} 天内`
    return op === 'within-next-days' ? `在未来 ${n} 天内` : `至少 ${n} 天前`
  }
  if (op === 'within-last-days') return `within the last ${n} days`
  return op === 'within-next-days' ? `within the next ${n} days` : `at least ${n} days ago`
}

function orderFilter(leaf: Leaf, words: Words): string {
  const where = (leaf.where ?? {}) as Leaf
  const status =
    where.status && where.status !== 'paid' ? [word('choice', String(where.status))] : []
  return [...status, filterText(leaf, words)].filter(Boolean).join(' ')
}

function filterText(leaf: Leaf, words: Words): string {
  const where = (leaf.where ?? {}) as Leaf
  const parts = (['category', 'product'] as const)
    .filter((key) => where[key] !== undefined)
    .map((key) => `${words.t(`rule.${key}`)} ${list(where[key], words)}`)
  return parts.length > 0 ? `(${parts.join(', ')})` : ''
}

function windowText(leaf: Leaf, words: Words, names: Names): string {
  const window = leaf.window as Leaf | undefined
  if (!window) return ''
  if (typeof window.last === 'string') {
    const days = /^P(\d+)D$/.exec(window.last)?.[1]
    return days
      ? daysText('within-last-days', Number(days), words)
      : `${words.t('rule.within')} ${window.last}`
  }
  if (window.calendar) return word('choice', String(window.calendar))
  if (window.since) return words.t('rule.sinceEntering')
  if (window.sinceNode)
    return words.t('rule.sinceNode', { node: names.node(String(window.sinceNode)) })
  return [
    window.from && `${words.t('rule.from')} ${window.from}`,
    window.to && `${words.t('rule.to')} ${window.to}`,
  ]
    .filter(Boolean)
    .join(' ')
}

function anniversaryName(key: string, names: Names): string {
  return key.startsWith('attribute:')
    ? names.attribute(key.slice('attribute:'.length))
    : word('profile', key)
}

function quoted(value: unknown, words: Words): string {
  return `“${shown(value, words)}”`
}

function shown(value: unknown, words: Words): string {
  return value === undefined || value === '' ? words.t('rule.unsetValue') : String(value)
}

function list(value: unknown, words: Words): string {
  const values = Array.isArray(value) ? value : value === undefined ? [] : [value]
  if (values.length === 0) return words.t('rule.unsetValue')
  const shown = values.slice(0, 3).map((each) => one(each, words))
  const more = values.length > 3 ? ` +${values.length - 3}` : ''
  return shown.join(words.language === 'zh' ? '、' : ', ') + more
}

function one(value: unknown, words: Words): string {
  if (value === undefined || value === null || value === '') return words.t('rule.unsetValue')
  if (typeof value === 'number') return words.number(value)
  return word('choice', String(value))
}

/** The word for a key of the vocabulary, or the key itself where there is none. */
export function word(
  group: 'profile' | 'choice' | 'op' | 'orders' | 'events' | 'consent',
  key: string,
): string {
  const path = `${group}.${key}` as TextKey
  return i18n.exists(path) ? i18n.t(path) : key
}

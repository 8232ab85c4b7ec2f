import type { CanvasNode, Config, NodeType, SettingsSchema } from '../api/types'
import { useWords, type Words } from '../i18n'
import { useNames } from '../rules/facts'
import { type Names, sentence } from '../rules/sentence'
import { durationWords } from './model/duration'
import { isShown, resolved } from './model/settings'

const QUIET = new Set([
  'skipIf',
  'gateway',
  'atNight',
  'preferDelivery',
  'purpose',
  'signature',
  'optOut',
  'preheader',
  'key',
])

/** The settings of a node in one line of words, read from its schema. */
export function useSummary(node: CanvasNode, type: NodeType | undefined): string {
  const words = useWords()
  const names = useNames()
  return type ? summary(node.config ?? {}, type.settings, words, names) : ''
}

export function summary(
  config: Config,
  schema: SettingsSchema,
  words: Words,
  names: Names,
): string {
  const parts: string[] = []
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const value = config[name]
    const of = resolved(property, schema)
    if (
      value === undefined ||
      value === null ||
      value === '' ||
      QUIET.has(name) ||
      !isShown(of, config)
    )
      continue
    // A choice whose settings follow says nothing that they do not say better.
    const leads = Object.entries(schema.properties ?? {}).some(
      ([other, one]) =>
        one['x-when']?.startsWith(`${name}=`) &&
        config[other] !== undefined &&
        isShown(one, config),
    )
    const text = leads && of.oneOf ? '' : inWords(value, of, schema, words, names)
    if (text) parts.push(text)
  }
  return parts.join(' · ')
}

function inWords(
  value: unknown,
  schema: SettingsSchema,
  root: SettingsSchema,
  words: Words,
  names: Names,
): string {
  if (schema['x-field'] === 'rule') return sentence(value as Record<string, unknown>, words, names)
  if (schema['x-field'] === 'segment') return names.segment(String(value))
  if (schema['x-field'] === 'discount-offer') return names.offer(String(value))
  if (schema['x-field'] === 'template') return names.template(String(value))
  if (schema['x-field'] === 'coupon-batch') return names.batch(String(value))
  if (schema['x-field'] === 'points-account') return names.account(String(value))
  if (schema['x-field'] === 'attribute') return names.attribute(String(value))
  if (schema['x-field'] === 'local-date-time') return String(value).replace('T', ' ')
  if (schema['x-field'] === 'html') return ''
  if (schema.format === 'duration') return durationWords(String(value), words)
  if (schema.oneOf) return choiceLabel(schema, String(value), words)
  if (Array.isArray(value)) return listWords(value, resolved(schema.items ?? {}, root), root, words)
  if (typeof value === 'object') {
    return summary(value as Config, { ...schema, $defs: root.$defs ?? {} }, words, names)
  }
  if (typeof value === 'boolean') return value ? label(schema, words) : ''
  if (typeof value === 'number') return `${label(schema, words)} ${words.number(value)}`
  return typeof value === 'string' ? value : ''
}

function listWords(
  values: unknown[],
  items: SettingsSchema,
  root: SettingsSchema,
  words: Words,
): string {
  if (items.oneOf) return values.map((value) => choiceLabel(items, String(value), words)).join(', ')
  if (items.type !== 'object') return values.map(String).join(', ')
  return values
    .map((value) => {
      const item = (value ?? {}) as Config
      const channel = resolved(items.properties?.channel ?? {}, root)
      const name =
        String(item.name || item.key || '') ||
        choiceLabel(channel, String(item.channel ?? ''), words)
      if (typeof item.percent === 'number') return `${name} ${words.number(item.percent)} %`
      if (typeof item.ratio === 'number')
        return `${name} ${words.number(Math.round(item.ratio * 10_000) / 100)} %`
      if (typeof item.number === 'number') return `${name} ${words.number(item.number)}`
      return name
    })
    .filter(Boolean)
    .join(words.language === 'zh' ? '、' : ', ')
}

export const label = (
  schema: { title?: string; 'x-title-zh'?: string },
  words: { language: string },
) => (words.language === 'zh' ? schema['x-title-zh'] : schema.title) ?? schema.title ?? ''

export function choiceLabel(
  schema: SettingsSchema,
  value: string,
  words: { language: string },
): string {
  const choice = schema.oneOf?.find((one) => one.const === value)
  return (choice && label(choice, words)) || value
}

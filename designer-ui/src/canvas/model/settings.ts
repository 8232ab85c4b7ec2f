import type { Config, SettingsSchema } from '../../api/types'

/** The schema with what it refers to and all its parts in one. */
export function resolved(schema: SettingsSchema, root: SettingsSchema): SettingsSchema {
  const { $ref, allOf, ...own } = schema
  const found = $ref ? root.$defs?.[$ref.replace('#/$defs/', '')] : undefined
  if (!found && !allOf) return schema
  return Object.assign({}, found, ...(allOf ?? []).map((part) => resolved(part, root)), own)
}

/** The settings that a new node begins with: the first choice of each required enum, lists of ports. */
export function startingSettings(schema: SettingsSchema): Config {
  const config: Config = {}
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const value = startingValue(resolved(property, schema), schema, startsWithout(schema, name))
    if (value !== undefined) config[name] = value
  }
  return config
}

const startsWithout = (schema: SettingsSchema, name: string) =>
  !(schema.required ?? []).includes(name) && !isDiscriminator(schema, name)

/** Other settings are shown by the value of this one, so it must have one. */
function isDiscriminator(schema: SettingsSchema, name: string): boolean {
  return Object.values(schema.properties ?? {}).some((property) =>
    property['x-when']?.startsWith(`${name}=`),
  )
}

function startingValue(schema: SettingsSchema, root: SettingsSchema, optional: boolean): unknown {
  if (optional) return undefined
  if (schema.oneOf?.[0]) return schema.oneOf[0].const
  if (schema.type === 'integer' && schema.minimum !== undefined) return schema.minimum
  if (schema.type === 'array' && schema.items) {
    const items = resolved(schema.items, root)
    if (items.type !== 'object') return undefined
    return newItems(items, root, Math.max(2, schema.minItems ?? 0))
  }
  return undefined
}

function newItems(items: SettingsSchema, root: SettingsSchema, count: number): Config[] {
  const made: Config[] = []
  for (let number = 0; number < count; number++) made.push(newItem(items, root, made))
  if ('percent' in (items.properties ?? {})) return shareOut(made, 100)
  return made
}

/** One more item of a list, with a port key that no other has. */
export function newItem(items: SettingsSchema, root: SettingsSchema, others: Config[]): Config {
  const item: Config = {}
  for (const [name, property] of Object.entries(items.properties ?? {})) {
    const schema = resolved(property, root)
    if (name === 'key') {
      item.key = freeKey(others)
    } else if ((items.required ?? []).includes(name) && schema.oneOf?.[0]) {
      item[name] = schema.oneOf[0].const
    } else if (schema['x-field'] === 'ratio') {
      item[name] = 0.1
    }
  }
  return item
}

function freeKey(others: Config[]): string {
  const taken = new Set(others.map((other) => other.key))
  for (let number = 0; ; number++) {
    const letter = String.fromCharCode(97 + (number % 26))
    const key = number < 26 ? letter : `${letter}${Math.floor(number / 26)}`
    if (!taken.has(key)) return key
  }
}

/** Gives each item the same percentage, and what rounding leaves over to the first. */
export function shareOut(items: Config[], together: number): Config[] {
  if (items.length === 0) return items
  const each = Math.floor((together * 100) / items.length) / 100
  const first = Math.round((together - each * (items.length - 1)) * 100) / 100
  return items.map((item, index) => ({ ...item, percent: index === 0 ? first : each }))
}

/** Whether a field is shown, by what `x-when` says: `who=segment`, `template=`, `action=add|deduct`. */
export function isShown(schema: SettingsSchema, config: Config): boolean {
  const when = schema['x-when']
  if (!when) return true
  const at = when.indexOf('=')
  const value = config[when.slice(0, at)]
  return when
    .slice(at + 1)
    .split('|')
    .includes(value === undefined || value === null ? '' : String(value))
}

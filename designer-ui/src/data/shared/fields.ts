import type { ReactNode } from 'react'

/** What the server found wrong, each with its place. */
export type Part = { code?: string; field?: string; message?: unknown }

export type Values = Record<string, unknown>

interface Common {
  /** The name of the value in the API. */
  name: string
  label: string
  help?: string
  required?: boolean
  /** Whether the field matters as the others stand. */
  shown?: (values: Values) => boolean
  /** What cannot be changed once it is made. */
  fixed?: boolean
}

/** A field of a form, told as data. */
export type FieldSpec = Common &
  (
    | { kind: 'line' | 'long' | 'code'; most?: number; placeholder?: string }
    | { kind: 'number' | 'whole'; min?: number; max?: number; unit?: string; placeholder?: string }
    | { kind: 'share'; placeholder?: string }
    | { kind: 'instant' }
    | { kind: 'texts'; placeholder?: string; options?: { value: string; label: string }[] }
    | { kind: 'flag' }
    | { kind: 'choice'; options: { value: string; label: string }[]; placeholder?: string }
    | { kind: 'heading' }
    | {
        kind: 'own'
        draw: (value: unknown, onChange: (value: unknown) => void, parts: Part[]) => ReactNode
      }
  )

/** The values of the fields on screen; those of hidden ones and empty ones are left out. */
export function given(fields: FieldSpec[], values: Values): Values {
  const result: Values = {}
  for (const { name, shown, kind } of fields) {
    const value = values[name]
    const empty =
      value === undefined ||
      value === null ||
      value === '' ||
      (Array.isArray(value) && value.length === 0)
    if (kind !== 'heading' && !empty && (shown?.(values) ?? true)) result[name] = value
  }
  return result
}

/** The names of required fields that are still empty. */
export function missing(fields: FieldSpec[], values: Values): string[] {
  const filled = given(fields, values)
  return fields
    .filter(({ required, shown }) => required && (shown?.(values) ?? true))
    .map(({ name }) => name)
    .filter((name) => filled[name] === undefined)
}

/** The field that a problem of the server is about: `/products/0` is about `products`. */
export function fieldOf(pointer: string | undefined): string {
  return pointer?.replace(/^\//, '').split(/[/.[]/)[0] ?? ''
}

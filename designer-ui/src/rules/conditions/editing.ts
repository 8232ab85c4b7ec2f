import type { Leaf } from '../model'
import { word } from '../sentence'

/** A condition and what changes it. */
export type Editing = { leaf: Leaf; onChange: (leaf: Leaf) => void }

/** One text or several as a list. */
export const asList = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.map(String)
    : value === undefined || value === ''
      ? []
      : [String(value)]

/** Keys of the vocabulary as choices. */
export const choices = (keys: readonly string[]) =>
  keys.map((key) => ({ value: key, label: word('choice', key) }))

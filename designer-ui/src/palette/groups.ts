import type { NodeType } from '../api/types'

export const CATEGORIES = [
  'audience',
  'logic',
  'time',
  'message',
  'reward',
  'mark',
  'outside',
  'analysis',
] as const
export type Category = (typeof CATEGORIES)[number]

/** Node types by category, in the order in which campaigns are drawn. */
export function byCategory(types: NodeType[]): { category: Category; types: NodeType[] }[] {
  return CATEGORIES.map((category) => ({
    category,
    types: types.filter((type) => type.category === category),
  })).filter((group) => group.types.length > 0)
}

/** Whether a node type is meant by what somebody typed, in either language. */
export function matches(type: NodeType, typed: string): boolean {
  const wanted = typed.trim().toLowerCase()
  return [type.key, type.label.en, type.label.zh, type.help.en, type.help.zh].some((text) =>
    text.toLowerCase().includes(wanted),
  )
}

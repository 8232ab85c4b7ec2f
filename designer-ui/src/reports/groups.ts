import type { Operations } from '../api/schema.gen'
import type { Canvas } from '../api/types'
import type { Translate } from '../i18n'
import { word } from '../rules/sentence'

/** A way to put people into groups, as the API names it. */
export interface Way {
  key: string
  label: string
}

type Attributes = Operations['GET /api/workspaces/{workspace}/attributes']['answer']

const GROUPABLE = ['choice', 'multi-choice', 'boolean']

/** By level, tag, each attribute with choices, and each split of the canvas. */
export function waysOf(attributes: Attributes, canvas: Canvas | undefined, t: Translate): Way[] {
  return [
    { key: 'level', label: t('reports.byLevel') },
    { key: 'tag', label: t('reports.byTag') },
    ...(canvas?.nodes ?? [])
      .filter(({ type }) => type === 'split')
      .map(({ id, name }) => ({
        key: `port:${id}`,
        label: t('reports.byVariant', { node: name || id }),
      })),
    ...attributes
      .filter(({ type }) => GROUPABLE.includes(type ?? ''))
      .map(({ key = '', label }) => ({ key: `attribute:${key}`, label: label || key })),
  ]
}

/** What a group is called. */
export function groupName(
  value: string | null,
  by: string,
  canvas: Canvas | undefined,
  t: Translate,
): string {
  if (value === null) return t('reports.noGroup')
  if (by === 'level') return t('reports.level', { n: value })
  if (!by.startsWith('port:')) return word('choice', value)
  const config = canvas?.nodes.find(({ id }) => `port:${id}` === by)?.config
  const variants = (config?.variants ?? []) as { key: string; name?: string }[]
  if (value === 'control') return t('reports.whoIs.control')
  return variants.find(({ key }) => key === value)?.name || value
}

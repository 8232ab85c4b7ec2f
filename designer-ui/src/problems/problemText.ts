import type { CanvasProblem, NodeType, SettingsSchema } from '../api/types'
import { resolved } from '../canvas/model/settings'
import { label } from '../canvas/summary'
import { i18n, type TextKey, type Words } from '../i18n'

/**
 * What a problem says, with the label of the field where it names its key. A place within a rule is
 * shown where it is, so its pointer is left out.
 */
export function problemText(
  problem: CanvasProblem,
  type: Pick<NodeType, 'settings'> | undefined,
  { language, say }: Pick<Words, 'language' | 'say'>,
): string {
  const inRule = `ruleProblem.${problem.code}` as TextKey
  if (problem.field?.includes('/') && i18n.exists(inRule)) return i18n.t(inRule)
  const text = say(problem.message)
  const name = type && problem.field ? fieldLabel(type.settings, problem.field, language) : ''
  return name ? withLabel(text, problem.field ?? '', name) : text
}

/** Says the label of a field in place of its key. */
function withLabel(text: string, field: string, label: string): string {
  return text.replace(`'${field}'`, `“${label}”`).replace(`“${field}”`, `“${label}”`)
}

/** The label of a setting such as `variants[0].percent`; empty where it has none. */
export function fieldLabel(root: SettingsSchema, field: string, language: string): string {
  let at: SettingsSchema | undefined = root
  for (const step of field.split('/')[0]?.split(/[.[\]]+/) ?? []) {
    if (step === '' || !at) continue
    const next: SettingsSchema | undefined = /^\d+$/.test(step) ? at.items : at.properties?.[step]
    at = next && resolved(next, root)
  }
  return at && at !== root ? label(at, { language }) : ''
}

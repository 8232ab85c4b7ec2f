import { i18n, type TextKey } from '../i18n'

/** Why somebody was held back, in words; the code itself where there are none. */
export function reasonWord(reason: string): string {
  const path = `reason.${reason}` as TextKey
  return i18n.exists(path) ? i18n.t(path) : reason
}

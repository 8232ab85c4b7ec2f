import type { Refused } from '../api/client'
import type { TextKey, Translate } from '../i18n'

const KNOWN: Record<string, TextKey> = {
  'wrong-password': 'access.refused.wrongPassword',
  'too-many-guesses': 'access.refused.tooMany',
  'wrong-token': 'access.refused.wrongToken',
  'short-password': 'access.refused.short',
  'long-password': 'access.refused.long',
  'easy-password': 'access.refused.easy',
  'set-up-already': 'access.refused.setUp',
  'own-access': 'access.refused.own',
  'user-of-others': 'access.refused.others',
  'user-exists': 'access.refused.exists',
  'own-campaign': 'approvals.ownCampaign',
  'role-missing': 'access.refused.role',
}

/** Why the server refused, in the language on screen where the reason is one of access. */
export function refusalText(refused: Refused, t: Translate): string {
  const key = KNOWN[refused.problem.code]
  return key ? t(key) : refused.message
}

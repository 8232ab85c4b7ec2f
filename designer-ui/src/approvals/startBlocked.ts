import type { ReviewState } from '../api/types'
import type { TextKey } from '../i18n'

/** Why a campaign cannot be started, as far as that follows from where it stands. */
export function startBlocked(
  state: ReviewState,
  required: boolean,
  mayDraw: boolean,
  changed = false,
): TextKey | undefined {
  if (!mayDraw) return 'access.needs.draw'
  if (state === 'submitted') return 'approvals.notNow'
  if (state === 'rejected' || state === 'returned') return 'approvals.changeFirst'
  if (state === 'approved' && changed) return 'approvals.changedSince'
  if (state === 'draft' && required) return 'approvals.needsApproval'
  return undefined
}

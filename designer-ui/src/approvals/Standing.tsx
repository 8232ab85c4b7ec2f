import { Alert } from 'antd'
import { useRights } from '../access/session'
import { useWords } from '../i18n'
import { ChangedThings } from './ChangedThings'
import { last, useReview } from './queries'

/** Why a campaign cannot be drawn on just now, or what an approver asked for. */
export function Standing({ workspace, campaign }: { workspace: string; campaign: string }) {
  const { t } = useWords()
  const rights = useRights()
  const { data: review } = useReview(workspace, campaign)
  if (!review) return null
  const said = (decision: 'return' | 'reject') => {
    const one = last(review, decision)
    return { who: one?.by ?? '', words: one?.words || t('approvals.noWords') }
  }
  if (review.state === 'cancelled')
    return <Alert banner type="warning" title={t('approvals.isCancelled')} />
  if (review.changed.length > 0) return <ChangedThings review={review} banner />
  if (review.state === 'submitted') return <Alert banner type="info" title={t('approvals.waits')} />
  if (!rights.draw) return <Alert banner type="info" title={t('approvals.viewOnly')} />
  if (review.state === 'returned')
    return <Alert banner type="warning" title={t('approvals.wasReturned', said('return'))} />
  if (review.state === 'rejected')
    return <Alert banner type="error" title={t('approvals.wasRejected', said('reject'))} />
  return null
}

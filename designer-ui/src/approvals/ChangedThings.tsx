import { Alert } from 'antd'
import type { Review } from '../api/types'
import { useWords } from '../i18n'

const KINDS = [
  'segment',
  'template',
  'coupon',
  'points-account',
  'code-pool',
  'discount-mark',
] as const

/** What the campaign names and somebody changed since it was submitted, and what to do about it. */
export function ChangedThings({ review, banner }: { review: Review; banner?: boolean }) {
  const { t } = useWords()
  if (review.changed.length === 0) return null
  return (
    <Alert
      banner={banner === true}
      type="warning"
      showIcon
      data-changed={review.changed.length}
      title={t(
        review.state === 'approved' ? 'approvals.changedApproved' : 'approvals.changedSubmitted',
      )}
      description={
        <>
          <ul className="plain-list">
            {review.changed.map(({ kind, key, name, gone }) => {
              const known = KINDS.find((one) => one === kind)
              return (
                <li key={`${kind}/${key}`}>
                  {t(gone ? 'approvals.thingGone' : 'approvals.thingChanged', {
                    what: known ? t(`approvals.things.${known}`) : kind,
                    name: name || key,
                  })}
                </li>
              )
            })}
          </ul>
          {t(review.state === 'approved' ? 'approvals.submitAgain' : 'approvals.returnIt')}
        </>
      }
    />
  )
}

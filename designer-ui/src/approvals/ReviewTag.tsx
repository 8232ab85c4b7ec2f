import { Tag } from 'antd'
import type { ReviewState } from '../api/types'
import { useWords } from '../i18n'

const COLOURS: Record<ReviewState, string> = {
  draft: 'default',
  submitted: 'processing',
  approved: 'success',
  rejected: 'error',
  returned: 'warning',
  cancelled: 'default',
}

/** Where a campaign stands before it runs. */
export function ReviewTag({ state }: { state: ReviewState }) {
  const { t } = useWords()
  return (
    <Tag color={COLOURS[state]} data-review={state}>
      {t(`review.${state}`)}
    </Tag>
  )
}

import { useWords } from '../i18n'
import { last, useReview } from './queries'

/** Who submitted a campaign, when, and with which words. */
export function SubmittedBy({ workspace, campaign }: { workspace: string; campaign: string }) {
  const { t, time } = useWords()
  const { data } = useReview(workspace, campaign)
  const submitted = last(data, 'submit')
  if (!submitted) return null
  return (
    <>
      {t('approvals.by', { who: submitted.by, when: time(submitted.at) })}
      {submitted.words && <div className="hint">{submitted.words}</div>}
    </>
  )
}

import { Tag } from 'antd'
import { useWords } from '../i18n'
import { last, useReview } from './queries'

/** Who submitted a campaign, when, and with which words. */
export function SubmittedBy({ workspace, campaign }: { workspace: string; campaign: string }) {
  const { t, time, number } = useWords()
  const { data } = useReview(workspace, campaign)
  const submitted = last(data, 'submit')
  if (!submitted) return null
  return (
    <>
      {t('approvals.by', { who: submitted.by, when: time(submitted.at) })}
      {data && data.changed.length > 0 && (
        <div>
          <Tag color="orange">{t('approvals.changedTag', { n: number(data.changed.length) })}</Tag>
        </div>
      )}
      {submitted.words && <div className="hint">{submitted.words}</div>}
    </>
  )
}

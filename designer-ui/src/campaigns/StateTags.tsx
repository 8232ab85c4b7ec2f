import { Tag } from 'antd'
import type { CampaignSummary, ReviewState } from '../api/types'
import { useWords } from '../i18n'
import { RUN_COLOURS } from '../runs/colours'
import { activityOf } from './state'

const COLOURS: Record<ReviewState, string> = {
  draft: 'default',
  submitted: 'processing',
  approved: 'success',
  rejected: 'error',
  returned: 'warning',
  cancelled: 'default',
}

/** Where the canvas stands before it runs. */
export function ReviewTag({ review }: { review: ReviewState }) {
  const { t } = useWords()
  return <Tag color={COLOURS[review]}>{t(`review.${review}`)}</Tag>
}

/** What the campaign does, and since or from when. */
export function ActivityTag({ campaign }: { campaign: CampaignSummary }) {
  const { t, time } = useWords()
  const activity = activityOf(campaign)
  if (activity === 'never') return <span className="hint">{t('list.state.never')}</span>
  if (activity === 'scheduled')
    return (
      <Mark
        colour="blue"
        name={t('list.state.scheduled')}
        when={t('list.starts', { when: time(campaign.startsAt ?? '') })}
      />
    )
  const { startedAt = '', endedAt } = campaign.lastRun ?? {}
  return (
    <Mark
      colour={RUN_COLOURS[activity]}
      name={t(`list.state.${activity}`)}
      when={endedAt ? time(endedAt) : t('list.since', { when: time(startedAt) })}
    />
  )
}

function Mark({ colour, name, when }: { colour: string; name: string; when: string }) {
  return (
    <>
      <Tag color={colour}>{name}</Tag>
      <div className="hint">{when}</div>
    </>
  )
}

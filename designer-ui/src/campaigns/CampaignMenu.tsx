import { Button, Dropdown } from 'antd'
import { Ellipsis } from 'lucide-react'
import { useRights } from '../access/session'
import type { CampaignSummary } from '../api/types'
import { useWords } from '../i18n'

export interface CampaignActions {
  report: (campaign: CampaignSummary) => void
  budget: (campaign: CampaignSummary) => void
  rename: (campaign: CampaignSummary) => void
  copy: (campaign: CampaignSummary) => void
  save: (campaign: CampaignSummary) => void
  hide: (campaign: CampaignSummary) => void
  show: (campaign: CampaignSummary) => void
  remove: (campaign: CampaignSummary) => void
}

interface Props {
  campaign: CampaignSummary
  actions: CampaignActions
}

/** What can be done with a campaign of the list. */
export function CampaignMenu({ campaign, actions }: Props) {
  const { t } = useWords()
  const { draw } = useRights()
  const { review, runs, hidden, name } = campaign
  const fixed = review === 'submitted' || review === 'cancelled'
  const kept = runs > 0 || review === 'submitted' || review === 'approved'
  const item = (
    key: keyof CampaignActions,
    label: string,
    more: { disabled?: boolean; danger?: boolean } = {},
  ) => ({ key, label, ...more, onClick: () => actions[key](campaign) })
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        onClick: ({ domEvent }) => domEvent.stopPropagation(),
        items: [
          item('report', t('list.report'), { disabled: runs === 0 }),
          item('budget', t('list.budget')),
          item('save', t('campaigns.export')),
          // Who may not draw would be refused all of the rest.
          ...(draw
            ? [
                item('rename', t('list.rename'), { disabled: fixed }),
                item('copy', t('campaigns.copy')),
                { type: 'divider' as const },
                hidden ? item('show', t('list.show')) : item('hide', t('list.hide')),
                item('remove', t(deleteLabel(campaign)), { disabled: kept, danger: !kept }),
              ]
            : []),
        ],
      }}
    >
      <Button
        type="text"
        size="small"
        icon={<Ellipsis size={16} />}
        aria-label={t('campaigns.more', { name })}
        onClick={(event) => event.stopPropagation()}
      />
    </Dropdown>
  )
}

function deleteLabel({ runs, review }: CampaignSummary) {
  if (runs > 0) return 'list.deleteRan'
  if (review === 'submitted') return 'list.deleteReview'
  return review === 'approved' ? 'list.deleteApproved' : 'list.delete'
}

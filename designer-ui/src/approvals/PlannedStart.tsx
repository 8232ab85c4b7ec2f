import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Tag, Tooltip } from 'antd'
import { useRights } from '../access/session'
import { call } from '../api/client'
import { useCampaigns } from '../api/queries'
import { type TextKey, useWords } from '../i18n'

interface Props {
  workspace: string
  campaign: string
  /** Why it would not start as it stands. */
  blocked: TextKey | undefined
}

/** When the campaign is going to start by itself, with the way to take that away. */
export function PlannedStart({ workspace, campaign, blocked }: Props) {
  const { t, time } = useWords()
  const { modal, message } = App.useApp()
  const queries = useQueryClient()
  const rights = useRights()
  // The list knows it, and asking for a schedule that is not there would be a refusal.
  const { data } = useCampaigns(workspace)
  const startsAt = data?.find(({ key }) => key === campaign)?.startsAt
  if (!startsAt || Date.parse(startsAt) < Date.now()) return null
  const when = time(startsAt)
  const takeAway = async () => {
    try {
      await call('DELETE /api/workspaces/{workspace}/campaigns/{campaign}/schedule', {
        path: { workspace, campaign },
      })
      await queries.invalidateQueries({ queryKey: [workspace, 'campaigns'], exact: true })
    } catch (error) {
      message.error((error as Error).message)
    }
  }
  return (
    <>
      <Tooltip title={blocked ? t(blocked) : ''}>
        <Tag color={blocked ? 'orange' : 'blue'} data-planned={startsAt}>
          {t(blocked ? 'launch.plannedBlocked' : 'launch.planned', { when })}
        </Tag>
      </Tooltip>
      {rights.draw && (
        <Button
          type="link"
          size="small"
          onClick={() =>
            modal.confirm({
              title: t('launch.unplanTitle'),
              content: t('launch.unplanText', { when }),
              okText: t('launch.unplan'),
              okButtonProps: { danger: true },
              cancelText: t('back'),
              onOk: takeAway,
            })
          }
        >
          {t('launch.unplan')}
        </Button>
      )}
    </>
  )
}

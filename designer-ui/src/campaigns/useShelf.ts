import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { call } from '../api/client'
import type { CampaignSummary } from '../api/types'
import { useWords } from '../i18n'
import { activityOf } from './state'

const CAMPAIGN = '/api/workspaces/{workspace}/campaigns/{campaign}'

/** Hides campaigns, shows them again, and deletes those that never ran; asks before. */
export function useShelf(workspace: string) {
  const { t } = useWords()
  const { message, modal } = App.useApp()
  const queries = useQueryClient()
  const attempt = async (work: () => Promise<unknown>, done?: string) => {
    try {
      await work()
      if (done) message.success(done)
    } catch (error) {
      message.error((error as Error).message)
    }
    await queries.invalidateQueries({ queryKey: [workspace, 'campaigns'], exact: true })
  }
  const setHidden = ({ key, name }: CampaignSummary, hidden: boolean) =>
    attempt(
      () =>
        call(`PUT ${CAMPAIGN}/hidden`, { path: { workspace, campaign: key }, body: { hidden } }),
      hidden ? t('list.hidden', { name }) : undefined,
    )
  const hide = (campaign: CampaignSummary) => {
    const open = ['running', 'paused'].includes(activityOf(campaign))
    modal.confirm({
      title: t('list.hideTitle', { name: campaign.name }),
      content: `${t('list.hideText')}${open ? ` ${t('list.hideOpen')}` : ''}`,
      okText: t('list.hideDo'),
      cancelText: t('cancel'),
      onOk: () => setHidden(campaign, true),
    })
  }
  const remove = ({ key, name, version }: CampaignSummary) =>
    modal.confirm({
      title: t('list.deleteTitle', { name }),
      content: t('list.deleteText', { count: version }),
      okText: t('list.deleteDo'),
      okButtonProps: { danger: true },
      cancelText: t('cancel'),
      onOk: () =>
        attempt(
          () => call(`DELETE ${CAMPAIGN}`, { path: { workspace, campaign: key } }),
          t('list.deleted', { name }),
        ),
    })
  return { hide, show: (campaign: CampaignSummary) => setHidden(campaign, false), remove }
}

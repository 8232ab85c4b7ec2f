import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Tag, Tooltip } from 'antd'
import { Undo } from 'lucide-react'
import { useEffect } from 'react'
import { call } from '../api/client'
import { fetchCanvas } from '../api/queries'
import type { ReviewState } from '../api/types'
import { useWords } from '../i18n'
import { useCanvas } from './store'
import type { SaveState } from './useAutosave'

const COLOURS: Record<ReviewState, string> = {
  draft: 'default',
  submitted: 'processing',
  approved: 'success',
  rejected: 'error',
  returned: 'warning',
  cancelled: 'error',
}

interface Props {
  workspace: string
  campaign: string
  save: SaveState
}

/** Whether what is drawn is approved, and the way back to the version that last was. */
export function ReviewMark({ workspace, campaign, save }: Props) {
  const { t } = useWords()
  const { modal, message } = App.useApp()
  const queries = useQueryClient()
  const readOnly = useCanvas((state) => state.readOnly)
  const queryKey = [workspace, 'campaigns', campaign, 'review']
  const { data } = useQuery({
    queryKey,
    queryFn: () =>
      call('GET /api/workspaces/{workspace}/campaigns/{campaign}/review', {
        path: { workspace, campaign },
      }),
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was saved may be a draft again
  useEffect(() => {
    if (save === 'saved') void queries.invalidateQueries({ queryKey })
  }, [save])
  if (!data?.state) return null
  const approved = data.decisions?.findLast(({ decision }) => decision === 'approve')?.version
  const behind = approved !== undefined && data.state !== 'approved' && !readOnly
  const revert = () =>
    modal.confirm({
      title: t('draw.revertTitle', { version: approved ?? 0 }),
      content: t('draw.revertText'),
      okText: t('draw.revert'),
      cancelText: t('cancel'),
      onOk: async () => {
        try {
          const { canvas } = await fetchCanvas(workspace, campaign, approved)
          useCanvas.getState().edit(() => canvas)
        } catch (error) {
          message.error((error as Error).message)
        }
      },
    })
  const title = approved
    ? t('draw.approvedVersion', { version: approved, now: data.version ?? 0 })
    : t('draw.neverApproved')
  return (
    <span className="review-mark">
      <Tooltip title={title}>
        <Tag color={COLOURS[data.state]} data-review={data.state}>
          {t(`review.${data.state}`)}
        </Tag>
      </Tooltip>
      {behind && (
        <Tooltip title={t('draw.revertTo', { version: approved })}>
          <Button
            type="text"
            size="small"
            icon={<Undo size={14} />}
            aria-label={t('draw.revertTo', { version: approved })}
            onClick={revert}
          />
        </Tooltip>
      )}
    </span>
  )
}

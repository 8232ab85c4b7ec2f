import { useQueryClient } from '@tanstack/react-query'
import { Alert, Input, Modal } from 'antd'
import { useState } from 'react'
import { call } from '../api/client'
import { fetchCanvas } from '../api/queries'
import type { CampaignSummary } from '../api/types'
import { useWords } from '../i18n'

interface Props {
  workspace: string
  campaign: CampaignSummary
  onClose: () => void
}

/** Gives a campaign another name, which is part of its canvas. */
export function RenameDialog({ workspace, campaign, onClose }: Props) {
  const { t } = useWords()
  const queries = useQueryClient()
  const [name, setName] = useState(campaign.name)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const empty = name.trim() === ''
  const rename = async () => {
    if (empty) return
    setBusy(true)
    setProblem('')
    try {
      const { canvas, etag } = await fetchCanvas(workspace, campaign.key)
      await call('PUT /api/workspaces/{workspace}/campaigns/{campaign}', {
        path: { workspace, campaign: campaign.key },
        query: { draft: true },
        headers: { 'If-Match': etag },
        body: { ...canvas, name: name.trim() } as never,
      })
      await queries.invalidateQueries({ queryKey: [workspace, 'campaigns'] })
      onClose()
    } catch (error) {
      setProblem((error as Error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={t('list.renameTitle', { name: campaign.name })}
      okText={t('list.renameDo')}
      okButtonProps={{ disabled: empty }}
      cancelText={t('cancel')}
      confirmLoading={busy}
      onOk={() => void rename()}
      onCancel={onClose}
    >
      {campaign.review === 'approved' && (
        <Alert type="warning" showIcon title={t('list.renameApproved')} />
      )}
      <div className={problem ? 'field wrong' : 'field'}>
        <label className="field-label" htmlFor="new-name">
          {t('campaigns.name')}
        </label>
        <Input
          id="new-name"
          autoFocus
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={(event) => {
            if (!event.nativeEvent.isComposing) void rename()
          }}
        />
        {problem && (
          <div className="field-problem" role="alert">
            {problem}
          </div>
        )}
      </div>
    </Modal>
  )
}

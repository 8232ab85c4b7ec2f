import { Alert, Input, Modal } from 'antd'
import { useState } from 'react'
import { refusalText } from '../access/refusals'
import { Refused } from '../api/client'
import type { DryRun } from '../api/types'
import { useCanvas } from '../canvas/store'
import { useWords } from '../i18n'
import { StartOutlook } from '../runs/StartOutlook'
import { useDecide } from './queries'

interface Props {
  workspace: string
  campaign: string
  saveNow: () => Promise<boolean>
  onClose: () => void
}

/** Lays the campaign before an approver, with the dry run of what is drawn. */
export function SubmitDialog({ workspace, campaign, saveNow, onClose }: Props) {
  const { t } = useWords()
  const name = useCanvas((state) => state.canvas.name)
  const errors = useCanvas((state) =>
    state.problems.some((problem) => problem.severity !== 'warning'),
  )
  const decide = useDecide(workspace, campaign)
  const [dryRun, setDryRun] = useState<DryRun>()
  const [comment, setComment] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const submit = async (shown: DryRun) => {
    setBusy(true)
    try {
      await decide('submit', {
        version: shown.version,
        dryRun: shown.id,
        ...(comment.trim() ? { comment: comment.trim() } : {}),
      })
      onClose()
    } catch (error) {
      setProblem(error instanceof Refused ? refusalText(error, t) : t('connection.lost'))
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={t('approvals.submitTitle', { name })}
      okText={t('approvals.submit')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: errors || !dryRun }}
      confirmLoading={busy}
      onOk={() => dryRun && void submit(dryRun)}
      onCancel={onClose}
    >
      {errors ? (
        <Alert type="error" showIcon title={t('start.problems')} />
      ) : (
        <StartOutlook
          workspace={workspace}
          campaign={campaign}
          saveNow={saveNow}
          onReady={setDryRun}
        />
      )}
      <p className="hint">{t('approvals.submitHelp')}</p>
      <label className="field-label" htmlFor="submit-words">
        {t('approvals.comment')}
      </label>
      <Input.TextArea
        id="submit-words"
        rows={2}
        maxLength={2000}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
      />
      {problem && <Alert type="error" showIcon title={problem} />}
    </Modal>
  )
}

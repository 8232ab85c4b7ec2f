import { useQueryClient } from '@tanstack/react-query'
import { Alert, Input, Modal } from 'antd'
import { useState } from 'react'
import { refusalText } from '../access/refusals'
import { call, Refused } from '../api/client'
import type { Run } from '../api/types'
import { useWords } from '../i18n'
import { ResumeDialog } from './ResumeDialog'

interface Props {
  workspace: string
  run: Run
  /** What happens, to how many people. */
  text: string
  onClose: () => void
}

/** Asks an approver once; where waits came due meanwhile, first what becomes of those. */
export function GoOnDialog({ workspace, run, text, onClose }: Props) {
  const { t } = useWords()
  const queries = useQueryClient()
  const late = run.overdue ?? []
  const [overdue, setOverdue] = useState<Record<string, 'fire' | 'skip'>>()
  const [comment, setComment] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const go = async () => {
    setBusy(true)
    try {
      await call('POST /api/workspaces/{workspace}/runs/{run}/go-on', {
        path: { workspace, run: run.id },
        body: { overdue: overdue ?? {}, ...(comment.trim() ? { comment: comment.trim() } : {}) },
      })
      onClose()
      await queries.invalidateQueries({ queryKey: [workspace, 'departures'] })
      await queries.invalidateQueries({ queryKey: [workspace, 'runs', String(run.id)] })
    } catch (error) {
      setProblem(error instanceof Refused ? refusalText(error, t) : t('connection.lost'))
    } finally {
      setBusy(false)
    }
  }
  if (late.length > 0 && !overdue)
    return <ResumeDialog overdue={late} onClose={onClose} onResume={setOverdue} />
  return (
    <Modal
      open
      title={t('launch.askGoOn')}
      okText={t('launch.goOn')}
      cancelText={t('back')}
      confirmLoading={busy}
      onOk={() => void go()}
      onCancel={onClose}
    >
      <p>{text}</p>
      <label className="field-label" htmlFor="go-on-words">
        {t('approvals.comment')}
      </label>
      <Input.TextArea
        id="go-on-words"
        rows={3}
        maxLength={2000}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
      />
      {problem && <Alert type="error" showIcon title={problem} />}
    </Modal>
  )
}

import { App, Button, Tooltip } from 'antd'
import { CirclePlay, Send } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useRights } from '../access/session'
import { useCanvas } from '../canvas/store'
import type { Saving } from '../canvas/useAutosave'
import { useWords } from '../i18n'
import { StartDialog } from '../runs/StartDialog'
import { PlannedStart } from './PlannedStart'
import { useApprovalRequired, useDecide, useReview } from './queries'
import { SubmitDialog } from './SubmitDialog'
import { startBlocked } from './startBlocked'

interface Props {
  workspace: string
  campaign: string
  saving: Saving
}

/** Where the campaign stands, and the next step: submit, take back, start now or later. */
export function LaunchBar({ workspace, campaign, saving }: Props) {
  const { t } = useWords()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const rights = useRights()
  const { data: review } = useReview(workspace, campaign)
  const required = useApprovalRequired(workspace)
  const decide = useDecide(workspace, campaign)
  const empty = useCanvas((state) => state.canvas.nodes.length === 0)
  const [asking, setAsking] = useState<'submit' | 'start'>()
  const fixed = !rights.draw || review?.state === 'submitted' || review?.state === 'cancelled'
  useEffect(() => useCanvas.setState({ readOnly: fixed }), [fixed])
  if (!review) return null
  const { state } = review
  const changed = review.changed.length > 0
  const submittable =
    state === 'draft' ||
    state === 'rejected' ||
    state === 'returned' ||
    (state === 'approved' && changed)
  const blocked = startBlocked(state, required === true, rights.draw, changed)
  const takeBack = () =>
    decide('withdraw').catch((error: Error) => void message.error(error.message))
  return (
    <>
      <PlannedStart
        workspace={workspace}
        campaign={campaign}
        blocked={startBlocked(state, required === true, true, changed)}
      />
      {state === 'submitted' && (
        <Link to={`/w/${workspace}/approvals/${campaign}`}>
          <Button>{t('approvals.toApproval')}</Button>
        </Link>
      )}
      {state === 'submitted' && rights.draw && (
        <Button onClick={() => void takeBack()}>{t('approvals.withdraw')}</Button>
      )}
      {submittable && rights.draw && (
        <Button icon={<Send size={15} />} disabled={empty} onClick={() => setAsking('submit')}>
          {t('approvals.submit')}
        </Button>
      )}
      {state !== 'cancelled' && (
        <Tooltip title={blocked ? t(blocked) : ''}>
          <Button
            type="primary"
            icon={<CirclePlay size={15} />}
            disabled={empty || blocked !== undefined}
            onClick={() => setAsking('start')}
          >
            {t('start.button')}
          </Button>
        </Tooltip>
      )}
      {asking === 'submit' && (
        <SubmitDialog
          workspace={workspace}
          campaign={campaign}
          saveNow={saving.saveNow}
          onClose={() => setAsking(undefined)}
        />
      )}
      <StartDialog
        workspace={workspace}
        campaign={campaign}
        open={asking === 'start'}
        saveNow={saving.saveNow}
        onClose={() => setAsking(undefined)}
        onStarted={(run) => void navigate(`/w/${workspace}/runs/${run}`)}
      />
    </>
  )
}

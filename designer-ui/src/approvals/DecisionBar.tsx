import { Alert, Button, Input, Modal, Space, Tooltip } from 'antd'
import { useState } from 'react'
import { refusalText } from '../access/refusals'
import { useRights } from '../access/session'
import { Refused } from '../api/client'
import type { Review } from '../api/types'
import { useWords } from '../i18n'
import { type Decision, last, useDecide } from './queries'

type Asked = 'approve' | 'reject' | 'return' | 'cancel'

interface Props {
  workspace: string
  campaign: string
  review: Review
  /** How many people it is for, as far as that is known. */
  people: number | undefined
}

/** Approve, return, reject or cancel; each is asked once, with room for words. */
export function DecisionBar({ workspace, campaign, review, people }: Props) {
  const { t, number } = useWords()
  const rights = useRights()
  const decide = useDecide(workspace, campaign)
  const [asked, setAsked] = useState<Asked>()
  const [comment, setComment] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const own = rights.user !== undefined && last(review, 'submit')?.by === rights.user
  const ask = (decision: Asked) => {
    setComment('')
    setProblem('')
    setAsked(decision)
  }
  const go = async (decision: Decision) => {
    setBusy(true)
    try {
      await decide(decision, {
        version: review.version,
        ...(comment.trim() ? { comment: comment.trim() } : {}),
      })
      setAsked(undefined)
    } catch (error) {
      setProblem(error instanceof Refused ? refusalText(error, t) : t('connection.lost'))
    } finally {
      setBusy(false)
    }
  }
  const why = !rights.approve
    ? t('access.needs.approve')
    : own
      ? t('approvals.ownCampaign')
      : review.changed.length > 0
        ? t('approvals.returnIt')
        : ''
  return (
    <>
      <Space wrap>
        <Reasoned why={why}>
          <Button type="primary" disabled={why !== ''} onClick={() => ask('approve')}>
            {t('approvals.approve')}
          </Button>
        </Reasoned>
        <Reasoned why={rights.approve ? '' : t('access.needs.approve')}>
          <Button disabled={!rights.approve} onClick={() => ask('return')}>
            {t('approvals.return')}
          </Button>
        </Reasoned>
        <Reasoned why={rights.approve ? '' : t('access.needs.approve')}>
          <Button danger disabled={!rights.approve} onClick={() => ask('reject')}>
            {t('approvals.reject')}
          </Button>
        </Reasoned>
        {(rights.approve || rights.draw) && (
          <Button danger type="text" onClick={() => ask('cancel')}>
            {t('approvals.cancel')}
          </Button>
        )}
      </Space>
      {asked && (
        <Modal
          open
          title={t(`approvals.ask.${asked}`)}
          okText={t(`approvals.${asked}`)}
          cancelText={t('back')}
          confirmLoading={busy}
          okButtonProps={{
            danger: asked === 'reject' || asked === 'cancel',
            disabled: asked === 'return' && comment.trim() === '',
          }}
          onOk={() => void go(asked)}
          onCancel={() => setAsked(undefined)}
        >
          <p>
            {t(`approvals.askText.${asked}`)}{' '}
            {asked === 'approve' &&
              people !== undefined &&
              t('approvals.forPeople', { n: number(people) })}
          </p>
          <label className="field-label" htmlFor="decision-words">
            {t(asked === 'return' ? 'approvals.whatToChange' : 'approvals.comment')}
          </label>
          <Input.TextArea
            id="decision-words"
            rows={3}
            maxLength={2000}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
          {problem && <Alert type="error" showIcon title={problem} />}
        </Modal>
      )}
    </>
  )
}

/** A button that says why it cannot be pressed. */
function Reasoned({ why, children }: { why: string; children: React.ReactElement }) {
  return <Tooltip title={why}>{children}</Tooltip>
}

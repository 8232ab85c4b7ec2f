import { useQueryClient } from '@tanstack/react-query'
import { Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { call, Refused } from '../api/client'
import type { Canvas, CanvasProblem } from '../api/types'
import { useWords } from '../i18n'
import { keyFor } from './files'

const KEY = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/

export interface Making {
  title: string
  name: string
  canvas: Canvas
  /** The campaign that it is a copy of. */
  from?: string
}

interface Props {
  workspace: string
  making: Making
  taken: Set<string>
  onClose: () => void
  onMade: (key: string) => void
}

/** Asks for a name and makes a campaign: blank, from a file, or as a copy. */
export function NewCampaign({ workspace, making, taken, onClose, onMade }: Props) {
  const { t, say } = useWords()
  const queries = useQueryClient()
  const [name, setName] = useState(making.name)
  const [ownKey, setOwnKey] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const key = ownKey ?? keyFor(name, taken)
  const keyProblem = !KEY.test(key)
    ? t('campaigns.keyWrong')
    : taken.has(key)
      ? t('campaigns.keyTaken')
      : ''
  const nameProblem = name.trim() === '' ? t('campaigns.nameMissing') : ''
  const [asked, setAsked] = useState(false)

  const make = async () => {
    setAsked(true)
    if (keyProblem || nameProblem) return
    setBusy(true)
    setProblem('')
    try {
      if (making.from) {
        await call('POST /api/workspaces/{workspace}/campaigns/{campaign}/copy', {
          path: { workspace, campaign: making.from },
          body: { key, name },
        })
      } else {
        await call('PUT /api/workspaces/{workspace}/campaigns/{campaign}', {
          path: { workspace, campaign: key },
          query: { draft: true },
          body: { ...making.canvas, name } as never,
        })
      }
      await queries.invalidateQueries({ queryKey: [workspace, 'campaigns'], exact: true })
      onMade(key)
    } catch (error) {
      setProblem(reason(error as Error))
    } finally {
      setBusy(false)
    }
  }

  const reason = (error: Error) => {
    const [first] =
      error instanceof Refused ? ((error.problem.problems ?? []) as CanvasProblem[]) : []
    return first?.message
      ? t('campaigns.fileUnreadable', { why: say(first.message) })
      : error.message
  }
  return (
    <Modal
      open
      title={making.title}
      okText={t('create')}
      cancelText={t('cancel')}
      confirmLoading={busy}
      onOk={() => void make()}
      onCancel={onClose}
    >
      <Row id="campaign-name" label={t('campaigns.name')} problem={asked ? nameProblem : ''}>
        <Input
          id="campaign-name"
          autoFocus
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={(event) => {
            if (!event.nativeEvent.isComposing) void make()
          }}
        />
      </Row>
      <Row
        id="campaign-key"
        label={t('campaigns.key')}
        problem={asked || ownKey !== undefined ? keyProblem : ''}
        help={t('campaigns.keyHelp')}
      >
        <Input
          id="campaign-key"
          value={key}
          maxLength={64}
          onChange={(event) => setOwnKey(event.target.value)}
        />
      </Row>
      {problem && <div className="field-problem">{problem}</div>}
    </Modal>
  )
}

interface RowProps {
  id: string
  label: string
  problem: string
  help?: string
  children: ReactNode
}

function Row({ id, label, problem, help, children }: RowProps) {
  return (
    <div className={problem ? 'field wrong' : 'field'}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children}
      {problem ? (
        <div className="field-problem" role="alert">
          {problem}
        </div>
      ) : (
        help && <div className="hint">{help}</div>
      )}
    </div>
  )
}

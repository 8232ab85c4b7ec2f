import { useQueryClient } from '@tanstack/react-query'
import { Alert, DatePicker, Modal, Segmented } from 'antd'
import type { Dayjs } from 'dayjs'
import { useEffect, useRef, useState } from 'react'
import { call } from '../api/client'
import { useWorkspaces } from '../api/queries'
import type { DryRun, Run } from '../api/types'
import { useCanvas } from '../canvas/store'
import { useWords } from '../i18n'
import { instantIn } from './instants'
import { StartOutlook } from './StartOutlook'

interface Props {
  workspace: string
  campaign: string
  open: boolean
  saveNow: () => Promise<boolean>
  onClose: () => void
  onStarted: (run: number) => void
}

/** Asks once before a start, now or later, and says what will happen to how many people. */
export function StartDialog(props: Props) {
  const { t } = useWords()
  const queries = useQueryClient()
  const { data: workspaces } = useWorkspaces()
  const name = useCanvas((state) => state.canvas.name)
  const errors = useCanvas((state) =>
    state.problems.some((problem) => problem.severity !== 'warning'),
  )
  const [ready, setReady] = useState<DryRun>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const [later, setLater] = useState(false)
  const [clock, setClock] = useState<Dayjs | null>(null)
  // A start that is repeated, by a double click or a lost answer, is the same start.
  const attempt = useRef('')
  useEffect(() => {
    if (!props.open) return
    attempt.current = `${Date.now()}-${Math.random().toString(36).slice(2)}`
    setProblem('')
    setReady(undefined)
    setLater(false)
    setClock(null)
  }, [props.open])
  const zone = workspaces?.find(({ key }) => key === props.workspace)?.timeZone ?? 'UTC'
  const at = clock ? instantIn(zone, clock.format('YYYY-MM-DDTHH:mm')) : undefined
  const past = at !== undefined && at.getTime() <= Date.now()
  const path = { workspace: props.workspace, campaign: props.campaign }
  const start = async () => {
    const run = (await call('POST /api/workspaces/{workspace}/campaigns/{campaign}/start', {
      path,
      headers: { 'Idempotency-Key': attempt.current },
    })) as Run
    props.onStarted(run.id)
  }
  const schedule = async (instant: Date) => {
    await call('PUT /api/workspaces/{workspace}/campaigns/{campaign}/schedule', {
      path,
      body: { at: instant.toISOString() },
    })
    await queries.invalidateQueries({
      queryKey: [props.workspace, 'campaigns'],
      exact: true,
    })
    props.onClose()
  }
  const go = async () => {
    setBusy(true)
    try {
      if (later && at) await schedule(at)
      else await start()
    } catch (error) {
      setProblem((error as Error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open={props.open}
      title={t('start.title', { name })}
      okText={t(later ? 'launch.schedule' : 'start.go')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: errors || !ready || (later && (!at || past)) }}
      confirmLoading={busy}
      onOk={() => void go()}
      onCancel={props.onClose}
      destroyOnHidden
    >
      {errors ? (
        <Alert type="error" showIcon title={t('start.problems')} />
      ) : (
        <StartOutlook {...props} onReady={setReady} />
      )}
      <Segmented
        value={later ? 'later' : 'now'}
        options={[
          { value: 'now', label: t('launch.now') },
          { value: 'later', label: t('launch.later') },
        ]}
        onChange={(chosen) => setLater(chosen === 'later')}
      />
      {later && (
        <div className="field start-at">
          <label className="field-label" htmlFor="start-at">
            {t('launch.when', { zone })}
          </label>
          <DatePicker
            id="start-at"
            showTime={{ format: 'HH:mm' }}
            format="YYYY-MM-DD HH:mm"
            value={clock}
            status={past ? 'error' : ''}
            onChange={setClock}
          />
          {past && <div className="field-problem">{t('launch.past')}</div>}
        </div>
      )}
      {problem && <Alert type="error" showIcon title={problem} />}
    </Modal>
  )
}

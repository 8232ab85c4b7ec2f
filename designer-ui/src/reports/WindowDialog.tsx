import { useQueryClient } from '@tanstack/react-query'
import { App, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { call } from '../api/client'
import { useWords } from '../i18n'

const MOST_DAYS = 90

interface Props {
  workspace: string
  campaign: string
  days: number
  onClose: () => void
}

/** Changes for how many days after each run its orders count. */
export function WindowDialog({ workspace, campaign, days, onClose }: Props) {
  const { t } = useWords()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [wanted, setWanted] = useState<number | null>(days)
  const [busy, setBusy] = useState(false)
  const save = async () => {
    if (wanted === null) return
    setBusy(true)
    try {
      await call('PUT /api/workspaces/{workspace}/campaigns/{campaign}/analysis-window', {
        path: { workspace, campaign },
        body: { days: wanted },
      })
      await queries.invalidateQueries({ queryKey: [workspace] })
      onClose()
    } catch (error) {
      message.error((error as Error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={t('reports.windowTitle')}
      okText={t('reports.windowSave')}
      okButtonProps={{ disabled: wanted === null }}
      cancelText={t('cancel')}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className="field">
        <label className="field-label" htmlFor="window-days">
          {t('reports.windowDays')}
        </label>
        <InputNumber
          id="window-days"
          autoFocus
          min={1}
          max={MOST_DAYS}
          precision={0}
          value={wanted}
          onChange={setWanted}
        />
        <div className="hint">{t('reports.windowHelp')}</div>
      </div>
    </Modal>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { call } from '../api/client'
import type { Thresholds } from '../api/results'
import { useWords } from '../i18n'
import { word } from '../rules/sentence'
import { type PeriodUnit, partsOf } from './stages'

const STAGES = [
  ['active', 'active'],
  ['silent', 'silent'],
  ['sleeping', 'sleeping'],
  ['aboutToChurn', 'about-to-churn'],
  ['churned', 'churned'],
] as const
const UNITS: PeriodUnit[] = ['D', 'W', 'M', 'Y']
const MOST_DAYS = 36_500

interface Props {
  workspace: string
  thresholds: Thresholds
  onClose: () => void
}

/** Changes where the stages end. */
export function ThresholdsDialog({ workspace, thresholds, onClose }: Props) {
  const { t } = useWords()
  const queries = useQueryClient()
  const [wanted, setWanted] = useState(thresholds)
  const [period, setPeriod] = useState(
    partsOf(thresholds.newFor) ?? { amount: 1, unit: 'M' as const },
  )
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const ascends = STAGES.every(
    ([field], index) => index === 0 || wanted[field] > wanted[STAGES[index - 1]?.[0] ?? field],
  )
  const save = async () => {
    setBusy(true)
    setProblem('')
    try {
      await call('PUT /api/workspaces/{workspace}/lifecycle/thresholds', {
        path: { workspace },
        body: { ...wanted, newFor: `P${period.amount}${period.unit}` },
      })
      await queries.invalidateQueries({ queryKey: [workspace, 'lifecycle'] })
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
      title={t('lifecycle.edit')}
      okText={t('lifecycle.save')}
      okButtonProps={{ disabled: !ascends }}
      cancelText={t('cancel')}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <p className="hint">{t('lifecycle.editHelp')}</p>
      <div className="threshold">
        <label htmlFor="threshold-new">{t('lifecycle.newLasts')}</label>
        <span>
          <InputNumber
            id="threshold-new"
            min={1}
            max={1000}
            precision={0}
            value={period.amount}
            onChange={(amount) => setPeriod({ ...period, amount: amount ?? 1 })}
          />
          <Select<PeriodUnit>
            aria-label={t('field.unit')}
            value={period.unit}
            options={UNITS.map((unit) => ({ value: unit, label: t(`lifecycle.unit.${unit}`) }))}
            onChange={(unit) => setPeriod({ ...period, unit })}
          />
        </span>
      </div>
      {STAGES.map(([field, stage]) => (
        <div key={field} className="threshold">
          <label htmlFor={`threshold-${field}`}>
            {t('lifecycle.until', { stage: word('choice', stage) })}
          </label>
          <InputNumber
            id={`threshold-${field}`}
            min={1}
            max={MOST_DAYS}
            precision={0}
            value={wanted[field]}
            suffix={t('field.days')}
            onChange={(days) => setWanted({ ...wanted, [field]: days ?? 1 })}
          />
        </div>
      ))}
      {(!ascends || problem) && (
        <div className="field-problem" role="alert">
          {problem || t('lifecycle.mustAscend')}
        </div>
      )}
    </Modal>
  )
}

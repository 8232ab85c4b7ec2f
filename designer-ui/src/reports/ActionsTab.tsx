import { Alert, Button, Empty } from 'antd'
import { Download } from 'lucide-react'
import { download } from '../campaigns/files'
import { useWords } from '../i18n'
import { csv } from '../ui/csv'
import { ActionTable } from './ActionTable'
import { actionRows } from './actionRows'
import { CompareChart } from './CompareChart'
import type { Asked } from './PeopleDrawer'
import type { Report } from './useReport'
import type { Shown } from './useShown'

interface Props {
  campaign: string
  report: Report
  shown: Shown
  onPeople: (asked: Asked) => void
}

/** Every action side by side, as chart and table. */
export function ActionsTab({ campaign, report, shown, onPeople }: Props) {
  const { t } = useWords()
  if (report.actions.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('reports.noAction')} />
  const save = () => download(`compare-${campaign}.csv`, 'text/csv', csv(actionRows(report, t)))
  return (
    <div className="report-body">
      <Alert type="info" showIcon title={t('reports.once')} />
      <CompareChart actions={report.actions} shown={shown} />
      <section>
        <div className="section-head">
          <h2>{t('reports.sideBySide')}</h2>
          <Button icon={<Download size={15} />} onClick={save}>
            {t('dry.export')}
          </Button>
        </div>
        {report.run === undefined && <p className="hint">{t('reports.sumOfRuns')}</p>}
        <ActionTable report={report} shown={shown} onPeople={onPeople} />
      </section>
    </div>
  )
}

import { Empty } from 'antd'
import type { Budget } from '../api/results'
import { useWords } from '../i18n'
import { BudgetBar } from './BudgetBar'
import { Funnel } from './Funnel'
import { GoalCard } from './GoalCard'
import { KeyFigures } from './KeyFigures'
import { LossTable } from './LossTable'
import { RunTable } from './RunTable'
import type { Report } from './useReport'
import type { Shown } from './useShown'

interface Props {
  workspace: string
  campaign: string
  report: Report
  budget: Budget | undefined
  shown: Shown
  onRun: (run: number) => void
}

/** The figures that come first: how many, what they did, what it brought and cost. */
export function Overview({ workspace, campaign, report, budget, shown, onRun }: Props) {
  const { t } = useWords()
  if (report.runs.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('reports.noRun')} />
  return (
    <div className="report-body">
      <KeyFigures total={report.total} shown={shown} />
      <div className="report-pair">
        <Funnel total={report.total} shown={shown} />
        <div className="report-side">
          {report.goal && <GoalCard goal={report.goal} shown={shown} />}
          {budget && (
            <BudgetBar workspace={workspace} campaign={campaign} budget={budget} shown={shown} />
          )}
        </div>
      </div>
      <LossTable workspace={workspace} report={report} shown={shown} />
      {report.run === undefined && <RunTable runs={report.runs} shown={shown} onRun={onRun} />}
    </div>
  )
}

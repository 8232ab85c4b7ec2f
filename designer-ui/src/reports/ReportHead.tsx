import { Button, Select, Tag, Tooltip } from 'antd'
import { ArrowLeft, SquarePen } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { Allowed } from '../access/Allowed'
import { useCampaigns } from '../api/queries'
import { useWords } from '../i18n'
import { useWindow } from './queries'
import type { Report } from './useReport'
import { WindowDialog } from './WindowDialog'

interface Props {
  workspace: string
  campaign: string
  report: Report
  run: number | undefined
  onRun: (run: number | undefined) => void
}

/** Which campaign and run it is, and up to when they are counted. */
export function ReportHead({ workspace, campaign, report, run, onRun }: Props) {
  const { t, time } = useWords()
  const { data } = useCampaigns(workspace)
  const window = useWindow(workspace, campaign).data
  const [editing, setEditing] = useState(false)
  const name = data?.find(({ key }) => key === campaign)?.name ?? campaign
  return (
    <>
      <div className="page-head">
        <Link
          to={`/w/${workspace}/reports`}
          className="tool-back"
          aria-label={t('reports.toReports')}
        >
          <ArrowLeft size={16} />
        </Link>
        <h1>{name}</h1>
        {report.runs.length > 0 && (
          <Tooltip title={t(report.complete ? 'reports.completeHelp' : 'reports.openHelp')}>
            <Tag color={report.complete ? 'success' : 'processing'}>
              {t(report.complete ? 'reports.complete' : 'reports.open')}
            </Tag>
          </Tooltip>
        )}
        <span className="grow" />
        <Select
          aria-label={t('reports.run')}
          className="run-choice"
          value={run ?? 0}
          options={[
            { value: 0, label: t('reports.allRuns', { n: report.runs.length }) },
            ...report.runs.map((one) => ({
              value: one.run,
              label: t('run.title', { id: one.run }),
            })),
          ]}
          onChange={(chosen: number) => onRun(chosen === 0 ? undefined : chosen)}
        />
        <Link to={`/w/${workspace}/campaigns/${campaign}`}>
          <Button icon={<SquarePen size={15} />}>{t('reports.toCanvas')}</Button>
        </Link>
      </div>
      <p className="hint report-window">
        {t('reports.countedAt', { when: time(report.asOf) })}{' '}
        {window !== undefined && (
          <>
            {t('reports.window', { n: window })}{' '}
            <Allowed to="PUT /api/workspaces/{workspace}/campaigns/{campaign}/analysis-window">
              <Button type="link" size="small" onClick={() => setEditing(true)}>
                {t('reports.windowEdit')}
              </Button>
            </Allowed>
          </>
        )}
      </p>
      {editing && window !== undefined && (
        <WindowDialog
          workspace={workspace}
          campaign={campaign}
          days={window}
          onClose={() => setEditing(false)}
        />
      )}
    </>
  )
}

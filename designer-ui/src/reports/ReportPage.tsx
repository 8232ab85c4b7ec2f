import { Tabs } from 'antd'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { useWords } from '../i18n'
import { Failure, Loading } from '../ui/States'
import { ActionsTab } from './ActionsTab'
import { DaysTab } from './DaysTab'
import { GroupsTab } from './GroupsTab'
import { Overview } from './Overview'
import { type Asked, PeopleDrawer } from './PeopleDrawer'
import { useBudget } from './queries'
import { ReportHead } from './ReportHead'
import { useReport } from './useReport'
import { useShown } from './useShown'

/** What came of a campaign, over its runs or of one of them. */
export default function ReportPage() {
  const { workspace = '', campaign = '' } = useParams()
  const { t } = useWords()
  const [search, setSearch] = useSearchParams()
  const run = search.get('run') === null ? undefined : Number(search.get('run'))
  const tab = search.get('tab') ?? 'overview'
  const { report, error, refetch } = useReport(workspace, campaign, run)
  const budget = useBudget(workspace, campaign).data
  const shown = useShown(budget?.currency)
  const [asked, setAsked] = useState<Asked>()
  if (error) return <Failure error={error} retry={refetch} />
  if (!report) return <Loading />
  const go = (changes: Record<string, string | undefined>) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        for (const [key, value] of Object.entries(changes)) {
          if (value === undefined) next.delete(key)
          else next.set(key, value)
        }
        return next
      },
      { replace: true },
    )
  return (
    <div className="page report">
      <ReportHead
        workspace={workspace}
        campaign={campaign}
        report={report}
        run={run}
        onRun={(chosen) => go({ run: chosen === undefined ? undefined : String(chosen) })}
      />
      <Tabs
        activeKey={tab}
        onChange={(key) => go({ tab: key })}
        destroyOnHidden
        items={[
          {
            key: 'overview',
            label: t('reports.overview'),
            children: (
              <Overview
                workspace={workspace}
                campaign={campaign}
                report={report}
                budget={budget}
                shown={shown}
                onRun={(chosen) => go({ run: String(chosen) })}
              />
            ),
          },
          {
            key: 'actions',
            label: t('reports.actions'),
            children: (
              <ActionsTab campaign={campaign} report={report} shown={shown} onPeople={setAsked} />
            ),
          },
          {
            key: 'groups',
            label: t('reports.groups'),
            children: (
              <GroupsTab workspace={workspace} campaign={campaign} report={report} shown={shown} />
            ),
          },
          {
            key: 'days',
            label: t('reports.days'),
            children: <DaysTab workspace={workspace} report={report} shown={shown} />,
          },
        ]}
      />
      <PeopleDrawer
        workspace={workspace}
        asked={asked}
        shown={shown}
        onClose={() => setAsked(undefined)}
      />
    </div>
  )
}

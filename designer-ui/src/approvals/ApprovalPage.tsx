import { ReactFlowProvider } from '@xyflow/react'
import { Alert, Button } from 'antd'
import { ArrowLeft, FlaskConical } from 'lucide-react'
import { useMemo } from 'react'
import { Link, useParams } from 'react-router'
import { Flow } from '../canvas/flow/Flow'
import { useCanvas } from '../canvas/store'
import { useFigures, useShownCanvas } from '../canvas/useShownCanvas'
import { forecastFigures } from '../dryrun/figures'
import { Sums } from '../dryrun/Sums'
import { Warnings } from '../dryrun/Warnings'
import { useWords } from '../i18n'
import { Failure, Loading } from '../ui/States'
import { ChangedThings } from './ChangedThings'
import { DecisionBar } from './DecisionBar'
import { Differences } from './Differences'
import { History } from './History'
import { useShownDryRun } from './Outlook'
import { last, useReview } from './queries'
import { ReviewTag } from './ReviewTag'
import { SubmittedBy } from './SubmittedBy'

/** A submitted campaign as an approver sees it: read-only, with what it would do and what is new. */
export default function ApprovalPage() {
  const { workspace = '', campaign = '' } = useParams()
  return <Approval key={`${workspace}/${campaign}`} workspace={workspace} campaign={campaign} />
}

function Approval({ workspace, campaign }: { workspace: string; campaign: string }) {
  const { t } = useWords()
  const { data: review, error, refetch } = useReview(workspace, campaign)
  const { shown, error: canvasError } = useShownCanvas(
    workspace,
    review && campaign,
    review?.version,
  )
  const name = useCanvas((state) => state.canvas.name)
  const { data: dryRun } = useShownDryRun(workspace, campaign)
  const result = dryRun?.version === review?.version ? dryRun?.result : undefined
  const figures = useMemo(() => (result ? forecastFigures(result) : undefined), [result])
  useFigures(shown, figures)
  const failed = error ?? canvasError
  if (failed) return <Failure error={failed} retry={() => void refetch()} />
  if (!review || !shown) return <Loading />
  const submitted = review.state === 'submitted'
  return (
    <div className="designer">
      <div className="toolbar">
        <Link
          to={`/w/${workspace}/approvals`}
          className="tool-back"
          aria-label={t('approvals.title')}
        >
          <ArrowLeft size={16} />
        </Link>
        <h1>{t('approvals.of', { name, version: review.version })}</h1>
        <ReviewTag state={review.state} />
        <span className="grow" />
        {dryRun && (
          <Link to={`/w/${workspace}/dry-runs/${dryRun.id}`}>
            <Button icon={<FlaskConical size={15} />}>{t('approvals.toDryRun')}</Button>
          </Link>
        )}
        <Link to={`/w/${workspace}/campaigns/${campaign}`}>
          <Button>{t('approvals.toCanvas')}</Button>
        </Link>
      </div>
      <div className="work">
        <div className="stage">
          <ReactFlowProvider>
            <Flow minimap={false} />
          </ReactFlowProvider>
        </div>
        <aside className="approval">
          <ChangedThings review={review} />
          {submitted && (
            <>
              <SubmittedBy workspace={workspace} campaign={campaign} />
              <DecisionBar
                workspace={workspace}
                campaign={campaign}
                review={review}
                people={result?.people}
              />
            </>
          )}
          <h2>{t('approvals.whatItDoes')}</h2>
          {result ? (
            <>
              <Sums result={result} />
              <Warnings result={result} />
            </>
          ) : (
            <Alert type="warning" showIcon title={t('approvals.noDryRun')} />
          )}
          <h2>{t('approvals.whatIsNew')}</h2>
          <Differences
            workspace={workspace}
            campaign={campaign}
            approved={
              review.decisions.findLast(
                ({ decision, version }) =>
                  decision === 'approve' && (submitted ? true : version < review.version),
              )?.version ?? undefined
            }
            version={review.version}
          />
          <h2>{t('approvals.history')}</h2>
          <History decisions={review.decisions} />
          {last(review, 'submit') === undefined && (
            <p className="hint">{t('approvals.neverSubmitted')}</p>
          )}
        </aside>
      </div>
    </div>
  )
}

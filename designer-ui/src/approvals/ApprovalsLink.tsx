import { Badge } from 'antd'
import { Link } from 'react-router'
import { useCampaigns } from '../api/queries'
import { useWords } from '../i18n'
import { useDepartures } from './queries'

/** The way to what waits for a decision, with how much that is. */
export function ApprovalsLink({ workspace }: { workspace: string }) {
  const { t } = useWords()
  const { data } = useCampaigns(workspace)
  const { data: departed } = useDepartures(workspace)
  const waiting =
    (data ?? []).filter(({ review }) => review === 'submitted').length + (departed ?? []).length
  return (
    <Link to={`/w/${workspace}/approvals`} className="nav-counted">
      <span className="nav-text">{t('approvals.title')}</span>
      {waiting > 0 && <Badge count={waiting} size="small" color="var(--accent)" />}
    </Link>
  )
}

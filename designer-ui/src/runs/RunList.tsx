import { Drawer, Empty, Tag } from 'antd'
import { Link } from 'react-router'
import { useRuns } from '../api/queries'
import { useWords } from '../i18n'
import { RUN_COLOURS } from './colours'

interface Props {
  workspace: string
  campaign: string
  open: boolean
  onClose: () => void
}

/** The runs of a campaign, the newest first. */
export function RunList({ workspace, campaign, open, onClose }: Props) {
  const { t } = useWords()
  return (
    <Drawer
      title={t('run.runs')}
      open={open}
      onClose={onClose}
      size={360}
      destroyOnHidden
      extra={<Link to={`/w/${workspace}/campaigns/${campaign}/report`}>{t('reports.title')}</Link>}
    >
      <Runs workspace={workspace} campaign={campaign} />
    </Drawer>
  )
}

function Runs({ workspace, campaign }: { workspace: string; campaign: string }) {
  const { t, time } = useWords()
  const { data } = useRuns(workspace, campaign)
  if (data && data.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('run.none')} />
  return (
    <ul className="run-list">
      {(data ?? []).map((run) => (
        <li key={run.id}>
          <Link to={`/w/${workspace}/runs/${run.id}`}>{t('run.title', { id: run.id })}</Link>
          <Tag color={RUN_COLOURS[run.state]}>{t(`run.state.${run.state}`)}</Tag>
          <div className="hint">
            {time(run.startedAt)} · {t('run.of', { version: run.version })}
          </div>
        </li>
      ))}
    </ul>
  )
}

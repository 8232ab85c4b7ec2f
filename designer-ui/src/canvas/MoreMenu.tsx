import { useReactFlow } from '@xyflow/react'
import { Button, Dropdown } from 'antd'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { exportCanvas } from '../campaigns/files'
import { useWords } from '../i18n'
import { BudgetDrawer } from '../reports/BudgetDrawer'
import { fullscreen } from './fullscreen'
import { useCanvas } from './store'

interface Props {
  workspace: string
  campaign: string
  minimap: boolean
  onMinimap: (shown: boolean) => void
  onShortcuts: () => void
}

/** The tools of the canvas that are needed less often. */
export function MoreMenu({ workspace, campaign, minimap, onMinimap, onShortcuts }: Props) {
  const { t } = useWords()
  const { zoomTo } = useReactFlow()
  const [budgeting, setBudgeting] = useState(false)
  const here = `/w/${workspace}/campaigns/${campaign}`
  const items = [
    { key: 'reset', label: t('canvas.zoomReset'), onClick: () => void zoomTo(1) },
    {
      key: 'map',
      label: `${minimap ? '✓ ' : ''}${t('canvas.minimap')}`,
      onClick: () => onMinimap(!minimap),
    },
    { key: 'full', label: t('canvas.fullscreen'), onClick: fullscreen },
    {
      key: 'present',
      label: (
        <Link to={`${here}/present`} target="_blank">
          {t('draw.present')}
        </Link>
      ),
    },
    { key: 'keys', label: t('canvas.shortcuts'), onClick: onShortcuts },
    { type: 'divider' as const },
    { key: 'report', label: <Link to={`${here}/report`}>{t('reports.title')}</Link> },
    { key: 'budget', label: t('list.budget'), onClick: () => setBudgeting(true) },
    { type: 'divider' as const },
    { key: 'view', label: <Link to={`${here}/bpmn`}>{t('draw.bpmnView')}</Link> },
    {
      key: 'bpmn',
      label: (
        <a
          href={`/api/workspaces/${workspace}/campaigns/${campaign}/bpmn`}
          download={`${campaign}.bpmn`}
        >
          {t('canvas.bpmn')}
        </a>
      ),
    },
    {
      key: 'export',
      label: t('canvas.export'),
      onClick: () => exportCanvas(campaign, useCanvas.getState().canvas),
    },
  ]
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button type="text" icon={<Ellipsis size={16} />} aria-label={t('canvas.more')} />
      </Dropdown>
      {budgeting && (
        <BudgetDrawer
          workspace={workspace}
          campaign={campaign}
          onClose={() => setBudgeting(false)}
        />
      )}
    </>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useCampaigns } from '../api/queries'
import type { Canvas } from '../api/types'
import { NewCampaign } from '../campaigns/NewCampaign'
import { useWords } from '../i18n'
import { unsavedWork } from './unsavedWork'

interface Props {
  workspace: string
  campaign: string
  /** What was drawn on a campaign that is no more. */
  canvas: Canvas
}

/** Tells that the campaign was deleted by somebody else, and lets the work live on in a new one. */
export function GoneDialog({ workspace, campaign, canvas }: Props) {
  const { t } = useWords()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { data: campaigns } = useCampaigns(workspace)
  const [naming, setNaming] = useState(false)
  const goTo = async (path: string) => {
    unsavedWork.drop(workspace, campaign)
    await queries.invalidateQueries({ queryKey: [workspace, 'campaigns'], exact: true })
    void navigate(`/w/${workspace}/campaigns${path}`)
  }
  if (naming) {
    return (
      <NewCampaign
        workspace={workspace}
        making={{ title: t('draw.goneSave'), name: canvas.name, canvas }}
        taken={new Set([campaign, ...(campaigns ?? []).map(({ key }) => key)])}
        onClose={() => setNaming(false)}
        onMade={(key) => void goTo(`/${key}`)}
      />
    )
  }
  return (
    <Modal open title={t('draw.goneTitle')} closable={false} footer={null}>
      <p>{t('draw.gone')}</p>
      <div className="choices">
        <Button type="primary" block onClick={() => setNaming(true)}>
          {t('draw.goneSave')}
        </Button>
        <p className="hint">{t('draw.goneSaveHelp')}</p>
        <Button block onClick={() => void goTo('')}>
          {t('draw.goneLeave')}
        </Button>
        <p className="hint">{t('draw.goneLeaveHelp')}</p>
      </div>
    </Modal>
  )
}

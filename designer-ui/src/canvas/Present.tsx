import { ReactFlowProvider } from '@xyflow/react'
import { Button, Tooltip } from 'antd'
import { Maximize } from 'lucide-react'
import { useParams } from 'react-router'
import { useWords } from '../i18n'
import { Logo } from '../ui/Logo'
import { Failure, Loading } from '../ui/States'
import { Flow } from './flow/Flow'
import { fullscreen } from './fullscreen'
import { useCanvas } from './store'
import { useCounts } from './useCounts'
import { useShownCanvas } from './useShownCanvas'

/** A canvas to be shown to others: nothing on it can be changed, and nothing stands around it. */
export default function Present() {
  const { workspace = '', campaign = '' } = useParams()
  const { shown, error } = useShownCanvas(workspace, campaign, undefined)
  if (error) return <Failure error={error} />
  if (!shown) return <Loading />
  return <Shown workspace={workspace} campaign={campaign} />
}

function Shown({ workspace, campaign }: { workspace: string; campaign: string }) {
  const { t } = useWords()
  const name = useCanvas((state) => state.canvas.name)
  useCounts(workspace, campaign)
  return (
    <div className="designer present">
      <div className="toolbar">
        <Logo />
        <h1>{name}</h1>
        <span className="hint">{t('canvas.readOnly')}</span>
        <span className="grow" />
        <Tooltip title={t('canvas.fullscreen')}>
          <Button
            type="text"
            icon={<Maximize size={16} />}
            aria-label={t('canvas.fullscreen')}
            onClick={fullscreen}
          />
        </Tooltip>
      </div>
      <div className="work">
        <div className="stage">
          <ReactFlowProvider>
            <Flow minimap={false} />
          </ReactFlowProvider>
        </div>
      </div>
    </div>
  )
}

import { Button, Tooltip } from 'antd'
import { LoaderCircle, RefreshCw } from 'lucide-react'
import { useWords } from '../i18n'
import { useCanvas } from './store'
import { recount } from './useCounts'

/** As of when the counts are, and a way to count on the data of now. */
export function CountsMark({ workspace, campaign }: { workspace: string; campaign: string }) {
  const { t, time } = useWords()
  const pin = useCanvas((state) => state.pin)
  const moved = useCanvas((state) => state.dataMoved)
  const counting = useCanvas((state) => state.counting)
  if (!pin && !counting) return null
  const when = pin ? t('canvas.countedAt', { when: time(pin.instant) }) : t('canvas.counting')
  return (
    <Tooltip title={moved ? `${t('canvas.dataMoved')} ${when}` : when}>
      <Button
        type="text"
        className={moved ? 'counts-moved' : ''}
        icon={counting ? <LoaderCircle size={15} className="spin" /> : <RefreshCw size={15} />}
        aria-label={t('canvas.refresh')}
        data-counting={counting}
        onClick={() => void recount(workspace, campaign)}
      />
    </Tooltip>
  )
}

import { Button } from 'antd'
import { Plus } from 'lucide-react'
import { useWords } from '../i18n'
import { useCanvas } from './store'
import { useAddBeside } from './useAddBeside'

/** What an empty canvas says: the next step. */
export function EmptyCanvas() {
  const { t } = useWords()
  const empty = useCanvas((state) => state.canvas.nodes.length === 0)
  const add = useAddBeside()
  if (!empty) return null
  return (
    <div className="empty-canvas">
      <h2>{t('canvas.empty')}</h2>
      <p>{t('canvas.emptyHelp')}</p>
      <Button type="primary" icon={<Plus size={14} />} onClick={() => add('target-group')}>
        {t('canvas.emptyAdd')}
      </Button>
    </div>
  )
}

import { Modal } from 'antd'
import { useWords } from '../i18n'

/** All keys that do something on the canvas. */
export function ShortcutList({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useWords()
  const keys = [
    [t('keys.save'), 'Ctrl + S'],
    [t('canvas.undo'), 'Ctrl + Z'],
    [t('canvas.redo'), 'Ctrl + Y'],
    [t('canvas.copy'), 'Ctrl + C'],
    [t('canvas.paste'), 'Ctrl + V'],
    [t('canvas.duplicate'), 'Ctrl + D'],
    [t('canvas.selectAll'), 'Ctrl + A'],
    [t('keys.delete'), 'Delete'],
    [t('keys.off'), 'D'],
    [t('keys.note'), 'N'],
    [t('keys.menu'), t('keys.menuHow')],
    [t('keys.find'), 'Ctrl + F'],
    [t('keys.move'), t('keys.moveHow')],
    [t('keys.box'), t('keys.boxHow')],
    [t('keys.pan'), t('keys.panHow')],
    [t('keys.zoom'), t('keys.zoomHow')],
    [t('keys.full'), 'Shift + F'],
    [t('keys.list'), '?'],
  ]
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('keys.title')} width={420}>
      <dl className="keys">
        {keys.map(([what, how]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{how}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}

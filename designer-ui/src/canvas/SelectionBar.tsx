import { Button, Tooltip } from 'antd'
import {
  AlignStartHorizontal,
  AlignStartVertical,
  Copy,
  CopyPlus,
  Network,
  Trash2,
} from 'lucide-react'
import { useWords } from '../i18n'
import { useCanvas } from './store'
import type { Actions } from './useActions'

/** What can be done with several chosen nodes together. */
export function SelectionBar({ actions }: { actions: Actions }) {
  const { t } = useWords()
  const nodes = useCanvas((state) => state.chosen.nodes)
  if (nodes.size < 2) return null
  const tools = [
    { label: t('canvas.copy'), icon: <Copy size={15} />, act: actions.copy },
    { label: t('canvas.duplicate'), icon: <CopyPlus size={15} />, act: actions.duplicate },
    {
      label: t('canvas.alignLeft'),
      icon: <AlignStartVertical size={15} />,
      act: () => actions.align('x'),
    },
    {
      label: t('canvas.alignTop'),
      icon: <AlignStartHorizontal size={15} />,
      act: () => actions.align('y'),
    },
    {
      label: t('canvas.arrangeSelected'),
      icon: <Network size={15} />,
      act: () => void actions.arrange(nodes),
    },
    { label: t('canvas.delete'), icon: <Trash2 size={15} />, act: actions.remove },
  ]
  return (
    <div className="selection-bar" role="toolbar">
      <span>{t('canvas.selected', { n: nodes.size })}</span>
      {tools.map(({ label, icon, act }) => (
        <Tooltip key={label} title={label}>
          <Button type="text" size="small" icon={icon} aria-label={label} onClick={act} />
        </Tooltip>
      ))}
    </div>
  )
}

import { useReactFlow } from '@xyflow/react'
import { Dropdown, type MenuProps } from 'antd'
import { useWords } from '../i18n'
import { isNoteKey } from './model/notes'
import { useCanvas } from './store'
import type { Actions } from './useActions'
import { useAdding } from './useAdding'
import { useFit } from './useFit'
import { useMenu } from './useMenu'
import { useTestSend } from './useTestSend'

type Items = NonNullable<MenuProps['items']>

/** What the right button offers on nodes, on wires and on the empty canvas. */
export function CanvasMenu({ actions }: { actions: Actions }) {
  const { at, kind, close } = useMenu()
  const items = useItems(actions, kind)
  if (!at) return null
  return (
    <Dropdown
      key={`${at.x} ${at.y}`}
      open
      autoFocus
      trigger={['click']}
      menu={{ items, onClick: close }}
      onOpenChange={(open) => open || close()}
    >
      <span className="menu-place" style={{ left: at.x, top: at.y }} />
    </Dropdown>
  )
}

function useItems(actions: Actions, kind: 'node' | 'edge' | 'pane'): Items {
  const { t } = useWords()
  const { screenToFlowPosition } = useReactFlow()
  const showAll = useFit()
  const chosen = useCanvas((state) => state.chosen)
  const nodes = useCanvas((state) => state.canvas.nodes)
  const types = useCanvas((state) => state.types)
  const mine = nodes.filter((node) => chosen.nodes.has(node.id))
  const onlyNotes = mine.length === 0 && [...chosen.nodes].some(isNoteKey)
  const entry = (key: string, label: string, keys: string, onClick: () => void) => ({
    key,
    label: <Line label={label} keys={keys} />,
    onClick,
  })
  const remove = { ...entry('remove', t('canvas.delete'), 'Delete', actions.remove), danger: true }
  if (kind === 'edge') {
    const [edge] = chosen.edges
    const at = useMenu.getState().at
    const offer = () => edge && at && useAdding.getState().offerOnEdge(at, edge)
    // The menu's own click must be over before the list listens for clicks outside of it.
    return [entry('insert', t('canvas.insertNode'), '', () => setTimeout(offer, 0)), remove]
  }
  if (kind === 'pane') {
    const here = () => screenToFlowPosition(useMenu.getState().at ?? { x: 0, y: 0 })
    const offer = (at: { x: number; y: number } | undefined) =>
      at && useAdding.getState().offerAt(at, {})
    return [
      entry('add', t('canvas.addNode'), '', () => {
        const { at } = useMenu.getState()
        setTimeout(() => offer(at), 0)
      }),
      entry('note', t('draw.addNote'), 'N', () => actions.addNote(here())),
      entry('paste', t('canvas.paste'), 'Ctrl+V', () => actions.paste(here())),
      entry('all', t('canvas.selectAll'), 'Ctrl+A', actions.selectAll),
      { type: 'divider' },
      entry('arrange', t('canvas.arrange'), '', () => void actions.arrange()),
      entry('fit', t('canvas.fit'), '', () => showAll()),
    ]
  }
  if (onlyNotes) return [remove]
  const [one] = mine.length === 1 ? mine : []
  const sends = one && types.get(one.type)?.traits.includes('message')
  const off = mine.length > 0 && mine.every((node) => node.disabled)
  return [
    ...(one && sends
      ? [entry('test', t('draw.testSend'), '', () => useTestSend.getState().open(one.id))]
      : []),
    entry('copy', t('canvas.copy'), 'Ctrl+C', actions.copy),
    entry('duplicate', t('canvas.duplicate'), 'Ctrl+D', actions.duplicate),
    entry('off', off ? t('draw.switchOn') : t('draw.switchOff'), 'D', actions.switchOff),
    ...(mine.length > 1
      ? [
          entry(
            'arrange',
            t('canvas.arrangeSelected'),
            '',
            () => void actions.arrange(chosen.nodes),
          ),
        ]
      : []),
    { type: 'divider' },
    remove,
  ]
}

function Line({ label, keys }: { label: string; keys: string }) {
  return (
    <span className="menu-line">
      {label} <kbd>{keys}</kbd>
    </span>
  )
}

import { useReactFlow } from '@xyflow/react'
import { Input, Modal } from 'antd'
import { Search } from 'lucide-react'
import { useState } from 'react'
import type { CanvasNode } from '../api/types'
import { useWords } from '../i18n'
import { iconOf } from '../ui/icons'
import { goingTo } from './goingTo'
import { useCanvas } from './store'

const MOST = 12
const GLIDE = 250

/** Finds a node by name, type or id, and goes to it. */
export function FindNode({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useWords()
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      title={t('canvas.find')}
      destroyOnHidden
      width={420}
    >
      <FindForm onClose={onClose} />
    </Modal>
  )
}

function FindForm({ onClose }: { onClose: () => void }) {
  const { t, say } = useWords()
  const nodes = useCanvas((state) => state.canvas.nodes)
  const types = useCanvas((state) => state.types)
  const goTo = useGoTo()
  const [typed, setTyped] = useState('')
  const wanted = typed.trim().toLowerCase()
  const label = (node: CanvasNode) => say(types.get(node.type)?.label)
  const found = nodes
    .filter((node) =>
      [node.id, node.name ?? '', label(node)].some((text) => text.toLowerCase().includes(wanted)),
    )
    .slice(0, MOST)
  const go = (id: string) => {
    onClose()
    goTo(id)
  }
  return (
    <>
      <Input
        autoFocus
        prefix={<Search size={14} />}
        aria-label={t('canvas.findHint')}
        placeholder={t('canvas.findHint')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={(event) => {
          const first = found[0]
          if (first && !event.nativeEvent.isComposing) go(first.id)
        }}
      />
      <div className="found">
        {found.map((node) => {
          const type = types.get(node.type)
          const Icon = iconOf(type?.icon)
          return (
            <button
              type="button"
              key={node.id}
              className={`palette-item category-${type?.category}`}
              onClick={() => go(node.id)}
            >
              <span className="card-icon">
                <Icon size={16} />
              </span>
              {node.name || node.id} <span className="hint">{label(node)}</span>
            </button>
          )
        })}
      </div>
    </>
  )
}

/** Chooses a node and brings it to the middle of the screen. */
export function useGoTo() {
  const { setCenter, getZoom } = useReactFlow()
  return (id: string, field?: string) => {
    const { canvas, focus } = useCanvas.getState()
    const node = canvas.nodes.find((one) => one.id === id)
    if (!node) return
    goingTo.begin(GLIDE)
    focus(id, field)
    void setCenter(node.position?.x ?? 0, node.position?.y ?? 0, {
      zoom: Math.max(getZoom(), 0.8),
      duration: GLIDE,
    })
  }
}

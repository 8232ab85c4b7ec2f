import { useReactFlow } from '@xyflow/react'
import { Input } from 'antd'
import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Ports } from '../api/types'
import { useCanvas } from '../canvas/store'
import { type Offer, useAdding } from '../canvas/useAdding'
import { startingPorts } from '../canvas/usePorts'
import { useWords } from '../i18n'
import { iconOf } from '../ui/icons'
import { byCategory, matches } from './groups'

const WIDTH = 260
const HEIGHT = 340
const BESIDE = 110

/** The list of nodes that fit where a wire was dropped or a plus was clicked. */
export function NodePicker() {
  const offer = useAdding((state) => state.offer)
  return offer ? <Picker key={`${offer.at.x} ${offer.at.y}`} offer={offer} /> : null
}

function Picker({ offer }: { offer: Offer }) {
  const { t, say } = useWords()
  const { addAt, addOnEdge, close } = useAdding()
  const { screenToFlowPosition } = useReactFlow()
  const types = useCanvas((state) => state.types)
  const [search, setSearch] = useState('')
  const [at, setAt] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  const fitting = [...types.values()].filter(
    (type) => fits(startingPorts(type), offer) && matches(type, search),
  )
  const groups = byCategory(fitting)
  const flat = groups.flatMap((group) => group.types)
  const pick = (key: string | undefined) => {
    if (key === undefined) return
    if (offer.edge) addOnEdge(key, offer.edge)
    else {
      const { x, y } = screenToFlowPosition(offer.at)
      addAt(key, offer.after ? { x: x + BESIDE, y } : { x, y }, offer.after)
    }
  }
  useEffect(() => {
    const outside = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) close()
    }
    // The pointer that opened the list is still going up.
    const timer = setTimeout(() => window.addEventListener('pointerdown', outside, true), 0)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pointerdown', outside, true)
    }
  }, [close])
  return (
    <div
      ref={box}
      className="picker"
      role="dialog"
      aria-label={t('canvas.addNode')}
      style={{
        left: Math.min(offer.at.x, window.innerWidth - WIDTH - 8),
        top: Math.min(offer.at.y, window.innerHeight - HEIGHT - 8),
        width: WIDTH,
        maxHeight: HEIGHT,
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') close()
        if (event.key === 'ArrowDown') setAt(Math.min(at + 1, flat.length - 1))
        if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
        if (event.key === 'Enter') pick(flat[at]?.key)
      }}
    >
      <Input
        autoFocus
        size="small"
        prefix={<Search size={14} />}
        placeholder={t('palette.search')}
        aria-label={t('palette.search')}
        value={search}
        onChange={(event) => {
          setSearch(event.target.value)
          setAt(0)
        }}
      />
      <div className="picker-list">
        {groups.map(({ category, types: ofCategory }) => (
          <section key={category}>
            <h3>{t(`category.${category}`)}</h3>
            {ofCategory.map((type) => {
              const Icon = iconOf(type.icon)
              return (
                <button
                  type="button"
                  key={type.key}
                  data-type={type.key}
                  className={`palette-item category-${category}${flat[at] === type ? ' at' : ''}`}
                  onClick={() => pick(type.key)}
                >
                  <span className="card-icon">
                    <Icon size={16} />
                  </span>
                  {say(type.label)}
                </button>
              )
            })}
          </section>
        ))}
        {flat.length === 0 && <p className="hint">{t('canvas.noFit')}</p>}
      </div>
    </div>
  )
}

/** What goes into a wire must let people in and out; what follows a wire must let them in. */
function fits(ports: Ports, offer: Offer): boolean {
  if (offer.edge) return ports.in.length > 0 && ports.out.length > 0
  return offer.after ? ports.in.length > 0 : true
}

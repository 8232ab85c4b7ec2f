import { Input } from 'antd'
import { Search } from 'lucide-react'
import { memo, useState } from 'react'
import type { NodeType } from '../api/types'
import { useCanvas } from '../canvas/store'
import { useAddBeside } from '../canvas/useAddBeside'
import { NODE_DATA_TYPE } from '../canvas/useAdding'
import { useWords } from '../i18n'
import { iconOf } from '../ui/icons'
import { byCategory, matches } from './groups'

/** The nodes that can be put on the canvas: drag one, or click it. */
export const Palette = memo(function Palette() {
  const { t } = useWords()
  const types = useCanvas((state) => state.types)
  const [search, setSearch] = useState('')
  const add = useAddBeside()
  const groups = byCategory([...types.values()].filter((type) => matches(type, search)))
  return (
    <aside className="palette" aria-label={t('palette.title')}>
      <div className="palette-search">
        <Input
          allowClear
          prefix={<Search size={14} />}
          placeholder={t('palette.search')}
          aria-label={t('palette.search')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      <div className="palette-list">
        {groups.map(({ category, types: ofCategory }) => (
          <section key={category}>
            <h3>{t(`category.${category}`)}</h3>
            {ofCategory.map((type) => (
              <PaletteItem key={type.key} type={type} onAdd={() => add(type.key)} />
            ))}
          </section>
        ))}
        {groups.length === 0 && <p className="hint">{t('palette.none')}</p>}
      </div>
      <p className="palette-hint">{t('palette.hint')}</p>
    </aside>
  )
})

function PaletteItem({ type, onAdd }: { type: NodeType; onAdd: () => void }) {
  const { say } = useWords()
  const Icon = iconOf(type.icon)
  return (
    <button
      type="button"
      className={`palette-item category-${type.category}`}
      draggable
      title={say(type.help)}
      data-type={type.key}
      onDragStart={(event) => {
        event.dataTransfer.setData(NODE_DATA_TYPE, type.key)
        event.dataTransfer.effectAllowed = 'copy'
      }}
      onClick={onAdd}
    >
      <span className="card-icon">
        <Icon size={16} />
      </span>
      {say(type.label)}
    </button>
  )
}

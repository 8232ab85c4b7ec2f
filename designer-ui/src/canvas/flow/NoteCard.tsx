import type { NodeProps } from '@xyflow/react'
import { memo, useEffect, useRef } from 'react'
import { useWords } from '../../i18n'
import { changeNote } from '../model/notes'
import { useCanvas } from '../store'
import type { NoteNode } from './cards'

const WIDTH = 220
const HEIGHT = 110
const LONGEST = 2_000

/** A note for people who read the canvas; it is written in place and pulled larger at its corner. */
export const NoteCard = memo(function NoteCard({ data: { note }, selected }: NodeProps<NoteNode>) {
  const { t } = useWords()
  const edit = useCanvas((state) => state.edit)
  const readOnly = useCanvas((state) => state.readOnly)
  const text = useRef<HTMLTextAreaElement>(null)
  // A new note is there to be written at once.
  const isNew = useRef(note.text === '' && !readOnly)
  useEffect(() => {
    if (isNew.current) text.current?.focus()
  }, [])
  const width = note.width ?? WIDTH
  const height = note.height ?? HEIGHT
  const keepSize = () => {
    const box = text.current
    if (!box || readOnly || (box.offsetWidth === width && box.offsetHeight === height)) return
    edit((canvas) =>
      changeNote(canvas, note.id, { width: box.offsetWidth, height: box.offsetHeight }),
    )
  }
  return (
    <div className={selected ? 'note selected' : 'note'}>
      <span className="note-grip" />
      <textarea
        ref={text}
        className="nodrag nowheel nopan"
        aria-label={t('draw.note')}
        placeholder={t('draw.noteHint')}
        value={note.text ?? ''}
        maxLength={LONGEST}
        readOnly={readOnly}
        style={{ width, height }}
        onPointerUp={keepSize}
        onChange={(event) =>
          edit(
            (canvas) => changeNote(canvas, note.id, { text: event.target.value }),
            `note ${note.id}`,
          )
        }
      />
    </div>
  )
})

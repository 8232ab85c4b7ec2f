import type { Canvas, CanvasNote, Position } from '../../api/types'

const PREFIX = 'note:'

/** What a note is called among the things that are chosen and moved: nodes may have the same id. */
export const noteKey = (id: string) => PREFIX + id
export const isNoteKey = (key: string) => key.startsWith(PREFIX)

/** Puts an empty note on the canvas. */
export function addNote(canvas: Canvas, position: Position): { canvas: Canvas; id: string } {
  const taken = new Set(canvas.notes?.map((note) => note.id))
  let number = 1
  while (taken.has(`note_${number}`)) number++
  const note: CanvasNote = { id: `note_${number}`, text: '', position }
  return { canvas: { ...canvas, notes: [...(canvas.notes ?? []), note] }, id: note.id }
}

export function changeNote(canvas: Canvas, id: string, change: Partial<CanvasNote>): Canvas {
  const notes = canvas.notes?.map((note) => (note.id === id ? { ...note, ...change } : note))
  return notes ? { ...canvas, notes } : canvas
}

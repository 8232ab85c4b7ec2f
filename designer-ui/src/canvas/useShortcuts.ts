import { useEffect } from 'react'

export interface Shortcuts {
  save: () => void
  undo: () => void
  redo: () => void
  copy: () => void
  paste: () => void
  duplicate: () => void
  selectAll: () => void
  remove: () => void
  find: () => void
  help: () => void
  addNote: () => void
  switchOff: () => void
  fullscreen: () => void
}

/** Whether what is typed goes into a text: then it is no shortcut. */
export function typing(event: KeyboardEvent): boolean {
  if (event.isComposing) return true
  const at = event.target as HTMLElement | null
  return Boolean(
    at?.closest(
      'input, textarea, select, [contenteditable="true"], [role="dialog"], .ant-select-dropdown',
    ),
  )
}

/** Keys that act on the canvas, and never on what is being typed. */
export function useShortcuts(shortcuts: Shortcuts) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = actionOf(event)
      if (!act) return
      const whereverOneTypes = act === 'save' || act === 'find'
      if (event.isComposing || (typing(event) && !whereverOneTypes)) return
      // A selected text is what copy means.
      if (act === 'copy' && String(window.getSelection()) !== '') return
      event.preventDefault()
      shortcuts[act]()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [shortcuts])
}

function actionOf(event: KeyboardEvent): keyof Shortcuts | undefined {
  const key = event.key.toLowerCase()
  if (event.ctrlKey || event.metaKey) {
    if (event.altKey) return undefined
    if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
    if (event.shiftKey) return undefined
    return CONTROL[key]
  }
  if (key === 'delete' || key === 'backspace') return 'remove'
  if (key === '?') return 'help'
  if (event.altKey || event.shiftKey)
    return key === 'f' && event.shiftKey ? 'fullscreen' : undefined
  return SINGLE[key]
}

const SINGLE: Record<string, keyof Shortcuts> = { d: 'switchOff', n: 'addNote' }

const CONTROL: Record<string, keyof Shortcuts> = {
  s: 'save',
  y: 'redo',
  c: 'copy',
  v: 'paste',
  d: 'duplicate',
  a: 'selectAll',
  f: 'find',
}

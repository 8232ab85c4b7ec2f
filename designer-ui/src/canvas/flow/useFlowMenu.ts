import { useMemo } from 'react'
import { isNoteKey } from '../model/notes'
import { useCanvas } from '../store'
import { useMenu } from '../useMenu'

type Press = React.MouseEvent | MouseEvent

/** Opens the menu of what was pressed with the right button, which is chosen first. */
export function useFlowMenu() {
  return useMemo(() => {
    const open = (event: Press, kind: 'node' | 'edge' | 'pane') => {
      if (useCanvas.getState().readOnly) return
      event.preventDefault()
      useMenu.getState().openAt({ x: event.clientX, y: event.clientY }, kind)
    }
    return {
      onNodeContextMenu: (event: Press, { id }: { id: string }) => {
        const { chosen, choose } = useCanvas.getState()
        // A note is a text field, whose own menu corrects and pastes.
        if (isNoteKey(id) && (event.target as HTMLElement).tagName === 'TEXTAREA') return
        if (!chosen.nodes.has(id)) choose({ nodes: new Set([id]) })
        open(event, 'node')
      },
      onEdgeContextMenu: (event: Press, { id }: { id: string }) => {
        useCanvas.getState().choose({ edges: new Set([id]) })
        open(event, 'edge')
      },
      onPaneContextMenu: (event: Press) => {
        useCanvas.getState().choose({})
        open(event, 'pane')
      },
      onSelectionContextMenu: (event: Press) => open(event, 'node'),
    }
  }, [])
}

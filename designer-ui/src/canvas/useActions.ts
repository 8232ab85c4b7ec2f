import { useReactFlow, useStoreApi } from '@xyflow/react'
import { App } from 'antd'
import { useEffect, useMemo, useRef } from 'react'
import type { CanvasNode, Position } from '../api/types'
import { useWords } from '../i18n'
import { clipboard } from './clipboard'
import { arranged } from './model/arrange'
import { middleOf, moveNodes, type Piece, paste, pieceOf, remove, switchNodes } from './model/edits'
import { addNote, isNoteKey, noteKey } from './model/notes'
import { useCanvas } from './store'
import { useFit } from './useFit'

const ASIDE = 40
const SMOOTH = 200

export type Actions = ReturnType<typeof useActions>

/** What menus, buttons and keys do to the canvas; each is one undo step. */
export function useActions() {
  const { t } = useWords()
  const { message } = App.useApp()
  const { screenToFlowPosition, getNodes } = useReactFlow()
  const flow = useStoreApi()
  const showAll = useFit()
  const pointer = usePointer()
  return useMemo(() => {
    const state = () => useCanvas.getState()
    const put = (piece: Piece, at: { x: number; y: number }) => {
      let ids: string[] = []
      state().edit((canvas) => {
        const pasted = paste(canvas, piece, at)
        ids = pasted.ids
        return pasted.canvas
      })
      state().choose({ nodes: new Set(ids) })
    }
    return {
      undo: () => state().undo(),
      redo: () => state().redo(),
      copy: () => {
        const { canvas, chosen } = state()
        if (chosen.nodes.size === 0) return
        clipboard.put(pieceOf(canvas, chosen.nodes))
        message.success(t('canvas.copied', { count: chosen.nodes.size }))
      },
      paste: (at?: Position) => {
        const piece = clipboard.get()
        if (!piece || piece.nodes.length === 0) {
          message.info(t('canvas.nothingToPaste'))
          return
        }
        put(piece, at ?? here())
      },
      addNote: (at?: Position) => {
        const { edit, choose } = state()
        let id = ''
        edit((canvas) => {
          const noted = addNote(canvas, at ?? here())
          id = noted.id
          return noted.canvas
        })
        choose({ nodes: new Set([noteKey(id)]) })
      },
      switchOff: () => {
        const { canvas, chosen, edit } = state()
        const mine = canvas.nodes.filter((node) => chosen.nodes.has(node.id))
        if (mine.length === 0) return
        const off = mine.some((node) => !node.disabled)
        edit((now) => switchNodes(now, chosen.nodes, off))
      },
      duplicate: () => {
        const { canvas, chosen } = state()
        const piece = pieceOf(canvas, chosen.nodes)
        if (piece.nodes.length === 0) return
        const { x, y } = middleOf(piece.nodes)
        put(piece, { x: x + ASIDE, y: y + ASIDE * 3 })
      },
      selectAll: () => {
        const { canvas, choose } = state()
        choose({
          nodes: new Set([
            ...canvas.nodes.map((node) => node.id),
            ...(canvas.notes ?? []).map((note) => noteKey(note.id)),
          ]),
          edges: new Set(canvas.edges.map((edge) => edge.id)),
        })
      },
      remove: () => {
        const { chosen, edit, choose } = state()
        if (chosen.nodes.size + chosen.edges.size === 0) return
        edit((canvas) => remove(canvas, chosen.nodes, chosen.edges))
        choose({})
      },
      arrange: async (only?: Set<string>) => {
        const { canvas, ports, edit } = state()
        const sizes = getNodes()
          .filter((node) => (!only || only.has(node.id)) && !isNoteKey(node.id))
          .map(({ id, measured }) => ({
            id,
            width: measured?.width ?? 240,
            height: measured?.height ?? 110,
          }))
        const places = await arranged(canvas, (id) => ports[id], sizes)
        if (only) {
          const before = middleOf(canvas.nodes.filter((node) => only.has(node.id)))
          const after = middleOf([...places].map(([id, position]) => ({ id, type: '', position })))
          for (const [id, { x, y }] of places)
            places.set(id, { x: x - after.x + before.x, y: y - after.y + before.y })
        }
        edit((now) => moveNodes(now, places))
        if (!only) setTimeout(() => showAll(SMOOTH), 50)
      },
      align: (axis: 'x' | 'y') => {
        const { canvas, chosen, edit } = state()
        const measured = new Map(getNodes().map((node) => [node.id, node.measured]))
        // Cards are as wide as each other, but not as high: level means at the upper edge.
        const half = (id: string) =>
          axis === 'y' ? Math.round(measured.get(id)?.height ?? 0) / 2 : 0
        const nodes = canvas.nodes.filter((node) => chosen.nodes.has(node.id))
        const to = Math.min(...nodes.map(({ id, position }) => (position?.[axis] ?? 0) - half(id)))
        const place = ({ id, position }: CanvasNode): [string, Position] => [
          id,
          { ...(position ?? { x: 0, y: 0 }), [axis]: to + half(id) },
        ]
        edit((now) => moveNodes(now, new Map(nodes.map(place))))
      },
    }

    function here() {
      const box = flow.getState().domNode?.getBoundingClientRect()
      const middle = {
        x: (box?.left ?? 0) + (box?.width ?? 0) / 2,
        y: (box?.top ?? 0) + (box?.height ?? 0) / 2,
      }
      return screenToFlowPosition(pointer.current ?? middle)
    }
  }, [t, message, screenToFlowPosition, showAll, getNodes, flow, pointer])
}

/** Where the pointer was last on the canvas. */
function usePointer() {
  const last = useRef<{ x: number; y: number }>(undefined)
  useEffect(() => {
    const follow = (event: PointerEvent) => {
      const inside = (event.target as HTMLElement | null)?.closest?.('.flow')
      last.current = inside ? { x: event.clientX, y: event.clientY } : undefined
    }
    window.addEventListener('pointermove', follow)
    return () => window.removeEventListener('pointermove', follow)
  }, [])
  return last
}

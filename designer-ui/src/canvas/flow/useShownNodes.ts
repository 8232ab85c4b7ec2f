import { applyNodeChanges, type NodeChange, type NodePositionChange } from '@xyflow/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Position } from '../../api/types'
import { type Translate, useWords } from '../../i18n'
import { aligned, type Box } from '../model/guides'
import { useCanvas } from '../store'
import { cardOf, moved, type ShownNode, samePlace, sheetOf } from './cards'
import { useGuides } from './useGuides'

const CARD = { width: 240, height: 110 }

const fresh = (t: Translate) => {
  const { nodes, notes = [] } = useCanvas.getState().canvas
  return [
    ...notes.map((note) => sheetOf(note, t('draw.note'))),
    ...nodes.map((node) => cardOf(node, t('dry.node'))),
  ]
}

/** Nodes and notes as React Flow keeps them, and what its changes mean for the canvas. */
export function useShownNodes() {
  const canvasNodes = useCanvas((state) => state.canvas.nodes)
  const canvasNotes = useCanvas((state) => state.canvas.notes)
  const chosen = useCanvas((state) => state.chosen.nodes)
  const { t, language } = useWords()
  const [nodes, setNodes] = useState<ShownNode[]>(() => fresh(t))
  const shown = useRef(nodes)
  shown.current = nodes

  // biome-ignore lint/correctness/useExhaustiveDependencies: read from the store, where both are
  useEffect(() => {
    setNodes((before) => {
      const known = new Map(before.map((node) => [node.id, node]))
      return fresh(t).map((card) => kept(card, known.get(card.id), chosen.has(card.id)))
    })
  }, [canvasNodes, canvasNotes, chosen, language])

  // A drag is one step of its own; steps by arrow keys in quick succession are one together.
  const dragging = useRef(false)
  const onNodesChange = useCallback((changes: NodeChange<ShownNode>[]) => {
    const moves = changes.filter(
      (change) => change.type === 'position' || change.type === 'dimensions',
    )
    const [drag] = moves.filter(isPlaced)
    const byMouse = drag !== undefined && (drag.dragging || dragging.current)
    if (byMouse && moves.filter(isPlaced).length === 1) drawToLine(drag, shown.current)
    if (moves.length > 0) setNodes((before) => applyNodeChanges(moves, before))
    const placed = new Map<string, Position>()
    for (const change of moves.filter(isPlaced)) {
      if (change.dragging) dragging.current = true
      else placed.set(change.id, change.position)
    }
    if (placed.size > 0) {
      const burst = dragging.current ? undefined : 'arrow keys'
      dragging.current = false
      useGuides.getState().hide()
      useCanvas.getState().edit((canvas) => moved(canvas, placed), burst)
    }
    const picks = changes.filter((change) => change.type === 'select')
    if (picks.length === 0) return
    const { chosen: before, choose } = useCanvas.getState()
    const picked = new Set(before.nodes)
    for (const pick of picks) pick.selected ? picked.add(pick.id) : picked.delete(pick.id)
    choose({ nodes: picked, edges: before.edges })
  }, [])

  return { nodes, onNodesChange }
}

type Placed = NodePositionChange & { position: Position }

const isPlaced = (change: NodeChange<ShownNode>): change is Placed =>
  change.type === 'position' && change.position !== undefined

function kept(card: ShownNode, old: ShownNode | undefined, selected: boolean): ShownNode {
  const same =
    old?.type === 'card' && card.type === 'card'
      ? old.data.node === card.data.node
      : old?.type === 'note' && card.type === 'note' && old.data.note === card.data.note
  if (
    old &&
    same &&
    old.domAttributes === card.domAttributes &&
    Boolean(old.selected) === selected
  ) {
    return samePlace(old.position, card.position) ? old : { ...old, position: card.position }
  }
  return { ...card, ...(old?.measured ? { measured: old.measured } : {}), selected }
}

function drawToLine(drag: Placed, nodes: ShownNode[]) {
  const box = (node: ShownNode, centre: Position): Box => ({
    centre,
    width: node.measured?.width ?? CARD.width,
    height: node.measured?.height ?? CARD.height,
  })
  const dragged = nodes.find((node) => node.id === drag.id)
  if (!dragged) return
  const others = nodes
    .filter((node) => node.id !== drag.id && node.type === 'card')
    .map((node) => box(node, node.position))
  const { place, guides } = aligned(box(dragged, drag.position), others)
  drag.position = place
  useGuides.getState().show(drag.dragging ? guides : {})
}

import {
  applyNodeChanges,
  Background,
  BackgroundVariant,
  ConnectionMode,
  MiniMap,
  type NodeChange,
  ReactFlow,
  SelectionMode,
  useReactFlow,
  type Viewport,
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Position } from '../../api/types'
import { useWords } from '../../i18n'
import { GRID } from '../model/edits'
import { sourcePort, targetPort } from '../model/wiring'
import { useCanvas } from '../store'
import { NODE_DATA_TYPE, useAdding } from '../useAdding'
import { useFit } from '../useFit'
import { type CardNode, cardOf, moved, samePlace, type WireEdge, wireOf } from './cards'
import { NodeCard } from './NodeCard'
import { useKeepInView } from './useKeepInView'
import { useWiring } from './useWiring'
import { Wire } from './Wire'
import { WireEnd } from './WireEnd'

const NODE_TYPES = { card: NodeCard }
const EDGE_TYPES = { wire: Wire }
const ORIGIN: [number, number] = [0.5, 0.5]
const SNAP: [number, number] = [GRID, GRID]
const MANY = 150
const FAR = 0.45
const PAN_KEY = 'Space'
const ADD_KEY = ['Control', 'Meta']

/** The drawing itself: nodes, wires, and what the mouse does with them. */
export const Flow = memo(function Flow({ minimap }: { minimap: boolean }) {
  const { t } = useWords()
  const { screenToFlowPosition } = useReactFlow()
  const showAll = useFit()
  const canvasNodes = useCanvas((state) => state.canvas.nodes)
  const canvasEdges = useCanvas((state) => state.canvas.edges)
  const ports = useCanvas((state) => state.ports)
  const chosen = useCanvas((state) => state.chosen)
  const readOnly = useCanvas((state) => state.readOnly)
  const addAt = useAdding((state) => state.addAt)
  const [nodes, setNodes] = useState<CardNode[]>(() => canvasNodes.map(cardOf))
  const shell = useRef<HTMLDivElement>(null)

  useEffect(() => {
    setNodes((shown) => {
      const before = new Map(shown.map((node) => [node.id, node]))
      return canvasNodes.map((node) => {
        const card = cardOf(node)
        const old = before.get(node.id)
        const selected = chosen.nodes.has(node.id)
        if (old && old.data.node === node && Boolean(old.selected) === selected) {
          return samePlace(old.position, card.position) ? old : { ...old, position: card.position }
        }
        return { ...card, ...(old?.measured ? { measured: old.measured } : {}), selected }
      })
    })
  }, [canvasNodes, chosen.nodes])

  const edges = useMemo(
    () =>
      canvasEdges.map((edge) =>
        wireOf(
          edge,
          sourcePort(edge, ports[edge.source]),
          targetPort(edge, ports[edge.target]),
          chosen.edges.has(edge.id),
        ),
      ),
    [canvasEdges, ports, chosen.edges],
  )

  // A drag is one step of its own; steps by arrow keys in quick succession are one together.
  const dragging = useRef(false)
  const onNodesChange = useCallback((changes: NodeChange<CardNode>[]) => {
    const moves = changes.filter(
      (change) => change.type === 'position' || change.type === 'dimensions',
    )
    if (moves.length > 0) setNodes((shown) => applyNodeChanges(moves, shown))
    const placed = new Map<string, Position>()
    for (const change of changes) {
      if (change.type !== 'position' || !change.position) continue
      if (change.dragging) dragging.current = true
      else placed.set(change.id, change.position)
    }
    if (placed.size > 0) {
      const burst = dragging.current ? undefined : 'arrow keys'
      dragging.current = false
      useCanvas.getState().edit((canvas) => moved(canvas, placed), burst)
    }
    const picks = changes.filter((change) => change.type === 'select')
    if (picks.length === 0) return
    const { chosen: before, choose } = useCanvas.getState()
    const picked = new Set(before.nodes)
    for (const pick of picks) pick.selected ? picked.add(pick.id) : picked.delete(pick.id)
    choose({ nodes: picked, edges: before.edges })
  }, [])

  const onEdgesChange = useCallback(
    (changes: { type: string; id?: string; selected?: boolean }[]) => {
      const picks = changes.filter((change) => change.type === 'select')
      if (picks.length === 0) return
      const { chosen: before, choose } = useCanvas.getState()
      const picked = new Set(before.edges)
      for (const { id = '', selected } of picks) selected ? picked.add(id) : picked.delete(id)
      choose({ nodes: before.nodes, edges: picked })
    },
    [],
  )

  const { fits, onConnect, onConnectEnd } = useWiring()
  const onInit = useCallback(() => showAll(), [showAll])
  useKeepInView(showAll)

  // From afar only what can be read is drawn.
  const onMove = useCallback(
    (_: unknown, { zoom }: Viewport) => shell.current?.classList.toggle('far', zoom < FAR),
    [],
  )

  const onDrop = useCallback(
    (event: React.DragEvent) => {
      const type = event.dataTransfer.getData(NODE_DATA_TYPE)
      if (!type) return
      event.preventDefault()
      addAt(
        type,
        screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false }),
      )
    },
    [addAt, screenToFlowPosition],
  )

  // While the canvas moves its layer is drawn once and shifted; at rest letters stay sharp.
  const startMoving = useCallback(() => shell.current?.classList.add('moving'), [])
  const stopMoving = useCallback(() => shell.current?.classList.remove('moving'), [])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nodes are also added by click, keyboard and menu
    <div className="flow" ref={shell} onDrop={onDrop} onDragOver={allowDrop}>
      <ReactFlow<CardNode, WireEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        nodeOrigin={ORIGIN}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onConnect={onConnect}
        onConnectEnd={onConnectEnd}
        isValidConnection={fits}
        connectionLineComponent={WireEnd}
        connectionMode={ConnectionMode.Strict}
        connectionRadius={28}
        nodesDraggable={!readOnly}
        nodesConnectable={!readOnly}
        deleteKeyCode={null}
        panActivationKeyCode={PAN_KEY}
        multiSelectionKeyCode={ADD_KEY}
        selectionMode={SelectionMode.Partial}
        panOnScroll
        zoomOnScroll={false}
        zoomActivationKeyCode={ADD_KEY}
        zoomOnDoubleClick={false}
        snapToGrid
        snapGrid={SNAP}
        minZoom={0.1}
        maxZoom={2}
        onInit={onInit}
        onlyRenderVisibleElements={canvasNodes.length > MANY}
        onMoveStart={startMoving}
        onMove={onMove}
        onMoveEnd={stopMoving}
        disableKeyboardA11y={readOnly}
      >
        <Background
          variant={BackgroundVariant.Dots}
          gap={2 * GRID}
          size={1.5}
          color="var(--dots)"
        />
        {minimap && (
          <MiniMap
            pannable
            zoomable
            ariaLabel={t('canvas.minimap')}
            nodeColor="var(--minimap-node)"
            maskColor="var(--minimap-mask)"
            bgColor="var(--panel)"
          />
        )}
      </ReactFlow>
    </div>
  )
})

function allowDrop(event: React.DragEvent) {
  if (event.dataTransfer.types.includes(NODE_DATA_TYPE)) {
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
  }
}

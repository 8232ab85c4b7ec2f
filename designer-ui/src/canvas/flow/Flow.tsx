import {
  applyNodeChanges,
  Background,
  BackgroundVariant,
  type Connection,
  ConnectionMode,
  type Edge,
  type FinalConnectionState,
  MiniMap,
  type Node,
  type NodeChange,
  ReactFlow,
  SelectionMode,
  useReactFlow,
  useStore,
  type Viewport,
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { App } from 'antd'
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Canvas, CanvasEdge, CanvasNode, Position } from '../../api/types'
import { useWords } from '../../i18n'
import { connect, GRID, moveNodes } from '../model/edits'
import { freeInPort, refusal, sourcePort, targetPort } from '../model/wiring'
import { useCanvas } from '../store'
import { NODE_DATA_TYPE, useAdding } from '../useAdding'
import { useFit } from '../useFit'
import { NodeCard } from './NodeCard'
import { Wire } from './Wire'
import { WireEnd } from './WireEnd'

export type CardNode = Node<{ node: CanvasNode }, 'card'>
export type WireEdge = Edge<{ edge: CanvasEdge }, 'wire'>

const NODE_TYPES = { card: NodeCard }
const EDGE_TYPES = { wire: Wire }
const ORIGIN: [number, number] = [0.5, 0.5]
const SNAP: [number, number] = [GRID, GRID]
const MANY = 150
const FAR = 0.45
const ASIDE = 60
const PAN_KEY = 'Space'
const ADD_KEY = ['Control', 'Meta']

const cards = new WeakMap<CanvasNode, CardNode>()
const wires = new WeakMap<CanvasEdge, Map<string, WireEdge>>()

function cardOf(node: CanvasNode): CardNode {
  const found = cards.get(node)
  if (found) return found
  const card: CardNode = {
    id: node.id,
    type: 'card',
    position: node.position ?? { x: 0, y: 0 },
    data: { node },
  }
  cards.set(node, card)
  return card
}

function wireOf(edge: CanvasEdge, from: string, to: string, selected: boolean): WireEdge {
  const key = `${from} ${to} ${selected}`
  const known = wires.get(edge) ?? new Map<string, WireEdge>()
  wires.set(edge, known)
  const found = known.get(key)
  if (found) return found
  const wire: WireEdge = {
    id: edge.id,
    type: 'wire',
    source: edge.source,
    sourceHandle: from,
    target: edge.target,
    targetHandle: to,
    selected,
    data: { edge },
  }
  known.set(key, wire)
  return wire
}

/** The drawing itself: nodes, wires, and what the mouse does with them. */
export const Flow = memo(function Flow({ minimap }: { minimap: boolean }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const { screenToFlowPosition } = useReactFlow()
  const showAll = useFit()
  const canvasNodes = useCanvas((state) => state.canvas.nodes)
  const canvasEdges = useCanvas((state) => state.canvas.edges)
  const ports = useCanvas((state) => state.ports)
  const chosen = useCanvas((state) => state.chosen)
  const readOnly = useCanvas((state) => state.readOnly)
  const edit = useCanvas((state) => state.edit)
  const { offerAt, addAt } = useAdding()
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

  const why = useCallback((wire: Connection | Edge) => {
    const { canvas, ports: all } = useCanvas.getState()
    return refusal(
      canvas,
      (id) => all[id],
      { node: wire.source, port: wire.sourceHandle ?? undefined },
      { node: wire.target, port: wire.targetHandle ?? undefined },
    )
  }, [])

  const onInit = useCallback(() => showAll(), [showAll])
  useKeepInView(showAll)

  // From afar only what can be read is drawn.
  const onMove = useCallback(
    (_: unknown, { zoom }: Viewport) => shell.current?.classList.toggle('far', zoom < FAR),
    [],
  )

  const fits = useCallback((wire: Connection | Edge) => !why(wire), [why])

  const onConnect = useCallback(
    (wire: Connection) => {
      const refused = why(wire)
      if (refused) {
        message.warning(t(`refuse.${refused}`))
        return
      }
      edit((canvas) =>
        connect(
          canvas,
          { node: wire.source, port: wire.sourceHandle ?? undefined },
          { node: wire.target, port: wire.targetHandle ?? undefined },
        ),
      )
    },
    [edit, message, t, why],
  )

  const onConnectEnd = useCallback(
    (event: MouseEvent | TouchEvent, end: FinalConnectionState) => {
      if (!end.fromNode || end.isValid) return
      const from = { node: end.fromNode.id, port: end.fromHandle?.id ?? undefined }
      const outward = end.fromHandle?.type === 'source'
      const point = 'clientX' in event ? event : event.changedTouches[0]
      if (!point) return
      const onto = document
        .elementFromPoint(point.clientX, point.clientY)
        ?.closest('.react-flow__node')
      const id = onto?.getAttribute('data-id')
      if (!id) {
        if (outward) offerAt({ x: point.clientX, y: point.clientY }, { after: from })
        return
      }
      if (!outward) return
      const { canvas, ports: all } = useCanvas.getState()
      const portsOf = (node: string) => all[node]
      const port = freeInPort(canvas, portsOf, from, id)
      if (port) edit((before) => connect(before, from, { node: id, port }))
      else message.warning(t(`refuse.${refusal(canvas, portsOf, from, { node: id }) ?? 'full'}`))
    },
    [edit, message, offerAt, t],
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

/** When the room for the canvas changes: what nobody draws on stays whole, and the chosen node in view. */
function useKeepInView(showAll: () => void) {
  const { setViewport, getViewport } = useReactFlow()
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  useEffect(() => {
    const { canvas, chosen, readOnly } = useCanvas.getState()
    if (readOnly) {
      showAll()
      return
    }
    const [id] = chosen.nodes.size === 1 ? chosen.nodes : []
    const place = canvas.nodes.find((node) => node.id === id)?.position
    if (!place || width === 0) return
    const { x, y, zoom } = getViewport()
    const over = {
      x: place.x * zoom + x - (width - ASIDE),
      y: place.y * zoom + y - (height - ASIDE),
    }
    if (over.x > 0 || over.y > 0) {
      void setViewport(
        { x: x - Math.max(0, over.x), y: y - Math.max(0, over.y), zoom },
        { duration: 150 },
      )
    }
  }, [width, height, showAll, setViewport, getViewport])
}

function allowDrop(event: React.DragEvent) {
  if (event.dataTransfer.types.includes(NODE_DATA_TYPE)) {
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
  }
}

/** The canvas with nodes at other places; itself where they stand there already. */
function moved(canvas: Canvas, places: Map<string, Position>): Canvas {
  const still = canvas.nodes.every((node) => {
    const to = places.get(node.id)
    return !to || samePlace(to, node.position ?? { x: 0, y: 0 })
  })
  return still ? canvas : moveNodes(canvas, places)
}

const samePlace = (a: Position, b: Position) => a.x === b.x && a.y === b.y

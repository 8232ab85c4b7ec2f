import {
  Background,
  BackgroundVariant,
  ConnectionMode,
  MiniMap,
  Panel,
  ReactFlow,
  SelectionMode,
  useReactFlow,
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { memo, useCallback, useRef } from 'react'
import { useWords } from '../../i18n'
import { GRID } from '../model/edits'
import { useCanvas } from '../store'
import { NODE_DATA_TYPE, useAdding } from '../useAdding'
import { useFit } from '../useFit'
import type { ShownNode, WireEdge } from './cards'
import { GuideLines } from './GuideLines'
import { NodeCard } from './NodeCard'
import { NoteCard } from './NoteCard'
import { useFlowMenu } from './useFlowMenu'
import { useKeepInView } from './useKeepInView'
import { useMoving } from './useMoving'
import { useShownNodes } from './useShownNodes'
import { useShownWires } from './useShownWires'
import { useSpoken } from './useSpoken'
import { useWiring } from './useWiring'
import { Wire } from './Wire'
import { WireEnd } from './WireEnd'

const NODE_TYPES = { card: NodeCard, note: NoteCard }
const EDGE_TYPES = { wire: Wire }
const ORIGIN: [number, number] = [0.5, 0.5]
const SNAP: [number, number] = [GRID, GRID]
const MANY = 150
// It stays, without its English label.
const OWN_ATTRIBUTION = { hideAttribution: true }
const PAN_KEY = 'Space'
const ADD_KEY = ['Control', 'Meta']

/** The drawing itself: nodes, wires, and what the mouse does with them. */
export const Flow = memo(function Flow({ minimap }: { minimap: boolean }) {
  const { t } = useWords()
  const { screenToFlowPosition } = useReactFlow()
  const showAll = useFit()
  const many = useCanvas((state) => state.canvas.nodes.length > MANY)
  const readOnly = useCanvas((state) => state.readOnly)
  const addAt = useAdding((state) => state.addAt)
  const { nodes, onNodesChange } = useShownNodes()
  const shell = useRef<HTMLDivElement>(null)

  const edges = useShownWires()
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
  const menu = useFlowMenu()
  const spoken = useSpoken()

  const moving = useMoving(shell)
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

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nodes are also added by click, keyboard and menu
    <div className="flow" ref={shell} onDrop={onDrop} onDragOver={allowDrop}>
      <ReactFlow<ShownNode, WireEdge>
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
        onlyRenderVisibleElements={many}
        {...moving}
        disableKeyboardA11y={readOnly}
        ariaLabelConfig={spoken}
        proOptions={OWN_ATTRIBUTION}
        {...menu}
      >
        <Background
          variant={BackgroundVariant.Dots}
          gap={2 * GRID}
          size={1.5}
          color="var(--dots)"
        />
        <GuideLines />
        <Panel position="bottom-right" className="react-flow__attribution">
          <a href="https://reactflow.dev" target="_blank" rel="noopener noreferrer">
            React Flow
          </a>
        </Panel>
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

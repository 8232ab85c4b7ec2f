import { Handle, type NodeProps, Position } from '@xyflow/react'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { memo } from 'react'
import { useShallow } from 'zustand/shallow'
import type { Ports } from '../../api/types'
import { useWords } from '../../i18n'
import { iconOf } from '../../ui/icons'
import { wiredPorts } from '../marks'
import { type Figure, useCanvas } from '../store'
import { useSummary } from '../summary'
import { useWalk } from '../walk/useWalk'
import type { CardNode } from './cards'
import { Mark } from './Mark'
import { PortRows } from './PortRows'
import { useRemeasure } from './useRemeasure'

/** Draws every node, whatever its type, from its descriptor, its ports and its figures. */
export const NodeCard = memo(function NodeCard({
  id,
  data: { node },
  selected,
}: NodeProps<CardNode>) {
  const { t, say } = useWords()
  const type = useCanvas((state) => state.types.get(node.type))
  const ports = useCanvas((state) => state.ports[id])
  const figure = useCanvas((state) => state.figures[id])
  const stale = useCanvas((state) => state.stale.has(id))
  const summary = useSummary(node, type)
  const walked = useWalk((state) => (state.walk ? state.nodes.has(id) : undefined))
  const shown = useShownPorts(id, ports, type?.kind === 'action')
  const Icon = iconOf(type?.icon)
  const rows = shown.out.length > 1 || (ports?.in.length ?? 0) > 1
  useRemeasure(id, `${ports?.in.length} ${shown.out.map((port) => port.key)}`)
  return (
    <div
      className={classes({
        card: true,
        [`category-${type?.category ?? 'unknown'}`]: true,
        selected,
        stale,
        off: node.disabled,
        walked,
        'not-walked': walked === false,
        [`run-${figure?.state}`]: figure?.state,
      })}
      data-node={id}
    >
      {ports?.in.length === 1 && (
        <Handle
          type="target"
          position={Position.Left}
          id={ports.in[0]?.key ?? 'in'}
          className="port single"
        />
      )}
      <div className="card-head">
        <span className="card-icon">
          <Icon size={18} />
        </span>
        <span className="card-title">
          <span className="card-name">{node.name || node.id}</span>
          <span className="card-type">
            {type ? say(type.label) : t('canvas.unknownType', { type: node.type })}
          </span>
        </span>
        {node.disabled && (
          <span className="off-mark" title={t('draw.offHelp')}>
            {t('draw.off')}
          </span>
        )}
        <Mark id={id} type={type} />
      </div>
      {summary && <div className="card-summary">{summary}</div>}
      <Count figure={figure} source={type?.kind === 'source'} main={ports?.out[0]?.key} />
      {shown.out.length === 1 && !rows && (
        <Handle
          type="source"
          position={Position.Right}
          id={shown.out[0]?.key ?? 'out'}
          className="port single"
        />
      )}
      {rows && ports && <PortRows ports={ports} out={shown.out} figure={figure} />}
      {shown.hidden > 0 || shown.unfolded ? (
        <Fold id={id} unfolded={shown.unfolded} hidden={shown.hidden} />
      ) : null}
    </div>
  )
})

function Count({
  figure,
  source,
  main,
}: {
  figure: Figure | undefined
  source: boolean
  main: string | undefined
}) {
  const { t, number } = useWords()
  const value = source && main ? figure?.ports[main] : figure?.in
  const upTo = figure?.upTo.includes(source && main ? main : 'in')
  return (
    <div className="card-foot">
      {figure?.state && (
        <span className={`state state-${figure.state}`}>{stateWord(t, figure.state)}</span>
      )}
      <span
        className="card-count"
        title={upTo && value !== undefined ? t('canvas.upTo', { n: number(value) }) : undefined}
      >
        {value === undefined ? '–' : `${upTo ? '≤ ' : ''}${number(value)}`}
      </span>
      {figure?.done !== undefined && (
        <progress
          className="card-progress"
          value={figure.done}
          aria-label={t('run.node.sending')}
        />
      )}
      {figure?.heldBack ? (
        <span className="card-held">{t('canvas.heldBack', { n: number(figure.heldBack) })}</span>
      ) : null}
    </div>
  )
}

const classes = (on: Record<string, unknown>) =>
  Object.keys(on)
    .filter((name) => on[name])
    .join(' ')

const STATES = ['pending', 'waiting', 'sending', 'failing', 'done'] as const

function stateWord(t: ReturnType<typeof useWords>['t'], state: string): string {
  const known = STATES.find((one) => one === state)
  return known ? t(`run.node.${known}`) : state
}

function Fold({ id, unfolded, hidden }: { id: string; unfolded: boolean; hidden: number }) {
  const { t } = useWords()
  const toggle = useCanvas((state) => state.toggleUnfolded)
  return (
    <button
      type="button"
      className="card-fold nodrag"
      onClick={(event) => {
        event.stopPropagation()
        toggle(id)
      }}
    >
      {unfolded ? <ChevronUp size={12} /> : <ChevronDown size={12} />}
      {unfolded ? t('canvas.fewerPorts') : t('canvas.morePorts', { count: hidden })}
    </button>
  )
}

/** Actions show the main port and those with wires, and the others on demand. */
function useShownPorts(id: string, ports: Ports | undefined, action: boolean) {
  const unfolded = useCanvas((state) => state.unfolded.has(id))
  const wired = useCanvas(useShallow((state) => wiredPorts(state.canvas.edges, id)))
  const all = ports?.out ?? []
  const out =
    action && !unfolded ? all.filter((port, index) => index === 0 || wired.includes(port.key)) : all
  const foldable = action && all.some((port, index) => index > 0 && !wired.includes(port.key))
  return { out, hidden: all.length - out.length, unfolded: unfolded && foldable }
}

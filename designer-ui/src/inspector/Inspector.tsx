import { Alert, App, Button, Input, Tooltip } from 'antd'
import { Copy, Send, X } from 'lucide-react'
import { memo, useEffect, useRef } from 'react'
import { useShallow } from 'zustand/shallow'
import type { CanvasNode, NodeType } from '../api/types'
import { changeConfig, changeNode, switchNodes } from '../canvas/model/edits'
import { useCanvas } from '../canvas/store'
import { useTestSend } from '../canvas/useTestSend'
import { useWords } from '../i18n'
import { iconOf } from '../ui/icons'
import { SchemaForm } from './SchemaForm'

/** The form of the one chosen node. */
export const Inspector = memo(function Inspector() {
  const only = useCanvas((state) =>
    state.chosen.nodes.size === 1 ? [...state.chosen.nodes][0] : undefined,
  )
  const node = useCanvas((state) => state.canvas.nodes.find((one) => one.id === only))
  const type = useCanvas((state) => (node ? state.types.get(node.type) : undefined))
  const readOnly = useCanvas((state) => state.readOnly)
  if (!node || readOnly) return null
  return <NodeForm key={node.id} node={node} type={type} />
})

function NodeForm({ node, type }: { node: CanvasNode; type: NodeType | undefined }) {
  const { t, say } = useWords()
  const { message } = App.useApp()
  const edit = useCanvas((state) => state.edit)
  const choose = useCanvas((state) => state.choose)
  const problems = useCanvas(
    useShallow((state) => state.problems.filter((one) => one.nodeId === node.id)),
  )
  const panel = useRef<HTMLElement>(null)
  useFocusedField(node.id, panel)
  const Icon = iconOf(type?.icon)
  const general = problems.filter((problem) => !problem.field)
  const fields = Object.keys(type?.settings.properties ?? {})
  return (
    <aside className="inspector" ref={panel} aria-label={node.name || node.id}>
      <div className={`inspector-head category-${type?.category ?? 'unknown'}`}>
        <span className="card-icon">
          <Icon size={18} />
        </span>
        <Input
          variant="borderless"
          className="inspector-name"
          aria-label={t('inspector.name')}
          value={node.name ?? ''}
          placeholder={node.id}
          maxLength={200}
          onChange={(event) =>
            edit(
              (canvas) => changeNode(canvas, node.id, { name: event.target.value }),
              `name ${node.id}`,
            )
          }
        />
        <Button
          type="text"
          size="small"
          icon={<X size={16} />}
          aria-label={t('inspector.close')}
          onClick={() => choose({})}
        />
      </div>
      <div className="inspector-body">
        <p className="inspector-help">
          {type ? say(type.help) : t('canvas.unknownType', { type: node.type })}
          <Tooltip title={t('inspector.copyId')}>
            <button
              type="button"
              className="id-chip"
              onClick={() => {
                void navigator.clipboard?.writeText(node.id)
                message.success(t('inspector.idCopied'))
              }}
            >
              {node.id} <Copy size={11} />
            </button>
          </Tooltip>
        </p>
        {type?.traits.includes('message') && !node.disabled && (
          <Button
            size="small"
            className="test-button"
            icon={<Send size={13} />}
            onClick={() => useTestSend.getState().open(node.id)}
          >
            {t('draw.testSend')}
          </Button>
        )}
        {node.disabled && (
          <Alert
            type="info"
            title={t('draw.offHelp')}
            action={
              <Button
                size="small"
                onClick={() => edit((canvas) => switchNodes(canvas, new Set([node.id]), false))}
              >
                {t('draw.switchOn')}
              </Button>
            }
          />
        )}
        {general.map((problem) => (
          <div
            key={problem.code}
            className={problem.severity === 'warning' ? 'field-warning' : 'field-problem'}
          >
            {say(problem.message)}
          </div>
        ))}
        {type && fields.length > 0 ? (
          <SchemaForm
            schema={type.settings}
            root={type.settings}
            config={node.config ?? {}}
            problems={problems}
            onChange={(config, field) =>
              edit((canvas) => changeConfig(canvas, node.id, config), `config ${node.id} ${field}`)
            }
          />
        ) : (
          <p className="hint">{t('inspector.noSettings')}</p>
        )}
      </div>
    </aside>
  )
}

/** Brings the field that a problem points at into view. */
function useFocusedField(node: string, panel: React.RefObject<HTMLElement | null>) {
  const focus = useCanvas((state) => state.focusField)
  useEffect(() => {
    if (focus?.node !== node) return
    const fields = [...(panel.current?.querySelectorAll<HTMLElement>('[data-field]') ?? [])]
    const place = fields
      .filter((one) => focus.field.startsWith(one.dataset.field ?? ''))
      .sort((a, b) => (b.dataset.field?.length ?? 0) - (a.dataset.field?.length ?? 0))[0]
    place?.scrollIntoView({ block: 'center' })
    place?.querySelector<HTMLElement>('input, textarea, button')?.focus()
    place?.classList.add('pointed')
    const timer = setTimeout(() => place?.classList.remove('pointed'), 2_000)
    return () => clearTimeout(timer)
  }, [focus, node, panel])
}

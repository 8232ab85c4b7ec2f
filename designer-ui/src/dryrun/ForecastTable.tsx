import { Table } from 'antd'
import type { Forecast, ForecastNode, NodeType } from '../api/types'
import { useCanvas } from '../canvas/store'
import { useWords, type Words } from '../i18n'
import { iconOf } from '../ui/icons'
import { reasonWord } from '../ui/reasons'

/** What would happen at each node. */
export function ForecastTable({ result }: { result: Forecast }) {
  const words = useWords()
  const { t, number, money, time } = words
  const types = useCanvas((state) => state.types)
  const focus = useCanvas((state) => state.focus)
  const currency = result.money?.currency
  return (
    <Table<ForecastNode>
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={result.nodes}
      onRow={({ id }) => ({ onClick: () => focus(id), className: 'clickable' })}
      columns={[
        {
          title: t('dry.node'),
          key: 'node',
          render: (_, { id, name, type }) => {
            const Icon = iconOf(types.get(type)?.icon)
            return (
              <span className={`node-name category-${types.get(type)?.category}`}>
                <span className="card-icon">
                  <Icon size={14} />
                </span>
                {name ?? id}
              </span>
            )
          },
        },
        {
          title: t('dry.arrive'),
          key: 'in',
          align: 'right',
          render: (_, node) =>
            upTo(
              node,
              'in',
              types.get(node.type)?.kind === 'source' ? (node.ports.out ?? node.in) : node.in,
              words,
            ),
        },
        {
          title: t('dry.goOn'),
          key: 'out',
          render: (_, node) => (
            <span className="ports-line">
              {portsOf(node, types, words).map(({ key, label, people }) => (
                <span key={key}>
                  {label} <b>{upTo(node, key, people, words)}</b>
                </span>
              ))}
            </span>
          ),
        },
        {
          title: t('dry.reasons'),
          key: 'held',
          render: (_, { heldBack }) => (
            <span className="ports-line">
              {Object.entries(heldBack ?? {}).map(([reason, people]) => (
                <span key={reason}>
                  {reasonWord(reason)} <b>{number(people)}</b>
                </span>
              ))}
            </span>
          ),
        },
        {
          title: t('dry.units'),
          dataIndex: 'units',
          align: 'right',
          render: (units: number | undefined) => (units ? number(units) : ''),
        },
        {
          title: t('dry.cost'),
          dataIndex: 'cost',
          align: 'right',
          render: (cost: number | undefined) => (cost ? money(cost, currency) : ''),
        },
        {
          title: t('dry.when'),
          key: 'when',
          render: (_, { releaseAt, sends, instant }) =>
            releaseAt
              ? time(releaseAt)
              : sends && sends.length > 0
                ? sends.map(({ at, people }) => (
                    <div key={at}>{`${time(at)}: ${number(people)}`}</div>
                  ))
                : instant
                  ? time(instant)
                  : '',
        },
      ]}
    />
  )
}

function upTo(node: ForecastNode, port: string, people: number, { number }: Words): string {
  return `${node.upTo?.includes(port) ? '≤ ' : ''}${number(people)}`
}

function portsOf(node: ForecastNode, types: Map<string, NodeType>, { say }: Words) {
  const { ports } = useCanvas.getState()
  const known = ports[node.id] ?? types.get(node.type)?.ports
  return Object.entries(node.ports)
    .filter(([key, people]) => people > 0 || known?.out[0]?.key === key)
    .filter(([key]) => key !== 'suppressed')
    .map(([key, people]) => ({
      key,
      people,
      label: say(known?.out.find((port) => port.key === key)?.label) || key,
    }))
}

/** The table as text for a spreadsheet. */
export function tableText(result: Forecast, types: Map<string, NodeType>, words: Words): string {
  const { t, say } = words
  const head = [
    t('dry.node'),
    'id',
    t('rule.type'),
    t('dry.arrive'),
    t('dry.goOn'),
    t('dry.reasons'),
    t('dry.units'),
    t('dry.cost'),
  ]
  const rows = result.nodes.map((node) => [
    node.name ?? node.id,
    node.id,
    say(types.get(node.type)?.label),
    node.in,
    portsOf(node, types, words)
      .map(({ label, people }) => `${label} ${people}`)
      .join('; '),
    Object.entries(node.heldBack ?? {})
      .map(([reason, people]) => `${reasonWord(reason)} ${people}`)
      .join('; '),
    node.units ?? '',
    node.cost ?? '',
  ])
  // The mark at the beginning makes spreadsheets read it as Unicode.
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

/** A cell that no spreadsheet takes for a formula. */
function cell(value: string | number | undefined): string {
  const text = String(value ?? '')
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}

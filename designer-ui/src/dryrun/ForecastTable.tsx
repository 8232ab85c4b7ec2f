import { Button, Table } from 'antd'
import type { Forecast, ForecastNode } from '../api/types'
import { useCanvas } from '../canvas/store'
import { useWords } from '../i18n'
import { NodeName } from '../ui/NodeName'
import { reasonWord } from '../ui/reasons'
import { type AskedPort, arriving, portsOf, upTo } from './ports'
import { SendTimes } from './SendTimes'
import { partsAt } from './totals'

interface Props {
  result: Forecast
  onPeople: (asked: AskedPort) => void
}

/** What would happen at each node; a number opens the list of its people. */
export function ForecastTable({ result, onPeople }: Props) {
  const words = useWords()
  const { t, number, money } = words
  const types = useCanvas((state) => state.types)
  const ports = useCanvas((state) => state.ports)
  const focus = useCanvas((state) => state.focus)
  // What ports are called comes after the table first stands.
  useCanvas((state) => state.ports)
  const currency = result.money?.currency
  const people = (
    node: ForecastNode,
    port: string,
    portName: string,
    n: number,
    reason?: string,
  ) => {
    const shown = `${upTo(node, port) ? '≤ ' : ''}${number(n)}`
    if (n === 0) return <b>{shown}</b>
    return (
      <Button
        type="link"
        size="small"
        className="figure-link"
        title={t('forecast.list', { n: shown })}
        onClick={(event) => {
          event.stopPropagation()
          const nodeName = node.name ?? node.id
          onPeople({ node: node.id, nodeName, port, portName, reason, people: n })
        }}
      >
        {shown}
      </Button>
    )
  }
  const reasons = (node: ForecastNode, port: string, by: Record<string, number> | undefined) =>
    Object.entries(by ?? {}).map(([reason, n]) => (
      <span key={`${port} ${reason}`} className={port === 'failed' ? 'bad' : undefined}>
        {reasonWord(reason)} {people(node, port, reason, n, reason)}
      </span>
    ))
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
          render: (_, { id, name, type }) => <NodeName name={name ?? id} type={type} />,
        },
        {
          title: t('dry.arrive'),
          key: 'in',
          align: 'right',
          render: (_, node) => `${upTo(node, 'in') ? '≤ ' : ''}${number(arriving(node, types))}`,
        },
        {
          title: t('dry.goOn'),
          key: 'out',
          render: (_, node) => (
            <span className="ports-line">
              {portsOf(node, types, ports, words).map(({ key, label, people: n }) => (
                <span key={key}>
                  {label} {people(node, key, label, n)}
                </span>
              ))}
            </span>
          ),
        },
        {
          title: t('dry.reasons'),
          key: 'held',
          render: (_, node) => (
            <span className="ports-line">
              {reasons(node, 'suppressed', node.heldBack)}
              {reasons(node, 'failed', node.failedBy)}
            </span>
          ),
        },
        {
          title: t('dry.units'),
          key: 'units',
          align: 'right',
          render: (_, node) => {
            const parts = partsAt(node, types)
            return parts > 0 ? number(parts) : ''
          },
        },
        {
          title: t('dry.cost'),
          key: 'cost',
          align: 'right',
          render: (_, { cost = 0, highestCost = 0 }) => (
            <>
              {cost > 0 && money(cost, currency)}
              {highestCost > cost && (
                <div className="hint">
                  {t('forecast.atMost', { cost: money(highestCost, currency) })}
                </div>
              )}
            </>
          ),
        },
        {
          title: t('dry.when'),
          key: 'when',
          width: 220,
          render: (_, node) => <SendTimes node={node} />,
        },
      ]}
    />
  )
}

import { Button, Table } from 'antd'
import type { ReactNode } from 'react'
import type { ActionFigures } from '../api/results'
import { useWords } from '../i18n'
import { NodeName } from '../ui/NodeName'
import { ActionDetails } from './ActionDetails'
import type { Asked, Who } from './PeopleDrawer'
import type { Report } from './useReport'
import type { Shown } from './useShown'

interface Props {
  report: Report
  shown: Shown
  onPeople: (asked: Asked) => void
}

// All of it stands side by side from 1,280 pixels on.
const NARROW = 58
const WIDE = 84

/** The actions with their figures; a figure of a run opens the list of its people. */
export function ActionTable({ report, shown, onPeople }: Props) {
  const { t } = useWords()
  const { run, total } = report
  const people = (action: ActionFigures, who: Who, value: number) =>
    run === undefined || value === 0 ? (
      shown.count(value)
    ) : (
      <Button
        type="link"
        size="small"
        className="figure-link"
        onClick={() =>
          onPeople({ run, node: action.analysis ?? action.node, name: action.name, who })
        }
      >
        {shown.count(value)}
      </Button>
    )
  const column = (title: string, width: number, value: (action: ActionFigures) => ReactNode) => ({
    title,
    key: title,
    align: 'right' as const,
    width,
    render: (_: unknown, action: ActionFigures) => value(action),
  })
  const totals: ReactNode[] = [
    '',
    shown.count(total.people),
    '',
    '',
    shown.count(total.clicks),
    shown.percent(total.ctr),
    shown.count(total.conversions),
    shown.percent(total.cvr),
    shown.count(total.sales.buyers),
    shown.count(total.sales.items),
    shown.money(total.sales.amount),
    shown.money(total.sales.amountPerBuyer),
    shown.money(total.cost),
    shown.ratio(total.roi),
  ]
  return (
    <Table<ActionFigures>
      size="small"
      className="compare-table"
      data-part="actions"
      rowKey={({ node, analysis }) => `${node} ${analysis ?? ''}`}
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={report.actions}
      expandable={{
        expandedRowRender: (action) => (
          <ActionDetails action={action} run={run} shown={shown} onPeople={onPeople} />
        ),
        defaultExpandedRowKeys: report.actions
          .filter(({ comparison }) => comparison)
          .map(({ node, analysis }) => `${node} ${analysis ?? ''}`),
      }}
      columns={[
        {
          title: t('dry.node'),
          key: 'node',
          fixed: 'left',
          width: 140,
          render: (_, { name, type }) => <NodeName name={name} type={type} />,
        },
        column(t('reports.targeted'), NARROW, (one) => people(one, 'targeted', one.reach.targeted)),
        column(t('reports.sent'), NARROW, (one) => people(one, 'sent', one.reach.sent)),
        column(t('reports.failed'), NARROW, (one) => people(one, 'failed', one.reach.failed)),
        column(t('reports.heldBack'), NARROW, (one) =>
          people(one, 'held-back', one.reach.heldBack),
        ),
        column(t('reports.clicks'), NARROW, (one) => people(one, 'clicked', one.response.clicks)),
        column(t('reports.ctr'), NARROW, (one) => shown.percent(one.response.ctr)),
        column(t('reports.conversions'), NARROW, (one) =>
          people(one, 'converted', one.response.conversions),
        ),
        column(t('reports.cvr'), NARROW, (one) => shown.percent(one.response.cvr)),
        column(t('reports.buyers'), NARROW, (one) => people(one, 'buyers', one.sales.buyers)),
        column(t('reports.items'), NARROW, (one) => shown.count(one.sales.items)),
        column(t('reports.sales'), WIDE, (one) => shown.money(one.sales.amount)),
        column(t('reports.amountPerBuyer'), WIDE, (one) => shown.money(one.sales.amountPerBuyer)),
        column(t('reports.cost'), WIDE, (one) => shown.money(one.response.cost)),
        column(t('reports.roi'), NARROW, (one) => shown.ratio(one.response.roi)),
      ]}
      summary={() => (
        <Table.Summary.Row className="total-row">
          <Table.Summary.Cell index={0} />
          <Table.Summary.Cell index={1}>
            <b>{t('reports.total')}</b>
          </Table.Summary.Cell>
          {totals.map((value, index) => (
            <Table.Summary.Cell key={index} index={index + 2} align="right">
              <b>{value}</b>
            </Table.Summary.Cell>
          ))}
        </Table.Summary.Row>
      )}
    />
  )
}

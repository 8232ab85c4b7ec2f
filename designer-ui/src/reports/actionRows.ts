import type { ActionFigures } from '../api/results'
import type { Translate } from '../i18n'
import type { Report } from './useReport'

/** The comparison of actions as rows for a spreadsheet, the campaign's total last. */
export function actionRows(
  { actions, total }: Pick<Report, 'actions' | 'total'>,
  t: Translate,
): (string | number | null)[][] {
  const head = [
    t('dry.node'),
    'id',
    t('reports.targeted'),
    t('reports.sent'),
    t('reports.failed'),
    t('reports.heldBack'),
    t('reports.reached'),
    t('reports.clicks'),
    t('reports.ctr'),
    t('reports.conversions'),
    t('reports.cvr'),
    t('reports.orders'),
    t('reports.buyers'),
    t('reports.items'),
    t('reports.sales'),
    t('reports.itemsPerBuyer'),
    t('reports.amountPerBuyer'),
    t('reports.cost'),
    t('reports.roi'),
    t('reports.pValue'),
  ]
  const last = [
    t('reports.total'),
    '',
    '',
    total.people,
    '',
    '',
    total.reached,
    total.clicks,
    total.ctr,
    total.conversions,
    total.cvr,
    total.sales.orders,
    total.sales.buyers,
    total.sales.items,
    total.sales.amount,
    total.sales.itemsPerBuyer,
    total.sales.amountPerBuyer,
    total.cost,
    total.roi,
    '',
  ]
  return [head, ...actions.map(row), last]
}

function row({ name, node, reach, response, sales, comparison }: ActionFigures) {
  return [
    name,
    node,
    reach.targeted,
    reach.sent,
    reach.failed,
    reach.heldBack,
    response.reached,
    response.clicks,
    response.ctr,
    response.conversions,
    response.cvr,
    sales.orders,
    sales.buyers,
    sales.items,
    sales.amount,
    sales.itemsPerBuyer,
    sales.amountPerBuyer,
    response.cost,
    response.roi,
    comparison?.p ?? null,
  ]
}

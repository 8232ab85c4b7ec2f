import type { OfferDocument } from '../../api/schema.gen'
import { useWords, type Words } from '../../i18n'
import { useFacts } from '../../rules/facts'
import { useChange } from '../shared/asking'
import type { FieldSpec, Values } from '../shared/fields'
import type { Making } from '../shared/making'
import { RecordDrawer } from '../shared/RecordDrawer'

export const OFFER_KINDS = [
  'spend-amount',
  'spend-items',
  'limited-time',
  'single-item',
  'special-price',
] as const
const BENEFITS = ['money', 'percent', 'free-shipping', 'gift', 'points'] as const

/** Makes or changes an offer for which people are marked. */
export function OfferForm({ record, onClose, onSaved }: Making<OfferDocument>) {
  const words = useWords()
  const change = useChange()
  const offers = useFacts('GET /api/workspaces/{workspace}/discount-offers')
  return (
    <RecordDrawer
      title={record?.name ?? words.t('data.offers.new')}
      needs="PUT /api/workspaces/{workspace}/discount-offers/{offer}"
      fields={offerFields(words)}
      record={record as Values | undefined}
      start={{ kind: 'spend-amount', benefit: 'money' }}
      keyed={{ taken: offers.map(({ key = '' }) => key), otherwise: 'offer' }}
      onClose={onClose}
      onSave={async (values, made) => {
        const key = record?.key ?? made
        const body = values.kind === 'special-price' ? { ...values, benefit: 'price' } : values
        await change('PUT /api/workspaces/{workspace}/discount-offers/{offer}', {
          path: { offer: key },
          body: body as never,
        })
        onSaved(key)
      }}
    />
  )
}

function offerFields({ t }: Words): FieldSpec[] {
  const has =
    (name: string, ...wanted: string[]) =>
    (values: Values) =>
      wanted.includes(String(values[name]))
  const special = has('kind', 'special-price')
  return [
    { name: 'name', label: t('data.name'), kind: 'line', required: true },
    {
      name: 'kind',
      label: t('data.offers.kind'),
      kind: 'choice',
      options: OFFER_KINDS.map((value) => ({ value, label: t(`data.offers.kinds.${value}`) })),
    },
    {
      name: 'threshold',
      label: t('data.offers.threshold'),
      kind: 'number',
      min: 0,
      shown: has('kind', 'spend-amount'),
    },
    {
      name: 'items',
      label: t('data.offers.items'),
      kind: 'whole',
      min: 1,
      shown: has('kind', 'spend-items'),
    },
    {
      name: 'benefit',
      label: t('data.offers.benefit'),
      kind: 'choice',
      shown: (values) => !special(values),
      options: BENEFITS.map((value) => ({ value, label: t(`data.offers.benefits.${value}`) })),
    },
    {
      name: 'value',
      label: t('data.offers.value'),
      help: t('data.offers.valueHelp'),
      kind: 'number',
      min: 0,
      shown: (values) => special(values) || !has('benefit', 'free-shipping', 'gift')(values),
    },
    {
      name: 'maxDiscount',
      label: t('data.coupons.maxDeduction'),
      kind: 'number',
      min: 0,
      shown: (values) => !special(values) && has('benefit', 'percent')(values),
    },
    {
      name: 'gift',
      label: t('data.offers.gift'),
      kind: 'line',
      shown: (values) => !special(values) && has('benefit', 'gift')(values),
    },
    {
      name: 'worth',
      label: t('data.offers.worth'),
      kind: 'number',
      min: 0,
      shown: (values) => !special(values) && has('benefit', 'gift', 'points')(values),
    },
    { name: 'products', label: t('data.coupons.products'), kind: 'texts' },
    { name: 'categories', label: t('data.offers.categories'), kind: 'texts' },
    { name: 'validFrom', label: t('data.from'), kind: 'instant' },
    { name: 'validUntil', label: t('data.until'), kind: 'instant' },
    {
      name: 'quantity',
      label: t('data.offers.quantity'),
      kind: 'whole',
      min: 0,
      placeholder: t('field.unlimited'),
    },
    {
      name: 'perPerson',
      label: t('data.coupons.perPerson'),
      kind: 'whole',
      min: 1,
      placeholder: t('field.unlimited'),
    },
    { name: 'expectedCost', label: t('data.offers.expectedCost'), kind: 'number', min: 0 },
    {
      name: 'expectedShare',
      label: t('data.offers.expectedShare'),
      kind: 'share',
      placeholder: '100',
    },
    { name: 'closed', label: t('data.closedHelp'), kind: 'flag' },
  ]
}

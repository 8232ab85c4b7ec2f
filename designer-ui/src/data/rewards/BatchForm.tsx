import type { BatchDocument } from '../../api/schema.gen'
import { useWords, type Words } from '../../i18n'
import { useFacts } from '../../rules/facts'
import { useChange } from '../shared/asking'
import type { FieldSpec } from '../shared/fields'
import type { Making } from '../shared/making'
import { RecordDrawer } from '../shared/RecordDrawer'

/** Makes or changes a batch of coupons. */
export function BatchForm({ record, onClose, onSaved }: Making<BatchDocument>) {
  const words = useWords()
  const change = useChange()
  const batches = useFacts('GET /api/workspaces/{workspace}/coupon-batches')
  return (
    <RecordDrawer
      title={record?.name ?? words.t('data.coupons.new')}
      needs="PUT /api/workspaces/{workspace}/coupon-batches/{batch}"
      fields={batchFields(words)}
      record={record as Record<string, unknown> | undefined}
      start={{ kind: 'amount', issue: 'direct', perPerson: 1 }}
      keyed={{ taken: batches.map(({ key = '' }) => key), otherwise: 'coupon' }}
      onClose={onClose}
      onSave={async (values, made) => {
        const key = record?.key ?? made
        await change('PUT /api/workspaces/{workspace}/coupon-batches/{batch}', {
          path: { batch: key },
          body: values as never,
        })
        onSaved(key)
      }}
    />
  )
}

function batchFields({ t }: Words): FieldSpec[] {
  const isPercent = ({ kind }: Record<string, unknown>) => kind === 'percent'
  return [
    { name: 'name', label: t('data.name'), kind: 'line', required: true },
    {
      name: 'kind',
      label: t('data.coupons.kind'),
      kind: 'choice',
      options: [
        { value: 'amount', label: t('data.coupons.amount') },
        { value: 'percent', label: t('data.coupons.percent') },
      ],
    },
    { name: 'value', label: t('data.coupons.value'), kind: 'number', min: 0, required: true },
    {
      name: 'maxDeduction',
      label: t('data.coupons.maxDeduction'),
      kind: 'number',
      min: 0,
      shown: isPercent,
    },
    {
      name: 'threshold',
      label: t('data.coupons.threshold'),
      help: t('data.coupons.thresholdHelp'),
      kind: 'number',
      min: 0,
    },
    {
      name: 'issue',
      label: t('data.coupons.issue'),
      kind: 'choice',
      options: [
        { value: 'direct', label: t('data.coupons.direct') },
        { value: 'claim', label: t('data.coupons.claim') },
      ],
    },
    {
      name: 'stock',
      label: t('data.coupons.stock'),
      kind: 'whole',
      min: 0,
      placeholder: t('field.unlimited'),
    },
    { name: 'perPerson', label: t('data.coupons.perPerson'), kind: 'whole', min: 1 },
    { name: 'validFrom', label: t('data.from'), kind: 'instant' },
    { name: 'validUntil', label: t('data.until'), kind: 'instant' },
    {
      name: 'validDays',
      label: t('data.coupons.validDays'),
      help: t('data.coupons.validDaysHelp'),
      kind: 'whole',
      min: 1,
      unit: t('field.days'),
    },
    { name: 'products', label: t('data.coupons.products'), kind: 'texts' },
    { name: 'stores', label: t('data.coupons.stores'), kind: 'texts' },
    {
      name: 'expectedOrder',
      label: t('data.coupons.expectedOrder'),
      help: t('data.coupons.expectedOrderHelp'),
      kind: 'number',
      min: 0,
    },
    {
      name: 'expectedShare',
      label: t('data.coupons.expectedShare'),
      kind: 'share',
      placeholder: '100',
    },
    { name: 'closed', label: t('data.closedHelp'), kind: 'flag' },
  ]
}

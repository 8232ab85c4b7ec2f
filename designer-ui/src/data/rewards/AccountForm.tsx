import { useMay } from '../../access/session'
import type { PointsAccount } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import { useFacts } from '../../rules/facts'
import { useChange } from '../shared/asking'
import type { FieldSpec } from '../shared/fields'
import type { Making } from '../shared/making'
import { RecordDrawer } from '../shared/RecordDrawer'

/** Makes or changes an account of points, with what orders earn on it. */
export function AccountForm({ record, onClose, onSaved }: Making<PointsAccount>) {
  const { t } = useWords()
  const change = useChange()
  const mayEarn = useMay()('PUT /api/workspaces/{workspace}/points-accounts/{account}/earning')
  const accounts = useFacts('GET /api/workspaces/{workspace}/points-accounts')
  const fields: FieldSpec[] = [
    { name: 'name', label: t('data.name'), kind: 'line', required: true },
    {
      name: 'pointCost',
      label: t('data.points.cost'),
      help: t('data.points.costHelp'),
      kind: 'number',
      min: 0,
    },
    {
      name: 'heading',
      label: t('data.points.earning'),
      kind: 'heading',
      shown: () => mayEarn,
    },
    {
      name: 'points',
      label: t('data.points.earned'),
      help: t('data.points.earnedHelp'),
      kind: 'whole',
      min: 0,
      shown: () => mayEarn,
    },
    {
      name: 'per',
      label: t('data.points.per'),
      kind: 'number',
      min: 0,
      required: true,
      shown: ({ points }) => mayEarn && Number(points ?? 0) > 0,
    },
    {
      name: 'from',
      label: t('data.points.from'),
      kind: 'instant',
      shown: ({ points }) => mayEarn && Number(points ?? 0) > 0,
    },
  ]
  return (
    <RecordDrawer
      title={record?.name ?? t('data.points.new')}
      needs="PUT /api/workspaces/{workspace}/points-accounts/{account}"
      fields={fields}
      record={record && { ...record, ...record.earning }}
      keyed={{ taken: accounts.map(({ key = '' }) => key), otherwise: 'points' }}
      onClose={onClose}
      onSave={async ({ points, per, from, ...values }, made) => {
        const key = record?.key ?? made
        await change('PUT /api/workspaces/{workspace}/points-accounts/{account}', {
          path: { account: key },
          body: values as never,
        })
        if (mayEarn && (points !== undefined || record?.earning)) {
          await change('PUT /api/workspaces/{workspace}/points-accounts/{account}/earning', {
            path: { account: key },
            body: { points: points ?? 0, per, from } as never,
          })
        }
        onSaved(key)
      }}
    />
  )
}

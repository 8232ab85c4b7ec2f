import type { PoolDocument } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import { useFacts } from '../../rules/facts'
import { useChange } from '../shared/asking'
import type { FieldSpec } from '../shared/fields'
import type { Making } from '../shared/making'
import { RecordDrawer } from '../shared/RecordDrawer'
import { UploadCodes } from './UploadCodes'

/** Makes or changes a pool of codes, and takes in codes once it is there. */
export function PoolForm({ record, onClose, onSaved }: Making<PoolDocument>) {
  const { t } = useWords()
  const change = useChange()
  const pools = useFacts('GET /api/workspaces/{workspace}/code-pools')
  const fields: FieldSpec[] = [
    { name: 'name', label: t('data.name'), kind: 'line', required: true },
    { name: 'unitCost', label: t('data.pools.cost'), kind: 'number', min: 0 },
    {
      name: 'validUntil',
      label: t('data.until'),
      help: t('data.pools.untilHelp'),
      kind: 'instant',
    },
    { name: 'closed', label: t('data.closedHelp'), kind: 'flag' },
  ]
  return (
    <RecordDrawer
      title={record?.name ?? t('data.pools.new')}
      needs="PUT /api/workspaces/{workspace}/code-pools/{pool}"
      fields={fields}
      record={record as Record<string, unknown> | undefined}
      keyed={{ taken: pools.map(({ key = '' }) => key), otherwise: 'codes' }}
      below={() => (record ? <UploadCodes pool={record.key ?? ''} /> : null)}
      onClose={onClose}
      onSave={async (values, made) => {
        const key = record?.key ?? made
        await change('PUT /api/workspaces/{workspace}/code-pools/{pool}', {
          path: { pool: key },
          body: values as never,
        })
        onSaved(key)
      }}
    />
  )
}

import type { SegmentSummary } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import { useFacts } from '../../rules/facts'
import type { Rule } from '../../rules/model'
import { useChange } from '../shared/asking'
import type { FieldSpec } from '../shared/fields'
import type { Making } from '../shared/making'
import { RecordDrawer } from '../shared/RecordDrawer'
import { RuleWithCount } from './RuleWithCount'

/** Makes or changes a segment: a rule that is read anew each time, or a fixed list of people. */
export function SegmentForm({ record, onClose, onSaved }: Making<SegmentSummary>) {
  const { t } = useWords()
  const change = useChange()
  const segments = useFacts('GET /api/workspaces/{workspace}/segments')
  const isRule = ({ kind }: Record<string, unknown>) => kind === 'dynamic'
  const fields: FieldSpec[] = [
    { name: 'name', label: t('data.name'), kind: 'line', required: true },
    {
      name: 'kind',
      label: t('data.segments.kind'),
      kind: 'choice',
      fixed: true,
      options: [
        { value: 'dynamic', label: t('data.segments.dynamic') },
        { value: 'static', label: t('data.segments.static') },
      ],
    },
    {
      name: 'rule',
      label: t('data.segments.rule'),
      kind: 'own',
      required: true,
      shown: isRule,
      draw: (value, onChange) => (
        <RuleWithCount rule={value as Rule | undefined} onChange={onChange} />
      ),
    },
    {
      name: 'members',
      label: t('data.segments.members'),
      help: t('data.segments.membersHelp'),
      kind: 'texts',
      required: true,
      shown: (values) => !isRule(values),
    },
  ]
  return (
    <RecordDrawer
      title={record ? (record.name ?? '') : t('data.segments.new')}
      needs="PUT /api/workspaces/{workspace}/segments/{key}"
      fields={fields}
      record={record as Record<string, unknown> | undefined}
      start={{ kind: 'dynamic' }}
      keyed={{ taken: segments.map(({ key = '' }) => key), otherwise: 'segment' }}
      size={560}
      onClose={onClose}
      onSave={async ({ kind: _, ...values }, made) => {
        const key = record?.key ?? made
        await change('PUT /api/workspaces/{workspace}/segments/{key}', {
          path: { key },
          body: values as never,
        })
        onSaved(key)
      }}
    />
  )
}

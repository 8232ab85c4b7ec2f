import { Tag } from 'antd'
import { useState } from 'react'
import type { AttributeDefinition } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import { useAsk, useChange } from '../shared/asking'
import type { FieldSpec } from '../shared/fields'
import { ListScreen } from '../shared/ListScreen'
import { RecordDrawer } from '../shared/RecordDrawer'
import { RowName } from '../shared/RowName'

const TYPES = ['text', 'number', 'date', 'boolean', 'choice', 'multi-choice'] as const
const ORIGINS = ['own', 'platform'] as const

/** What members may have beside their profile. */
export default function AttributeList() {
  const { t } = useWords()
  const change = useChange()
  const { data, error, refetch } = useAsk('GET /api/workspaces/{workspace}/attributes')
  const [editing, setEditing] = useState<AttributeDefinition | 'new'>()
  const type = (key: string) => t(`data.attributes.types.${key as (typeof TYPES)[number]}`)
  const fields: FieldSpec[] = [
    { name: 'label', label: t('data.name'), kind: 'line', required: true },
    {
      name: 'type',
      label: t('data.attributes.type'),
      help: t('data.attributes.typeHelp'),
      kind: 'choice',
      required: true,
      fixed: true,
      options: TYPES.map((value) => ({ value, label: type(value) })),
    },
    {
      name: 'choices',
      label: t('data.attributes.choices'),
      kind: 'texts',
      required: true,
      shown: ({ type: of }) => of === 'choice' || of === 'multi-choice',
    },
    {
      name: 'origin',
      label: t('data.attributes.origin'),
      help: t('data.attributes.originHelp'),
      kind: 'choice',
      options: ORIGINS.map((value) => ({ value, label: t(`data.attributes.origins.${value}`) })),
    },
  ]
  const known = editing === 'new' ? undefined : editing
  return (
    <>
      <ListScreen<AttributeDefinition>
        title={t('data.attributes.title')}
        about={t('data.attributes.about')}
        rows={data}
        error={error}
        retry={() => void refetch()}
        rowKey={({ key = '' }) => key}
        words={({ key, label }) => `${key} ${label}`}
        empty={{ title: t('data.attributes.none'), help: t('data.attributes.noneHelp') }}
        make={{
          label: t('data.attributes.new'),
          needs: 'PUT /api/workspaces/{workspace}/attributes/{key}',
          onClick: () => setEditing('new'),
        }}
        onOpen={setEditing}
        columns={[
          {
            title: t('data.name'),
            render: (_, row) => (
              <RowName
                name={row.label || row.key || ''}
                detail={row.key}
                onOpen={() => setEditing(row)}
              />
            ),
          },
          {
            title: t('data.attributes.type'),
            width: 160,
            render: (_, row) => type(row.type ?? 'text'),
          },
          {
            title: t('data.attributes.choices'),
            render: (_, { choices = [] }) => choices.map((one) => <Tag key={one}>{one}</Tag>),
          },
          {
            title: t('data.attributes.origin'),
            width: 160,
            render: (_, { origin }) =>
              t(`data.attributes.origins.${origin === 'platform' ? 'platform' : 'own'}`),
          },
        ]}
      />
      {editing && (
        <RecordDrawer
          title={known ? known.label || known.key || '' : t('data.attributes.new')}
          needs="PUT /api/workspaces/{workspace}/attributes/{key}"
          fields={fields}
          record={known as Record<string, unknown> | undefined}
          start={{ type: 'text', origin: 'own' }}
          keyed={{ taken: (data ?? []).map(({ key = '' }) => key), otherwise: 'attribute' }}
          onClose={() => setEditing(undefined)}
          onSave={async (values, key) => {
            await change('PUT /api/workspaces/{workspace}/attributes/{key}', {
              path: { key: known?.key ?? key },
              body: values as never,
            })
            setEditing(undefined)
          }}
        />
      )}
    </>
  )
}

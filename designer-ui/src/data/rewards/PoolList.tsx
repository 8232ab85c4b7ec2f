import { Tag } from 'antd'
import { useState } from 'react'
import type { PoolDocument } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import { useAsk } from '../shared/asking'
import { ListScreen } from '../shared/ListScreen'
import { RowName } from '../shared/RowName'
import { Closing } from './Closing'
import { PoolForm } from './PoolForm'

/** The pools of codes of somebody else, each of which is given once. */
export default function PoolList() {
  const { t, number, money, time } = useWords()
  const { data, error, refetch } = useAsk('GET /api/workspaces/{workspace}/code-pools')
  const { data: prices } = useAsk('GET /api/workspaces/{workspace}/prices')
  const [editing, setEditing] = useState<string>()
  const record = data?.find(({ key }) => key === editing)
  return (
    <>
      <ListScreen<PoolDocument>
        title={t('data.pools.title')}
        about={t('data.pools.about')}
        rows={data}
        error={error}
        retry={() => void refetch()}
        rowKey={({ key = '' }) => key}
        words={({ key, name }) => `${key} ${name}`}
        empty={{ title: t('data.pools.none'), help: t('data.pools.noneHelp') }}
        make={{
          label: t('data.pools.new'),
          needs: 'PUT /api/workspaces/{workspace}/code-pools/{pool}',
          onClick: () => setEditing(''),
        }}
        onOpen={({ key }) => setEditing(key)}
        columns={[
          {
            title: t('data.name'),
            render: (_, row) => (
              <RowName name={row.name ?? ''} detail={row.key} onOpen={() => setEditing(row.key)} />
            ),
          },
          ...(['codes', 'given', 'left'] as const).map((column) => ({
            title: t(`data.pools.${column}`),
            width: 130,
            align: 'right' as const,
            render: (_: unknown, row: PoolDocument) => number(row[column] ?? 0),
          })),
          {
            title: t('data.pools.cost'),
            width: 130,
            align: 'right',
            render: (_, { unitCost = 0 }) => money(unitCost, prices?.currency),
          },
          {
            title: t('data.until'),
            width: 190,
            render: (_, { validUntil }) => validUntil && time(validUntil),
          },
          {
            key: 'close',
            width: 110,
            align: 'right',
            render: (_, row) =>
              row.closed ? (
                <Tag>{t('data.closed')}</Tag>
              ) : (
                <Closing
                  operation="PUT /api/workspaces/{workspace}/code-pools/{pool}"
                  path={{ pool: row.key ?? '' }}
                  record={row}
                  ask={t('data.pools.closeAsk', { name: row.name ?? '' })}
                  help={t('data.pools.closeHelp', { left: number(row.left ?? 0) })}
                />
              ),
          },
        ]}
      />
      {editing !== undefined && (
        <PoolForm
          key={editing}
          record={record}
          onClose={() => setEditing(undefined)}
          // A new pool stays open, so that its codes can be added.
          onSaved={(key) => setEditing(record ? undefined : key)}
        />
      )}
    </>
  )
}

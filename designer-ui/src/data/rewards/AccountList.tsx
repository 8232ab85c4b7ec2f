import { useState } from 'react'
import type { PointsAccount } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import { useAsk } from '../shared/asking'
import { ListScreen } from '../shared/ListScreen'
import { RowName } from '../shared/RowName'
import { AccountForm } from './AccountForm'

/** The accounts of points. */
export default function AccountList() {
  const { t, number, money, time } = useWords()
  const { data, error, refetch } = useAsk('GET /api/workspaces/{workspace}/points-accounts')
  const { data: prices } = useAsk('GET /api/workspaces/{workspace}/prices')
  const [editing, setEditing] = useState<PointsAccount | 'new'>()
  return (
    <>
      <ListScreen<PointsAccount>
        title={t('data.points.title')}
        about={t('data.points.about')}
        rows={data}
        error={error}
        retry={() => void refetch()}
        rowKey={({ key = '' }) => key}
        empty={{ title: t('data.points.none'), help: t('data.points.noneHelp') }}
        make={{
          label: t('data.points.new'),
          needs: 'PUT /api/workspaces/{workspace}/points-accounts/{account}',
          onClick: () => setEditing('new'),
        }}
        onOpen={setEditing}
        columns={[
          {
            title: t('data.name'),
            render: (_, row) => (
              <RowName name={row.name ?? ''} detail={row.key} onOpen={() => setEditing(row)} />
            ),
          },
          {
            title: t('data.points.cost'),
            width: 180,
            render: (_, { pointCost = 0 }) => money(pointCost, prices?.currency),
          },
          {
            title: t('data.points.earning'),
            render: (_, { earning }) =>
              earning
                ? t('data.points.rule', {
                    points: number(earning.points ?? 0),
                    amount: money(earning.per ?? 0, prices?.currency),
                  })
                : t('data.points.noEarning'),
          },
          {
            title: t('data.points.from'),
            width: 200,
            render: (_, { earning }) => earning?.from && time(earning.from),
          },
        ]}
      />
      {editing && (
        <AccountForm
          record={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onSaved={() => setEditing(undefined)}
        />
      )}
    </>
  )
}

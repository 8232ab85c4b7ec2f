import { Tag } from 'antd'
import { useState } from 'react'
import type { BatchDocument } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import { useAsk } from '../shared/asking'
import { ListScreen } from '../shared/ListScreen'
import { RowName } from '../shared/RowName'
import { BatchForm } from './BatchForm'
import { Closing } from './Closing'

/** The batches of coupons, with what became of them. */
export default function BatchList() {
  const { t, number, money, time } = useWords()
  const { data, error, refetch } = useAsk('GET /api/workspaces/{workspace}/coupon-batches')
  const { data: sums = [] } = useAsk('GET /api/workspaces/{workspace}/coupons/summary')
  const { data: prices } = useAsk('GET /api/workspaces/{workspace}/prices')
  const [editing, setEditing] = useState<BatchDocument | 'new'>()
  const sum = (row: BatchDocument, what: 'given' | 'used' | 'expired' | 'revoked') =>
    number(sums.find(({ batch }) => batch === row.key)?.[what] ?? 0)
  return (
    <>
      <ListScreen<BatchDocument>
        title={t('data.coupons.title')}
        about={t('data.coupons.about')}
        rows={data}
        error={error}
        retry={() => void refetch()}
        rowKey={({ key = '' }) => key}
        words={({ key, name }) => `${key} ${name}`}
        empty={{ title: t('data.coupons.none'), help: t('data.coupons.noneHelp') }}
        make={{
          label: t('data.coupons.new'),
          needs: 'PUT /api/workspaces/{workspace}/coupon-batches/{batch}',
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
            title: t('data.coupons.value'),
            width: 150,
            render: (_, { kind, value = 0, threshold = 0 }) => (
              <>
                {kind === 'percent'
                  ? t('data.coupons.off', { percent: number(value) })
                  : money(value, prices?.currency)}
                {threshold > 0 && (
                  <div className="hint">
                    {t('data.coupons.over', { amount: money(threshold, prices?.currency) })}
                  </div>
                )}
              </>
            ),
          },
          {
            title: t('data.coupons.stock'),
            width: 130,
            align: 'right',
            render: (_, { stock, taken = 0 }) =>
              stock === undefined
                ? t('field.unlimited')
                : t('field.left', { left: number(stock - taken), stock: number(stock) }),
          },
          {
            title: t('data.coupons.given'),
            width: 100,
            align: 'right',
            render: (_, row) => sum(row, 'given'),
          },
          {
            title: t('data.coupons.used'),
            width: 90,
            align: 'right',
            render: (_, row) => sum(row, 'used'),
          },
          {
            title: t('data.coupons.expired'),
            width: 90,
            align: 'right',
            render: (_, row) => sum(row, 'expired'),
          },
          {
            title: t('data.until'),
            width: 180,
            render: (_, { validUntil, validDays }) =>
              validUntil
                ? time(validUntil)
                : validDays && t('data.coupons.days', { days: number(validDays) }),
          },
          {
            key: 'close',
            width: 150,
            align: 'right',
            render: (_, row) =>
              row.closed ? (
                <Tag>{t('data.closed')}</Tag>
              ) : (
                <Closing
                  operation="PUT /api/workspaces/{workspace}/coupon-batches/{batch}"
                  path={{ batch: row.key ?? '' }}
                  record={row}
                  ask={t('data.coupons.closeAsk', { name: row.name ?? '' })}
                  help={t('data.coupons.closeHelp')}
                />
              ),
          },
        ]}
      />
      {editing && (
        <BatchForm
          record={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onSaved={() => setEditing(undefined)}
        />
      )}
    </>
  )
}

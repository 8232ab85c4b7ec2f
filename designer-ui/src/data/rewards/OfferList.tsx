import { Tag } from 'antd'
import { useState } from 'react'
import type { OfferDocument } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import { useAsk } from '../shared/asking'
import { ListScreen } from '../shared/ListScreen'
import { RowName } from '../shared/RowName'
import { Closing } from './Closing'
import { type OFFER_KINDS, OfferForm } from './OfferForm'

/** The offers for which people are marked. */
export default function OfferList() {
  const { t, number, money, time } = useWords()
  const { data, error, refetch } = useAsk('GET /api/workspaces/{workspace}/discount-offers')
  const { data: prices } = useAsk('GET /api/workspaces/{workspace}/prices')
  const [editing, setEditing] = useState<OfferDocument | 'new'>()
  return (
    <>
      <ListScreen<OfferDocument>
        title={t('data.offers.title')}
        about={t('data.offers.about')}
        rows={data}
        error={error}
        retry={() => void refetch()}
        rowKey={({ key = '' }) => key}
        words={({ key, name }) => `${key} ${name}`}
        empty={{ title: t('data.offers.none'), help: t('data.offers.noneHelp') }}
        make={{
          label: t('data.offers.new'),
          needs: 'PUT /api/workspaces/{workspace}/discount-offers/{offer}',
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
            title: t('data.offers.kind'),
            render: (_, { kind }) => t(`data.offers.kinds.${kind as (typeof OFFER_KINDS)[number]}`),
          },
          {
            title: t('data.offers.benefit'),
            render: (_, { benefit, value }) => {
              const amount = value === undefined ? '' : money(value, prices?.currency)
              switch (benefit) {
                case 'percent':
                  return t('data.coupons.off', { percent: number(value ?? 0) })
                case 'money':
                  return `${t('data.offers.benefits.money')} ${amount}`
                case 'price':
                  return `${t('data.offers.kinds.special-price')} ${amount}`
                default:
                  return [
                    t(`data.offers.benefits.${benefit as 'gift'}`),
                    value === undefined ? '' : `× ${number(value)}`,
                  ].join(' ')
              }
            },
          },
          {
            title: t('data.coupons.used'),
            width: 130,
            align: 'right',
            render: (_, { used = 0, quantity }) =>
              quantity === undefined
                ? number(used)
                : t('data.of', { part: number(used), whole: number(quantity) }),
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
                  operation="PUT /api/workspaces/{workspace}/discount-offers/{offer}"
                  path={{ offer: row.key ?? '' }}
                  record={row}
                  ask={t('data.offers.closeAsk', { name: row.name ?? '' })}
                  help={t('data.offers.closeHelp')}
                />
              ),
          },
        ]}
      />
      {editing && (
        <OfferForm
          record={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onSaved={() => setEditing(undefined)}
        />
      )}
    </>
  )
}

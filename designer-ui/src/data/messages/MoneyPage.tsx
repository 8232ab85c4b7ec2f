import { Button, Drawer, Table } from 'antd'
import { useState } from 'react'
import { Allowed } from '../../access/Allowed'
import { onceKey } from '../../api/once'
import type { Balance, PriceView } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import { useFacts } from '../../rules/facts'
import { word } from '../../rules/sentence'
import { Failure, Loading } from '../../ui/States'
import { useAsk, useChange } from '../shared/asking'
import { EditableRows } from '../shared/EditableRows'
import { RecordDrawer } from '../shared/RecordDrawer'
import { CHANNELS } from './parts'

/** What messages cost, and the units that were paid for before. */
export default function MoneyPage() {
  const { t, number } = useWords()
  const change = useChange()
  const balances = useAsk('GET /api/workspaces/{workspace}/balances')
  const prices = useAsk('GET /api/workspaces/{workspace}/prices')
  const gateways = useFacts('GET /api/workspaces/{workspace}/gateways')
  const [booking, setBooking] = useState<string>()
  const [open, setOpen] = useState<string>()
  const error = balances.error ?? prices.error
  if (error) return <Failure error={error} retry={() => void balances.refetch()} />
  if (!balances.data || !prices.data) return <Loading />
  const known = balances.data.map(({ channel = '' }) => channel)
  const rows: Balance[] = [
    ...balances.data,
    ...CHANNELS.filter((channel) => !known.includes(channel)).map((channel) => ({ channel })),
  ]
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('data.money.title')}</h1>
      </div>
      <h2>{t('data.money.balances')}</h2>
      <p className="page-about">{t('data.money.balancesAbout')}</p>
      <Table<Balance>
        size="middle"
        rowKey={({ channel = '' }) => channel}
        dataSource={rows}
        pagination={false}
        columns={[
          { title: t('data.channel'), render: (_, row) => word('choice', row.channel ?? '') },
          {
            title: t('data.money.units'),
            align: 'right',
            render: (_, row) =>
              row.limited ? (
                <strong className={(row.units ?? 0) <= 0 ? 'bad' : ''}>
                  {number(row.units ?? 0)}
                </strong>
              ) : (
                <span className="hint">{t('data.money.unlimited')}</span>
              ),
          },
          {
            key: 'do',
            align: 'right',
            render: (_, { channel = '', limited }) => (
              <>
                {limited && (
                  <Button size="small" type="link" onClick={() => setOpen(channel)}>
                    {t('data.points.entries')}
                  </Button>
                )}
                <Allowed to="POST /api/workspaces/{workspace}/balances/{channel}/entries">
                  <Button size="small" onClick={() => setBooking(channel)}>
                    {t('data.money.book')}
                  </Button>
                </Allowed>
              </>
            ),
          },
        ]}
      />
      <h2>{t('data.money.prices')}</h2>
      <p className="page-about">{t('data.money.pricesAbout')}</p>
      <EditableRows<PriceView>
        needs="PUT /api/workspaces/{workspace}/prices"
        rows={prices.data.prices ?? []}
        blank={{ channel: 'sms', unitPrice: 0 }}
        head={[
          {
            name: 'currency',
            label: t('data.money.currency'),
            kind: 'line',
            required: true,
            most: 3,
            placeholder: 'CNY',
          },
        ]}
        start={{ currency: prices.data.currency }}
        fields={[
          {
            name: 'channel',
            label: t('data.channel'),
            kind: 'choice',
            required: true,
            options: CHANNELS.map((value) => ({ value, label: word('choice', value) })),
          },
          {
            name: 'gateway',
            label: t('data.gateways.gateway'),
            kind: 'choice',
            placeholder: t('data.money.allGateways'),
            options: gateways.map(({ key = '' }) => ({ value: key, label: key })),
          },
          {
            name: 'unitPrice',
            label: t('data.money.unitPrice'),
            kind: 'number',
            min: 0,
            required: true,
          },
        ]}
        onSave={(rows, { currency }) =>
          change('PUT /api/workspaces/{workspace}/prices', {
            body: { currency: String(currency ?? ''), prices: rows },
          })
        }
      />
      {booking && (
        <RecordDrawer
          title={t('data.money.bookTitle', { channel: word('choice', booking) })}
          needs="POST /api/workspaces/{workspace}/balances/{channel}/entries"
          record={{ kind: 'top-up' }}
          fields={[
            {
              name: 'kind',
              label: t('data.money.kind'),
              kind: 'choice',
              options: [
                { value: 'top-up', label: t('data.money.topUp') },
                { value: 'correction', label: t('data.money.correction') },
              ],
            },
            { name: 'units', label: t('data.money.units'), kind: 'whole', required: true },
            { name: 'note', label: t('data.note'), kind: 'line' },
          ]}
          onClose={() => setBooking(undefined)}
          onSave={async (values) => {
            await change('POST /api/workspaces/{workspace}/balances/{channel}/entries', {
              path: { channel: booking },
              body: values as never,
              headers: { 'Idempotency-Key': onceKey() },
            })
            setBooking(undefined)
          }}
        />
      )}
      {open && <Entries channel={open} onClose={() => setOpen(undefined)} />}
    </div>
  )
}

function Entries({ channel, onClose }: { channel: string; onClose: () => void }) {
  const { t, number, time } = useWords()
  const { data } = useAsk('GET /api/workspaces/{workspace}/balances/{channel}/entries', {
    path: { channel },
    query: { limit: 100 },
  })
  return (
    <Drawer open title={word('choice', channel)} size={480} onClose={onClose}>
      <ul className="entries">
        {(data ?? []).map((entry, index) => (
          <li key={index}>
            <span className={(entry.units ?? 0) < 0 ? 'bad' : 'fine'}>
              {(entry.units ?? 0) > 0 && '+'}
              {number(entry.units ?? 0)}
            </span>
            <span className="grow">
              {t(`data.money.entries.${entry.kind as 'top-up'}`)}{' '}
              <span className="hint">{entry.note}</span>
            </span>
            <span className="hint">{entry.at && time(entry.at)}</span>
          </li>
        ))}
      </ul>
    </Drawer>
  )
}

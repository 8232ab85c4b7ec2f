import { Button, Segmented, Table, Tag } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { Allowed } from '../../access/Allowed'
import type { AlertView, Contact } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import { Failure, Loading } from '../../ui/States'
import { useAsk, useChange, useDo } from '../shared/asking'
import { EditableRows } from '../shared/EditableRows'

const ROBOTS = ['wecom', 'dingtalk', 'feishu', 'slack'] as const
const KINDS = ['phone', 'email', 'robot'] as const
const EVERY = 10_000
const SHOWN = 200

/** Troubles, and who hears of them. */
export default function AlertPage() {
  const { t, time } = useWords()
  const { workspace } = useParams()
  const change = useChange()
  const act = useDo()
  const [which, setWhich] = useState<'open' | 'all'>('open')
  const alerts = useAsk('GET /api/workspaces/{workspace}/alerts', {
    query: { open: which === 'open', limit: SHOWN } as never,
    every: () => EVERY,
  })
  const contacts = useAsk('GET /api/workspaces/{workspace}/alert-contacts')
  const error = alerts.error ?? contacts.error
  if (error) return <Failure error={error} retry={() => void alerts.refetch()} />
  if (!contacts.data) return <Loading />
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('data.alerts.title')}</h1>
        <span className="grow" />
        <Segmented
          value={which}
          options={[
            { value: 'open', label: t('data.alerts.open') },
            { value: 'all', label: t('data.alerts.all') },
          ]}
          onChange={setWhich}
        />
      </div>
      <Table<AlertView>
        size="middle"
        rowKey={({ id = 0 }) => id}
        loading={alerts.isLoading}
        dataSource={alerts.data ?? []}
        pagination={(alerts.data?.length ?? 0) > 20 ? { pageSize: 20 } : false}
        locale={{
          emptyText: alerts.isLoading ? (
            <span />
          ) : (
            <span className="hint">{t('data.alerts.none')}</span>
          ),
        }}
        columns={[
          {
            title: t('data.alerts.what'),
            render: (_, alert) => (
              <>
                <strong>{t(`data.alerts.kinds.${alert.kind as 'run-failed'}`)}</strong>
                <div className="hint">{alert.message}</div>
              </>
            ),
          },
          {
            title: t('data.alerts.where'),
            width: 180,
            render: (_, { run, campaign }) =>
              run ? (
                <Link to={`/w/${workspace}/runs/${run}`}>{t('run.title', { id: run })}</Link>
              ) : (
                campaign
              ),
          },
          {
            title: t('data.alerts.since'),
            width: 225,
            render: (_, { since }) => since && time(since),
          },
          {
            title: t('campaigns.state'),
            width: 210,
            render: (_, alert) =>
              alert.endedAt ? (
                <Tag>{t('data.alerts.over')}</Tag>
              ) : alert.acknowledgedAt ? (
                <Tag color="processing">{t('data.alerts.seen')}</Tag>
              ) : (
                <Allowed to="POST /api/workspaces/{workspace}/alerts/{alert}/acknowledge">
                  <Button
                    size="small"
                    onClick={() =>
                      void act(() =>
                        change('POST /api/workspaces/{workspace}/alerts/{alert}/acknowledge', {
                          path: { alert: alert.id ?? 0 },
                        }),
                      )
                    }
                  >
                    {t('data.alerts.acknowledge')}
                  </Button>
                </Allowed>
              ),
          },
        ]}
      />
      <h2>{t('data.alerts.contacts')}</h2>
      <p className="page-about">{t('data.alerts.contactsAbout')}</p>
      <EditableRows<Contact>
        needs="PUT /api/workspaces/{workspace}/alert-contacts"
        rows={contacts.data}
        blank={{ kind: 'email', address: '' }}
        fields={[
          {
            name: 'kind',
            label: t('data.alerts.by'),
            kind: 'choice',
            required: true,
            options: KINDS.map((value) => ({ value, label: t(`data.alerts.ways.${value}`) })),
          },
          { name: 'address', label: t('data.gateways.address'), kind: 'line', required: true },
          {
            name: 'robot',
            label: t('data.alerts.robot'),
            kind: 'choice',
            options: ROBOTS.map((value) => ({ value, label: t(`data.alerts.robots.${value}`) })),
          },
          { name: 'name', label: t('profile.name'), kind: 'line' },
        ]}
        onSave={(rows) => change('PUT /api/workspaces/{workspace}/alert-contacts', { body: rows })}
      />
    </div>
  )
}

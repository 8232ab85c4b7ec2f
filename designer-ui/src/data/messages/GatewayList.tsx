import { Button, Tag } from 'antd'
import { useState } from 'react'
import { Allowed } from '../../access/Allowed'
import type { GatewayView } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import { word } from '../../rules/sentence'
import { useAsk } from '../shared/asking'
import { ListScreen } from '../shared/ListScreen'
import { RowName } from '../shared/RowName'
import { GatewayForm } from './GatewayForm'
import { GatewayTest } from './GatewayTest'

const EVERY = 10_000

/** The gateways by which messages go out, and whether they work. */
export default function GatewayList() {
  const { t, time } = useWords()
  const { data, error, refetch } = useAsk('GET /api/workspaces/{workspace}/gateways', {
    every: () => EVERY,
  })
  const [editing, setEditing] = useState<GatewayView | 'new'>()
  const [testing, setTesting] = useState<GatewayView>()
  return (
    <>
      <ListScreen<GatewayView>
        title={t('data.gateways.title')}
        about={t('data.gateways.about')}
        rows={data}
        error={error}
        retry={() => void refetch()}
        rowKey={({ key = '' }) => key}
        empty={{ title: t('data.gateways.none'), help: t('data.gateways.noneHelp') }}
        make={{
          label: t('data.gateways.new'),
          needs: 'PUT /api/workspaces/{workspace}/gateways/{key}',
          onClick: () => setEditing('new'),
        }}
        onOpen={setEditing}
        columns={[
          {
            title: t('data.gateways.gateway'),
            render: (_, row) => (
              <RowName
                name={row.key ?? ''}
                detail={t(`data.gateways.kinds.${row.kind as 'sandbox'}`)}
                onOpen={() => setEditing(row)}
              />
            ),
          },
          {
            title: t('data.channel'),
            width: 140,
            render: (_, row) => word('choice', row.channel ?? ''),
          },
          {
            title: t('data.gateways.default'),
            width: 140,
            render: (_, row) => row.default && <Tag color="blue">{t('data.gateways.default')}</Tag>,
          },
          {
            title: t('data.gateways.circuit'),
            render: (_, { broken }) =>
              broken ? (
                <>
                  <Tag color="error">{t('data.gateways.broken')}</Tag>
                  <div className="hint">
                    {broken.since && time(broken.since)} {broken.reason}
                  </div>
                </>
              ) : (
                <Tag color="success">{t('data.gateways.works')}</Tag>
              ),
          },
          {
            key: 'test',
            width: 110,
            align: 'right',
            render: (_, row) => (
              <Allowed to="POST /api/workspaces/{workspace}/gateways/{key}/test">
                <Button
                  size="small"
                  onClick={(event) => {
                    event.stopPropagation()
                    setTesting(row)
                  }}
                >
                  {t('data.gateways.test')}
                </Button>
              </Allowed>
            ),
          },
        ]}
      />
      {editing && (
        <GatewayForm
          record={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onSaved={() => setEditing(undefined)}
        />
      )}
      {testing && <GatewayTest gateway={testing} onClose={() => setTesting(undefined)} />}
    </>
  )
}

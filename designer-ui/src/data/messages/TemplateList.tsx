import { Button, Drawer, Select, Tag } from 'antd'
import { useState } from 'react'
import { Allowed } from '../../access/Allowed'
import type { Template } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import { word } from '../../rules/sentence'
import { useAsk } from '../shared/asking'
import { ListScreen } from '../shared/ListScreen'
import { RowName } from '../shared/RowName'
import { CHANNELS, type Channel } from './parts'
import { TemplateForm } from './TemplateForm'
import { TemplateSteps } from './TemplateSteps'

const COLOURS = {
  draft: 'default',
  submitted: 'processing',
  approved: 'success',
  rejected: 'error',
} as const
type State = keyof typeof COLOURS

/** The templates of messages, each in its newest version. */
export default function TemplateList() {
  const { t, number } = useWords()
  const { data, error, refetch } = useAsk('GET /api/workspaces/{workspace}/templates')
  const [channel, setChannel] = useState<Channel | ''>('')
  const [open, setOpen] = useState<string>()
  const [editing, setEditing] = useState<Template | 'new'>()
  const shown = data?.filter((one) => channel === '' || one.channel === channel)
  const opened = data?.find(({ key }) => key === open)
  return (
    <>
      <ListScreen<Template>
        title={t('data.templates.title')}
        about={t('data.templates.about')}
        rows={shown}
        error={error}
        retry={() => void refetch()}
        rowKey={({ key = '' }) => key}
        words={({ key, name }) => `${key} ${name}`}
        empty={{ title: t('data.templates.none'), help: t('data.templates.noneHelp') }}
        make={{
          label: t('data.templates.new'),
          needs: 'PUT /api/workspaces/{workspace}/templates/{template}',
          onClick: () => setEditing('new'),
        }}
        onOpen={({ key }) => setOpen(key)}
        tools={
          <Select<Channel | ''>
            className="filter"
            aria-label={t('data.channel')}
            value={channel}
            options={[
              { value: '', label: t('data.allChannels') },
              ...CHANNELS.map((value) => ({ value, label: word('choice', value) })),
            ]}
            onChange={setChannel}
          />
        }
        columns={[
          {
            title: t('data.name'),
            width: 280,
            render: (_, row) => (
              <RowName name={row.name ?? ''} detail={row.key} onOpen={() => setOpen(row.key)} />
            ),
          },
          {
            title: t('data.channel'),
            width: 110,
            render: (_, row) => word('choice', row.channel ?? ''),
          },
          {
            title: t('data.templates.content'),
            ellipsis: true,
            render: (_, { content = {} }) => (
              <span className="hint">{content.subject ?? content.text ?? content.url}</span>
            ),
          },
          {
            title: t('campaigns.version'),
            width: 90,
            align: 'right',
            render: (_, { version = 1 }) => number(version),
          },
          {
            title: t('campaigns.state'),
            width: 130,
            render: (_, { state }) => <StateTag state={state as State} />,
          },
        ]}
      />
      {opened && (
        <Drawer
          open
          title={opened.name}
          size={560}
          onClose={() => setOpen(undefined)}
          extra={
            <Allowed to="PUT /api/workspaces/{workspace}/templates/{template}">
              <Button
                type="primary"
                onClick={() => {
                  setEditing(opened)
                  setOpen(undefined)
                }}
              >
                {t('data.edit')}
              </Button>
            </Allowed>
          }
        >
          <TemplateSteps template={opened} />
        </Drawer>
      )}
      {editing && (
        <TemplateForm
          record={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onSaved={(key) => {
            setEditing(undefined)
            setOpen(key)
          }}
        />
      )}
    </>
  )
}

function StateTag({ state }: { state: State }) {
  const { t } = useWords()
  return <Tag color={COLOURS[state]}>{t(`review.${state}`)}</Tag>
}

import { Drawer } from 'antd'
import { useState } from 'react'
import type { Tag } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import { useAsk, useChange } from '../shared/asking'
import { ListScreen } from '../shared/ListScreen'
import { People } from '../shared/People'
import { RecordDrawer } from '../shared/RecordDrawer'
import { RowName } from '../shared/RowName'

/** The tags that members have. */
export default function TagList() {
  const { t, number } = useWords()
  const change = useChange()
  const { data, error, refetch } = useAsk('GET /api/workspaces/{workspace}/tags')
  const [open, setOpen] = useState<string>()
  const [giving, setGiving] = useState(false)
  return (
    <>
      <ListScreen<Tag>
        title={t('data.tags.title')}
        about={t('data.tags.about')}
        rows={data}
        error={error}
        retry={() => void refetch()}
        rowKey={({ key = '' }) => key}
        words={({ key = '' }) => key}
        empty={{ title: t('data.tags.none'), help: t('data.tags.noneHelp') }}
        make={{
          label: t('data.tags.new'),
          needs: 'POST /api/workspaces/{workspace}/tags/{tag}/members',
          onClick: () => setGiving(true),
        }}
        onOpen={({ key }) => setOpen(key)}
        columns={[
          {
            title: t('data.tags.tag'),
            render: (_, { key = '' }) => <RowName name={key} onOpen={() => setOpen(key)} />,
          },
          {
            title: t('run.members'),
            width: 160,
            align: 'right',
            sorter: (a, b) => (a.count ?? 0) - (b.count ?? 0),
            render: (_, { count = 0 }) => number(count),
          },
        ]}
      />
      {open !== undefined && (
        <Drawer open title={open} size={480} onClose={() => setOpen(undefined)}>
          <People
            operation="GET /api/workspaces/{workspace}/tags/{tag}/members"
            path={{ tag: open }}
          />
        </Drawer>
      )}
      {giving && (
        <RecordDrawer
          title={t('data.tags.new')}
          needs="POST /api/workspaces/{workspace}/tags/{tag}/members"
          fields={[
            { name: 'tag', label: t('data.tags.tag'), kind: 'line', required: true },
            {
              name: 'add',
              label: t('data.segments.members'),
              help: t('data.segments.membersHelp'),
              kind: 'texts',
              required: true,
            },
            {
              name: 'expiresAt',
              label: t('data.tags.until'),
              help: t('data.tags.untilHelp'),
              kind: 'instant',
            },
          ]}
          onClose={() => setGiving(false)}
          onSave={async ({ tag, ...body }) => {
            await change('POST /api/workspaces/{workspace}/tags/{tag}/members', {
              path: { tag: String(tag) },
              body: body as never,
            })
            setGiving(false)
          }}
        />
      )}
    </>
  )
}

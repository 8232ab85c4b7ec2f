import { useState } from 'react'
import type { ListView } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import { word } from '../../rules/sentence'
import { ImportDrawer } from '../imports/ImportDrawer'
import { useAsk } from '../shared/asking'
import { ListScreen } from '../shared/ListScreen'

/** Lists of phones and e-mail addresses that came from outside. */
export default function ListList() {
  const { t, number, time } = useWords()
  const { data, error, refetch } = useAsk('GET /api/workspaces/{workspace}/lists')
  const [importing, setImporting] = useState(false)
  return (
    <>
      <ListScreen<ListView>
        title={t('data.lists.title')}
        about={t('data.lists.about')}
        rows={data}
        error={error}
        retry={() => void refetch()}
        rowKey={({ key = '' }) => key}
        words={({ key = '' }) => key}
        empty={{ title: t('data.lists.none'), help: t('data.lists.noneHelp') }}
        make={{
          label: t('data.lists.new'),
          needs: 'POST /api/workspaces/{workspace}/lists/{list}/import',
          onClick: () => setImporting(true),
        }}
        columns={[
          { title: t('data.lists.list'), render: (_, { key }) => <strong>{key}</strong> },
          {
            title: t('data.lists.of'),
            width: 140,
            render: (_, { kind = '' }) => word('profile', kind),
          },
          {
            title: t('run.members'),
            width: 120,
            align: 'right',
            render: (_, { people = 0 }) => number(people),
          },
          {
            title: t('data.lists.columns'),
            render: (_, { columns = [] }) => columns.join(', '),
          },
          {
            title: t('data.imports.basis'),
            render: (_, { consent }) =>
              [word('consent', consent?.basis ?? ''), word('consent', consent?.source ?? '')]
                .filter(Boolean)
                .join(' · '),
          },
          {
            title: t('data.lists.since'),
            width: 225,
            render: (_, { createdAt }) => createdAt && time(createdAt),
          },
        ]}
      />
      {importing && (
        <ImportDrawer
          kinds={['lists']}
          onClose={() => setImporting(false)}
          onSaved={() => undefined}
        />
      )}
    </>
  )
}

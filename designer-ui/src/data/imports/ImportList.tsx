import { Drawer, Progress, Tag } from 'antd'
import { useState } from 'react'
import type { ImportState } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import { useAsk } from '../shared/asking'
import { ListScreen } from '../shared/ListScreen'
import { RowName } from '../shared/RowName'
import { ImportDrawer } from './ImportDrawer'
import { ImportProgress } from './ImportProgress'
import { KINDS } from './mapping'
import { COLOURS, isOpen, percent, type State } from './states'

const SHOWN = 200
const EVERY = 2_000

/** Files that came in, and how far they are. */
export default function ImportList() {
  const { t, number, time } = useWords()
  const { data, error, refetch } = useAsk('GET /api/workspaces/{workspace}/imports', {
    query: { limit: SHOWN },
    every: (known) => (known?.some(isOpen) ? EVERY : false),
  })
  const [open, setOpen] = useState<number>()
  const [making, setMaking] = useState(false)
  return (
    <>
      <ListScreen<ImportState>
        title={t('data.imports.title')}
        about={t('data.imports.about')}
        rows={data}
        error={error}
        retry={() => void refetch()}
        rowKey={({ id = 0 }) => id}
        empty={{ title: t('data.imports.none'), help: t('data.imports.noneHelp') }}
        make={{
          label: t('data.imports.new'),
          needs: 'POST /api/workspaces/{workspace}/{kind}/import',
          onClick: () => setMaking(true),
        }}
        onOpen={({ id }) => setOpen(id)}
        columns={[
          {
            title: t('data.imports.kind'),
            render: (_, { id, kind, list }) => (
              <RowName
                name={t(`data.imports.kinds.${kind as 'members'}`)}
                detail={list ?? `#${id}`}
                onOpen={() => setOpen(id)}
              />
            ),
          },
          {
            title: t('campaigns.state'),
            width: 220,
            render: (_, row) =>
              isOpen(row) ? (
                <Progress percent={percent(row)} size="small" status="active" />
              ) : (
                <Tag color={COLOURS[row.state as State]}>
                  {t(`data.imports.states.${row.state as State}`)}
                </Tag>
              ),
          },
          ...(['rowsRead', 'created', 'updated', 'broken'] as const).map((column) => ({
            title: t(`data.imports.${column === 'rowsRead' ? 'rows' : column}`),
            width: 100,
            align: 'right' as const,
            render: (_: unknown, row: ImportState) => (
              <span className={column === 'broken' && row.broken ? 'bad' : ''}>
                {number(row[column] ?? 0)}
              </span>
            ),
          })),
          {
            title: t('data.imports.started'),
            width: 225,
            render: (_, { startedAt = '' }) => time(startedAt),
          },
        ]}
      />
      {open !== undefined && (
        <Drawer open title={t('data.imports.title')} size={640} onClose={() => setOpen(undefined)}>
          <ImportProgress id={open} />
        </Drawer>
      )}
      {making && (
        <ImportDrawer kinds={KINDS} onClose={() => setMaking(false)} onSaved={() => undefined} />
      )}
    </>
  )
}

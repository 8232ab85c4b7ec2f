import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Progress, Table, Tag } from 'antd'
import { useParams } from 'react-router'
import { Allowed } from '../../access/Allowed'
import { addressOf, textOf } from '../../api/client'
import type { ImportState } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import { Failure, Loading } from '../../ui/States'
import { useAsk, useChange, useDo } from '../shared/asking'
import { Facts } from '../shared/Facts'
import { rowsOf } from './csv'
import { COLOURS, isOpen, percent, type State } from './states'

const ERRORS = 'GET /api/workspaces/{workspace}/imports/{id}/errors'
const EVERY = 600
const ERRORS_SHOWN = 50

/** How far an import is, and what was wrong with its lines. */
export function ImportProgress({ id }: { id: number }) {
  const { t, number, time } = useWords()
  const change = useChange()
  const act = useDo()
  const { data, error } = useAsk('GET /api/workspaces/{workspace}/imports/{id}', {
    path: { id },
    every: (known) => (known && !isOpen(known) ? false : EVERY),
  })
  if (error) return <Failure error={error} />
  if (!data) return <Loading />
  const state = (data.state ?? 'queued') as State
  const open = isOpen(data)
  return (
    <div className="import" data-import-state={state}>
      <div className="page-head">
        <Tag color={COLOURS[state]}>{t(`data.imports.states.${state}`)}</Tag>
        <span className="hint">
          {t(`data.imports.kinds.${data.kind as 'members'}`)} · {time(data.startedAt ?? '')}
        </span>
        <span className="grow" />
        {open && (
          <Allowed to="POST /api/workspaces/{workspace}/imports/{id}/cancel">
            <Button
              size="small"
              onClick={() =>
                void act(() =>
                  change('POST /api/workspaces/{workspace}/imports/{id}/cancel', { path: { id } }),
                )
              }
            >
              {t('data.imports.cancel')}
            </Button>
          </Allowed>
        )}
      </div>
      <Progress
        aria-label={t('data.imports.progress')}
        percent={percent(data)}
        status={open ? 'active' : state === 'done' ? 'success' : 'exception'}
      />
      {data.message && <Alert type="error" showIcon title={data.message} />}
      <Facts
        facts={[
          [t('data.imports.rows'), number(data.rowsRead ?? 0)],
          [t('data.imports.created'), number(data.created ?? 0)],
          [t('data.imports.updated'), number(data.updated ?? 0)],
          [t('data.imports.unchanged'), number(data.unchanged ?? 0)],
          [
            t('data.imports.broken'),
            <span key="broken" className={data.broken ? 'bad' : ''}>
              {number(data.broken ?? 0)}
            </span>,
          ],
        ]}
      />
      {(data.broken ?? 0) > 0 && !open && <Errors of={data} />}
    </div>
  )
}

function Errors({ of }: { of: ImportState }) {
  const { t } = useWords()
  const { workspace = '' } = useParams()
  const path = { workspace, id: of.id ?? 0 }
  const { data = [] } = useQuery({
    queryKey: [workspace, 'import-errors', of.id],
    queryFn: async () => rowsOf(await textOf(ERRORS, path), ',', ERRORS_SHOWN + 1).slice(1),
  })
  return (
    <>
      <div className="page-head">
        <h3>{t('data.imports.errors')}</h3>
        <span className="grow" />
        <Button href={addressOf(ERRORS, path)} download={`import-${of.id}-errors.csv`}>
          {t('data.imports.errorFile')}
        </Button>
      </div>
      <Table
        size="small"
        rowKey={(row) => row.join()}
        dataSource={data}
        pagination={data.length > 10 ? { pageSize: 10, showSizeChanger: false } : false}
        columns={[
          { title: t('data.imports.line'), render: (_, row) => row[0], width: 70 },
          { title: t('data.imports.field'), render: (_, row) => row[1], width: 110 },
          { title: t('data.imports.what'), render: (_, row) => row[2] },
          {
            title: t('data.imports.row'),
            ellipsis: true,
            render: (_, row) => <code>{row[3]}</code>,
          },
        ]}
      />
    </>
  )
}

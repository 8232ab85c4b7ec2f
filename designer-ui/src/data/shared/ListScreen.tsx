import { Button, Empty, Input, Table, type TableColumnsType } from 'antd'
import { Plus, Search } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useMay } from '../../access/session'
import type { Operations } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import { Failure } from '../../ui/States'

interface Props<T> {
  title: string
  /** One sentence on what stands here. */
  about?: string
  rows: T[] | undefined
  error?: Error | null
  retry?: () => void
  columns: TableColumnsType<T>
  rowKey: (row: T) => string | number
  /** The words by which a row is found; without it there is no search. */
  words?: (row: T) => string
  empty: { title: string; help: string }
  /** The button that makes one more; left out for those who may not call what it needs. */
  make?: { label: string; needs: keyof Operations; onClick: () => void }
  tools?: ReactNode
  below?: ReactNode
  onOpen?: (row: T) => void
}

const PAGE = 20

/** A screen that lists what a workspace keeps: search, a table, what to do when there is nothing. */
export function ListScreen<T extends object>(props: Props<T>) {
  const { t } = useWords()
  const may = useMay()
  const [typed, setTyped] = useState('')
  if (props.error)
    return <Failure error={props.error} {...(props.retry && { retry: props.retry })} />
  const { rows, words, onOpen } = props
  const make = props.make && may(props.make.needs) ? props.make : undefined
  const wanted = typed.trim().toLowerCase()
  const shown = words ? rows?.filter((row) => words(row).toLowerCase().includes(wanted)) : rows
  const nothing = rows?.length === 0
  return (
    <div className="page">
      <div className="page-head">
        <h1>{props.title}</h1>
        <span className="grow" />
        {words && (
          <Input
            allowClear
            className="search"
            prefix={<Search size={14} />}
            placeholder={t('data.search')}
            aria-label={t('data.search')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
        {props.tools}
        {make && (
          <Button type="primary" icon={<Plus size={15} />} onClick={make.onClick}>
            {make.label}
          </Button>
        )}
      </div>
      {props.about && <p className="page-about">{props.about}</p>}
      <Table<T>
        size="middle"
        rowKey={props.rowKey}
        loading={rows === undefined}
        dataSource={shown ?? []}
        columns={props.columns}
        pagination={
          (shown?.length ?? 0) > PAGE ? { pageSize: PAGE, showSizeChanger: false } : false
        }
        {...(onOpen && {
          onRow: (row: T) => ({ onClick: () => onOpen(row), className: 'clickable' }),
        })}
        locale={{
          emptyText:
            rows === undefined ? (
              <span />
            ) : (
              <Empty
                image={Empty.PRESENTED_IMAGE_SIMPLE}
                description={
                  <>
                    <strong>{nothing ? props.empty.title : t('data.notFound')}</strong>
                    <br />
                    {nothing ? props.empty.help : t('data.notFoundHelp')}
                  </>
                }
              >
                {nothing && make && (
                  <Button type="primary" onClick={make.onClick}>
                    {make.label}
                  </Button>
                )}
              </Empty>
            ),
        }}
      />
      {props.below}
    </div>
  )
}

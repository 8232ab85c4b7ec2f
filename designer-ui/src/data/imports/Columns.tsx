import { Select, Table } from 'antd'
import { useWords } from '../../i18n'
import { word } from '../../rules/sentence'
import type { Sample } from './csv'
import { type ImportKind, keepsOthers } from './mapping'

interface Props {
  sample: Sample
  kind: ImportKind
  fields: string[]
  mapped: string[]
  onChange: (mapped: string[]) => void
}

/** The columns of a file with their first values, and the field that each fills. */
export function Columns({ sample, kind, fields, mapped, onChange }: Props) {
  const { t } = useWords()
  const columns = sample.columns.map((column, at) => ({ column, at }))
  return (
    <Table
      size="small"
      rowKey="at"
      dataSource={columns}
      pagination={false}
      className="columns"
      columns={[
        { title: t('data.imports.column'), dataIndex: 'column', width: 150, ellipsis: true },
        {
          title: t('data.imports.firstValues'),
          ellipsis: true,
          render: (_, { at }) => (
            <span className="hint">
              {sample.rows
                .map((row) => row[at] ?? '')
                .filter(Boolean)
                .slice(0, 3)
                .join(' · ')}
            </span>
          ),
        },
        {
          title: t('data.imports.field'),
          width: 220,
          render: (_, { column, at }) => (
            <Select
              size="small"
              className="wide"
              showSearch
              aria-label={t('data.imports.fieldOf', { column })}
              value={mapped[at] ?? ''}
              options={[
                { value: '', label: t('data.imports.leaveOut') },
                ...(keepsOthers(kind, column) && !fields.includes(column)
                  ? [{ value: column, label: column }]
                  : []),
                ...fields.map((field) => ({ value: field, label: fieldName(field) })),
              ]}
              onChange={(field) => onChange(mapped.map((one, i) => (i === at ? field : one)))}
            />
          ),
        },
      ]}
    />
  )
}

/** A field in words where there are some, with the name that the file may use. */
function fieldName(field: string): string {
  const text = word('profile', field)
  return text === field ? field : `${text} (${field})`
}

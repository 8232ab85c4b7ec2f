import { App, Button, Input, InputNumber, Select } from 'antd'
import { Plus, X } from 'lucide-react'
import { useId, useState } from 'react'
import { useMay } from '../../access/session'
import { Refused } from '../../api/client'
import type { Operations } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import type { FieldSpec, Values } from './fields'
import { RecordForm } from './RecordForm'

interface Props<T> {
  /** What saving calls; who may not call it only looks at the rows. */
  needs: keyof Operations
  rows: T[]
  /** What a new row begins with. */
  blank: T
  fields: FieldSpec[]
  /** Fields above the rows. */
  head?: FieldSpec[]
  start?: Values
  onSave: (rows: T[], head: Values) => Promise<unknown>
}

/** A short list that is edited in place and saved as a whole. */
export function EditableRows<T extends object>(props: Props<T>) {
  const { t } = useWords()
  const { message } = App.useApp()
  const mayChange = useMay()(props.needs)
  const { blank, fields, head = [], onSave } = props
  const [edited, setEdited] = useState<{ rows: T[]; head: Values }>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const { rows, head: values } = edited ?? { rows: props.rows, head: props.start ?? {} }
  const change = (next: T[]) => setEdited({ rows: next, head: values })
  const save = async () => {
    setBusy(true)
    setProblem('')
    try {
      await onSave(rows, values)
      setEdited(undefined)
      message.success(t('data.saved'))
    } catch (error) {
      const place = error instanceof Refused ? rowOf(error.problem.field) : undefined
      const why = (error as Error).message
      setProblem(place === undefined ? why : t('data.inRow', { row: place + 1, why }))
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="rows">
      <RecordForm
        fields={head}
        values={values}
        problems={{}}
        known={false}
        readOnly={!mayChange}
        onChange={(next) => setEdited({ rows, head: next })}
      />
      {rows.map((row, at) => (
        <div className="row" key={at}>
          {fields.map((field) => (
            <Cell
              key={field.name}
              field={field}
              value={(row as Values)[field.name]}
              disabled={!mayChange}
              onChange={(value) =>
                change(rows.map((one, i) => (i === at ? { ...one, [field.name]: value } : one)))
              }
            />
          ))}
          {mayChange && (
            <Button
              type="text"
              icon={<X size={14} />}
              aria-label={t('field.removeItem', { n: at + 1 })}
              onClick={() => change(rows.filter((_, i) => i !== at))}
            />
          )}
        </div>
      ))}
      {rows.length === 0 && <p className="hint">{t('data.noRows')}</p>}
      <div className="rows-foot">
        {mayChange && (
          <Button icon={<Plus size={14} />} onClick={() => change([...rows, blank])}>
            {t('field.add')}
          </Button>
        )}
        <span className="grow field-problem" role="alert">
          {problem}
        </span>
        {edited && (
          <>
            <Button onClick={() => setEdited(undefined)}>{t('cancel')}</Button>
            <Button type="primary" loading={busy} onClick={() => void save()}>
              {t('data.save')}
            </Button>
          </>
        )}
      </div>
    </section>
  )
}

/** The number of the row that a problem is about, such as 2 of `/prices/2/channel`. */
function rowOf(pointer: string | undefined): number | undefined {
  const number = pointer?.match(/\d+/)?.[0]
  return number === undefined ? undefined : Number(number)
}

function Cell({
  field,
  value,
  disabled,
  onChange,
}: {
  field: FieldSpec
  value: unknown
  disabled: boolean
  onChange: (value: unknown) => void
}) {
  const id = useId()
  return (
    <div className="cell">
      <label htmlFor={id}>{field.label}</label>
      {field.kind === 'number' || field.kind === 'whole' ? (
        <InputNumber
          id={id}
          disabled={disabled}
          className="wide"
          min={field.min ?? 0}
          value={typeof value === 'number' ? value : null}
          onChange={(number) => onChange(number ?? undefined)}
        />
      ) : field.kind === 'choice' ? (
        <Select
          id={id}
          disabled={disabled}
          className="wide"
          value={typeof value === 'string' ? value : null}
          options={field.options}
          placeholder={field.placeholder}
          allowClear={!field.required}
          onChange={(next) => onChange(next ?? undefined)}
        />
      ) : (
        <Input
          id={id}
          disabled={disabled}
          value={typeof value === 'string' ? value : ''}
          placeholder={'placeholder' in field ? field.placeholder : ''}
          onChange={(event) => onChange(event.target.value || undefined)}
        />
      )}
    </div>
  )
}

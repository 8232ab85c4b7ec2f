import { useId } from 'react'
import type { FieldSpec, Part, Values } from './fields'
import { RecordField } from './RecordField'

interface Props {
  fields: FieldSpec[]
  values: Values
  /** What is wrong, by the name of the field. */
  problems: Record<string, string>
  /** Whether what is edited is there already. */
  known: boolean
  /** Whether the fields are only looked at. */
  readOnly?: boolean
  parts?: Part[]
  onChange: (values: Values) => void
}

/** Draws fields below each other, each with its label, its help and what is wrong with it. */
export function RecordForm({
  fields,
  values,
  problems,
  known,
  readOnly = false,
  parts,
  onChange,
}: Props) {
  const form = useId()
  return fields
    .filter(({ shown }) => shown?.(values) ?? true)
    .map((field) => {
      const id = `${form}-${field.name}`
      const problem = problems[field.name]
      if (field.kind === 'heading') return <h3 key={field.name}>{field.label}</h3>
      return (
        <div key={field.name} className={problem ? 'field wrong' : 'field'} data-field={field.name}>
          {field.kind !== 'flag' && (
            <label className="field-label" htmlFor={id}>
              {field.label}
              {field.required && (
                <span className="field-required" aria-hidden="true">
                  {' '}
                  *
                </span>
              )}
            </label>
          )}
          <RecordField
            id={id}
            field={field}
            value={values[field.name]}
            parts={parts}
            disabled={readOnly || (known && field.fixed === true)}
            onChange={(value) => onChange({ ...values, [field.name]: value })}
          />
          {problem ? (
            <div className="field-problem" role="alert">
              {problem}
            </div>
          ) : (
            field.help && <div className="hint">{field.help}</div>
          )}
        </div>
      )
    })
}

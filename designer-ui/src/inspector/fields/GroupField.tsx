import type { Config } from '../../api/types'
import { SchemaForm } from '../SchemaForm'
import type { FieldProps } from '../SettingField'

/** Settings that belong together. */
export function GroupField({ schema, root, value, path, problems, onChange }: FieldProps) {
  const config = (typeof value === 'object' && value !== null ? value : {}) as Config
  return (
    <div className="item">
      <SchemaForm
        schema={schema}
        root={root}
        config={config}
        path={`${path}.`}
        problems={problems}
        onChange={(changed) => onChange(Object.keys(changed).length > 0 ? changed : undefined)}
      />
    </div>
  )
}

import type { CanvasProblem, Config, SettingsSchema } from '../../api/types'
import { SchemaForm } from '../../inspector/SchemaForm'
import type { Part } from '../shared/fields'

interface Props {
  schema: SettingsSchema
  settings: Config | undefined
  /** What the server found wrong, with places such as `/settings/faults/errors`. */
  parts: Part[]
  onChange: (settings: Config) => void
}

const PLACE = '/settings/'

/** The settings of a gateway, as the schema of its kind draws them. */
export function GatewaySettings({ schema, settings, parts, onChange }: Props) {
  return (
    <div className="gateway-settings">
      <SchemaForm
        schema={schema}
        root={schema}
        config={settings ?? {}}
        problems={parts.filter(({ field }) => field?.startsWith(PLACE)).map(problem)}
        onChange={onChange}
      />
    </div>
  )
}

function problem({ code = '', field = '', message }: Part): CanvasProblem {
  return {
    code,
    severity: 'error',
    field: field.slice(PLACE.length).replaceAll('/', '.'),
    message:
      typeof message === 'string'
        ? { en: message, zh: message }
        : (message as CanvasProblem['message']),
  }
}

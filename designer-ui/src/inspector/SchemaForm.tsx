import { Collapse } from 'antd'
import type { CanvasProblem, Config, SettingsSchema } from '../api/types'
import { isShown, resolved } from '../canvas/model/settings'
import { label } from '../canvas/summary'
import { useWords } from '../i18n'
import { problemText } from '../problems/problemText'
import { SettingField } from './SettingField'

/** Settings that most people leave as they are. */
const SELDOM = new Set([
  'skipIf',
  'gateway',
  'preferDelivery',
  'atNight',
  'group',
  'untracked',
  'sender',
  'samePeopleEachTime',
])

interface Props {
  schema: SettingsSchema
  root: SettingsSchema
  config: Config
  problems: CanvasProblem[]
  /** Where the settings stand within those of the node, such as `variants[0].`. */
  path?: string
  hidden?: string[]
  onChange: (config: Config, field: string) => void
}

/** Draws the form of any settings from their JSON Schema. */
export function SchemaForm({
  schema,
  root,
  config,
  problems,
  path = '',
  hidden = [],
  onChange,
}: Props) {
  const { t } = useWords()
  // A setting that the form hides may be wrong by being there at all.
  const hasProblem = (name: string) =>
    config[name] !== undefined && problems.some(({ field }) => belongs(field, path + name))
  const fields = Object.entries(schema.properties ?? {})
    .filter(([name]) => !hidden.includes(name))
    .map(([name, property]) => ({ name, of: resolved(property, root) }))
    .filter(({ name, of }) => isShown(of, config) || hasProblem(name))
  const draw = ({ name, of }: { name: string; of: SettingsSchema }) => (
    <Field
      key={name}
      name={name}
      of={of}
      root={root}
      required={(schema.required ?? []).includes(name)}
      config={config}
      path={path}
      problems={problems.filter((problem) => belongs(problem.field, path + name))}
      onChange={onChange}
    />
  )
  const often = fields.filter(({ name }) => !SELDOM.has(name))
  const seldom = fields.filter(({ name }) => SELDOM.has(name))
  const inUse = seldom.some(({ name }) => config[name] !== undefined && config[name] !== false)
  return (
    <>
      {often.map(draw)}
      {seldom.length > 0 && (
        <Collapse
          ghost
          size="small"
          className="seldom"
          defaultActiveKey={inUse ? ['more'] : []}
          items={[{ key: 'more', label: t('inspector.passesOver'), children: seldom.map(draw) }]}
        />
      )}
    </>
  )
}

interface FieldProps {
  name: string
  of: SettingsSchema
  root: SettingsSchema
  required: boolean
  config: Config
  path: string
  problems: CanvasProblem[]
  onChange: (config: Config, field: string) => void
}

function Field({ name, of, root, required, config, path, problems, onChange }: FieldProps) {
  const words = useWords()
  const full = path + name
  const here = problems.filter((problem) => problem.field === full || problem.field === `${full}/`)
  const bad = here.some((problem) => problem.severity !== 'warning')
  const title = label(of, words) || name
  return (
    <div className={bad ? 'field wrong' : 'field'} data-field={full}>
      {of.type !== 'boolean' && (
        <div className="field-label" id={`label-${full}`}>
          {title}
          {required && (
            <span className="field-required" aria-hidden="true">
              {' '}
              *
            </span>
          )}
        </div>
      )}
      <SettingField
        name={name}
        title={title}
        schema={of}
        root={root}
        required={required}
        value={config[name]}
        config={config}
        path={full}
        problems={problems}
        onChange={(value) => onChange(changed(config, name, value), full)}
      />
      {here.map((problem) => (
        <div
          key={problem.code + problem.field}
          className={problem.severity === 'warning' ? 'field-warning' : 'field-problem'}
          role="alert"
        >
          {problemText(problem, { settings: root }, words)}
        </div>
      ))}
    </div>
  )
}

/** An empty setting is left out, as the file would have it. */
function changed(config: Config, name: string, value: unknown): Config {
  const next = { ...config, [name]: value }
  if (value === undefined || value === null || value === '') delete next[name]
  return next
}

/** Whether the place a problem names is a setting or lies within it. */
export function belongs(field: string | undefined, setting: string): boolean {
  return (
    field !== undefined &&
    (field === setting || (/^[.[/]/.test(field.slice(setting.length)) && field.startsWith(setting)))
  )
}

import { Button, Drawer } from 'antd'
import { type ReactNode, useState } from 'react'
import { RoleNote } from '../../access/Allowed'
import { useMay } from '../../access/session'
import { Refused } from '../../api/client'
import type { Operations } from '../../api/schema.gen'
import { keyFor } from '../../campaigns/files'
import { useWords } from '../../i18n'
import { type FieldSpec, fieldOf, given, missing, type Part, type Values } from './fields'
import { RecordForm } from './RecordForm'

interface Props {
  title: string
  /** What saving calls; who may not call it sees the fields and changes nothing. */
  needs: keyof Operations
  fields: FieldSpec[]
  /** What is edited; without it something new is made. */
  record?: Values | undefined
  /** What a new one begins with. */
  start?: Values
  /** New ones get a key, made from their name; `otherwise` where the name has no letters for one. */
  keyed?: { taken: string[]; otherwise: string } | undefined
  size?: number
  /** What the button says that is not about saving. */
  okText?: string
  /** What stands below the form, for example a preview of what is being written. */
  below?: (values: Values) => ReactNode
  /** What stands above the form of something that is there already. */
  above?: ReactNode
  onSave: (values: Values, key: string) => Promise<unknown>
  onClose: () => void
}

const KEY = /^[^\s/]([^/]*[^\s/])?$/
const OTHERS = ''

/** Makes or changes something in a drawer, and says at each field what is wrong with it. */
export function RecordDrawer(props: Props) {
  const { t } = useWords()
  const { fields, record, keyed, needs, onSave, onClose } = props
  const mayChange = useMay()(needs)
  const [values, setValues] = useState<Values>(record ?? props.start ?? {})
  const [problems, setProblems] = useState<Record<string, string>>({})
  const [parts, setParts] = useState<Part[]>([])
  const [busy, setBusy] = useState(false)
  const taken = new Set(keyed?.taken)
  const own = values.key as string | undefined
  const key = own ?? keyFor(String(values.name ?? values.label ?? ''), taken, keyed?.otherwise)
  const asksKey = keyed !== undefined && record === undefined
  const all: FieldSpec[] = asksKey ? withKey(fields, t('data.key'), t('data.keyHelp')) : fields

  const save = async () => {
    const wrong: Record<string, string> = Object.fromEntries(
      missing(fields, values).map((name) => [name, t('data.missing')]),
    )
    if (asksKey && !KEY.test(key)) wrong.key = t('data.keyWrong')
    if (asksKey && taken.has(key)) wrong.key = t('data.keyTaken')
    setProblems(wrong)
    if (Object.keys(wrong).length > 0) return
    setBusy(true)
    setParts([])
    try {
      await onSave(given(fields, values), key)
    } catch (error) {
      const name = error instanceof Refused ? fieldOf(error.problem.field) : OTHERS
      if (error instanceof Refused) setParts(error.problem.problems ?? [])
      const known = all.some((field) => field.name === name)
      setProblems({ [known ? name : OTHERS]: (error as Error).message })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Drawer
      open
      title={props.title}
      size={props.size ?? 440}
      onClose={onClose}
      footer={
        <div className="drawer-foot">
          {problems[OTHERS] && (
            <span className="field-problem grow" role="alert">
              {problems[OTHERS]}
            </span>
          )}
          <Button onClick={onClose}>{t(mayChange ? 'cancel' : 'close')}</Button>
          {mayChange && (
            <Button type="primary" loading={busy} onClick={() => void save()}>
              {props.okText ?? t(record ? 'data.save' : 'create')}
            </Button>
          )}
        </div>
      }
    >
      <RoleNote of={needs} />
      {props.above}
      <RecordForm
        fields={all}
        values={asksKey ? { ...values, key } : values}
        problems={problems}
        known={record !== undefined}
        readOnly={!mayChange}
        parts={parts}
        onChange={(next) => {
          // The key follows the name until somebody writes one of their own.
          setValues(own === undefined && next.key === key ? without(next, 'key') : next)
        }}
      />
      {props.below?.(values)}
    </Drawer>
  )
}

function withKey(fields: FieldSpec[], label: string, help: string): FieldSpec[] {
  const key: FieldSpec = { name: 'key', label, help, kind: 'line', most: 64 }
  const [first, ...rest] = fields
  return first?.name === 'name' || first?.name === 'label'
    ? [first, key, ...rest]
    : [key, ...fields]
}

function without(values: Values, name: string): Values {
  const { [name]: _, ...rest } = values
  return rest
}

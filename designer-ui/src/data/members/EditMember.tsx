import { Button, Popconfirm } from 'antd'
import { useNavigate, useParams } from 'react-router'
import { Allowed } from '../../access/Allowed'
import type { AttributeDefinition, MemberProfile } from '../../api/schema.gen'
import { useWords, type Words } from '../../i18n'
import { useFacts } from '../../rules/facts'
import { word } from '../../rules/sentence'
import { useChange, useDo } from '../shared/asking'
import type { FieldSpec, Values } from '../shared/fields'
import { RecordDrawer } from '../shared/RecordDrawer'

const TEXTS = ['name', 'phone', 'email', 'city', 'region', 'language', 'time_zone'] as const
const ATTRIBUTE = 'attribute:'

/** Changes profile and attributes of a member, or erases the person. */
export function EditMember({ profile, onClose }: { profile: MemberProfile; onClose: () => void }) {
  const words = useWords()
  const { t } = words
  const { workspace } = useParams()
  const change = useChange()
  const act = useDo()
  const navigate = useNavigate()
  const attributes = useFacts('GET /api/workspaces/{workspace}/attributes').filter(
    ({ origin }) => origin !== 'platform',
  )
  const key = profile.key ?? ''
  const before = start(profile)
  const fields = [...profileFields(), ...attributes.map((one) => attributeField(one, words))]
  const erase = async () => {
    const erased = await act(() =>
      change('DELETE /api/workspaces/{workspace}/members/{key}', { path: { key } }),
    )
    if (erased) void navigate(`/w/${workspace}/members`)
  }
  return (
    <RecordDrawer
      title={t('data.members.editTitle', { name: String(before.name ?? key) })}
      needs="PUT /api/workspaces/{workspace}/members/{key}"
      fields={fields}
      record={before}
      onClose={onClose}
      below={() => (
        <Allowed to="DELETE /api/workspaces/{workspace}/members/{key}">
          <Popconfirm
            title={t('data.members.eraseAsk')}
            description={t('data.members.eraseHelp')}
            okText={t('data.members.erase')}
            okButtonProps={{ danger: true }}
            cancelText={t('cancel')}
            onConfirm={erase}
          >
            <Button danger>{t('data.members.erase')}</Button>
          </Popconfirm>
        </Allowed>
      )}
      onSave={async (values) => {
        await change('PUT /api/workspaces/{workspace}/members/{key}', {
          path: { key },
          body: document(before, values) as never,
        })
        onClose()
      }}
    />
  )
}

function profileFields(): FieldSpec[] {
  const options = (values: string[]) =>
    values.map((value) => ({ value, label: word('choice', value) }))
  return [
    ...TEXTS.map((name): FieldSpec => ({ name, label: word('profile', name), kind: 'line' })),
    {
      name: 'gender',
      label: word('profile', 'gender'),
      kind: 'choice',
      options: options(['female', 'male', 'other']),
    },
    {
      name: 'birth_date',
      label: word('profile', 'birth_date'),
      kind: 'line',
      placeholder: 'YYYY-MM-DD',
    },
    { name: 'level', label: word('profile', 'level'), kind: 'whole' },
    {
      name: 'status',
      label: word('profile', 'status'),
      kind: 'choice',
      options: options(['active', 'deregistered']),
    },
  ]
}

function attributeField(attribute: AttributeDefinition, { t }: Words): FieldSpec {
  const common = {
    name: ATTRIBUTE + attribute.key,
    label: attribute.label || attribute.key || '',
  }
  const choices = (attribute.choices ?? []).map((value) => ({ value, label: value }))
  switch (attribute.type) {
    case 'number':
      return { ...common, kind: 'number' }
    case 'date':
      return { ...common, kind: 'line', placeholder: 'YYYY-MM-DD' }
    case 'choice':
      return { ...common, kind: 'choice', options: choices }
    case 'multi-choice':
      return { ...common, kind: 'texts', options: choices }
    case 'boolean':
      return {
        ...common,
        kind: 'choice',
        options: [
          { value: 'true', label: t('choice.true') },
          { value: 'false', label: t('choice.false') },
        ],
      }
    default:
      return { ...common, kind: 'line' }
  }
}

function start(profile: MemberProfile): Values {
  const values: Values = { ...(profile.profile as Values) }
  for (const [key, value] of Object.entries(profile.attributes ?? {})) {
    values[ATTRIBUTE + key] = typeof value === 'boolean' ? String(value) : value
  }
  return values
}

/** What the form changed: what it emptied is cleared by null. */
function document(before: Values, values: Values) {
  const profile: Values = {}
  const attributes: Values = {}
  for (const name of new Set([...Object.keys(before), ...Object.keys(values)])) {
    const value = values[name] ?? null
    if (JSON.stringify(value) === JSON.stringify(before[name] ?? null)) continue
    if (name.startsWith(ATTRIBUTE)) {
      const key = name.slice(ATTRIBUTE.length)
      attributes[key] = value === 'true' ? true : value === 'false' ? false : value
    } else if (name !== 'registered_at' && name !== 'city_tier') {
      profile[name] = value
    }
  }
  return { profile, attributes }
}

import type { MemberProfile } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import { useFacts } from '../../rules/facts'
import { word } from '../../rules/sentence'
import { Facts } from '../shared/Facts'
import { MemberTags } from './MemberTags'

const FIELDS = [
  'phone',
  'email',
  'gender',
  'birth_date',
  'city',
  'region',
  'city_tier',
  'level',
  'language',
  'time_zone',
  'registered_at',
] as const

/** Profile, attributes, tags and consents of a member. */
export function MemberFacts({ profile }: { profile: MemberProfile }) {
  const words = useWords()
  const { t } = words
  const attributes = useFacts('GET /api/workspaces/{workspace}/attributes')
  const known = (profile.profile ?? {}) as Record<string, unknown>
  const values = (profile.attributes ?? {}) as Record<string, unknown>
  const current = (profile.consents ?? []).filter(({ superseded }) => !superseded)
  return (
    <aside className="sheet member-facts">
      <Facts
        facts={FIELDS.map((field) => [word('profile', field), shown(field, known[field], words)])}
      />
      {Object.keys(values).length > 0 && <h2>{t('rule.group.attribute')}</h2>}
      <Facts
        facts={Object.entries(values).map(([key, value]) => [
          attributes.find((one) => one.key === key)?.label || key,
          shown(key, value, words),
        ])}
      />
      <h2>{t('data.tags.title')}</h2>
      <MemberTags member={profile.key ?? ''} />
      <h2>{t('data.members.consents')}</h2>
      {current.length === 0 && <p className="hint">{t('data.members.noConsent')}</p>}
      <Facts
        facts={current.map((consent) => [
          word('choice', consent.channel ?? ''),
          <span key="given" className={consent.granted ? 'fine' : 'bad'}>
            {t(consent.granted ? 'data.members.agrees' : 'data.members.refuses')}
            <span className="hint"> {consent.at && words.time(consent.at)}</span>
          </span>,
        ])}
      />
    </aside>
  )
}

function shown(
  field: string,
  value: unknown,
  { t, number, time, language }: ReturnType<typeof useWords>,
) {
  if (value === undefined || value === null) return undefined
  if (Array.isArray(value)) return value.join(', ')
  if (typeof value === 'boolean') return t(`choice.${value}`)
  if (typeof value === 'number') return number(value)
  if (field === 'registered_at') return time(String(value))
  if (field === 'language') return languageName(String(value), language)
  return field === 'gender' ? word('choice', String(value)) : String(value)
}

/** What a language is called; a code that is none is shown as it stands. */
function languageName(code: string, on: string): string {
  try {
    return new Intl.DisplayNames([on], { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}

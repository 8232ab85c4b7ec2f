import { useFacts } from '../../rules/facts'
import { word } from '../../rules/sentence'

const MEMBER = ['name', 'level', 'city', 'birth_date', 'registered_at'] as const

/** The placeholders that a text can be given, as items of a menu. */
export function usePlaceholders(): { key: string; label: string }[] {
  const attributes = useFacts('GET /api/workspaces/{workspace}/attributes')
  return [
    ...MEMBER.map((field) => ({ key: `{{ member.${field} }}`, label: word('profile', field) })),
    ...attributes.map(({ key = '', label }) => ({
      key: `{{ member.attributes.${key} }}`,
      label: label || key,
    })),
    { key: '{{ "https://shop.example/" | link }}', label: 'https://…' },
  ]
}

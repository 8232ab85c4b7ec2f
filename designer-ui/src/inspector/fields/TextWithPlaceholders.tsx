import { Button, Dropdown, Input } from 'antd'
import { Braces } from 'lucide-react'
import { useRef } from 'react'
import { useWords } from '../../i18n'
import { useFacts } from '../../rules/facts'
import { word } from '../../rules/sentence'
import type { FieldProps } from '../SettingField'
import { MessagePreviewLine } from './MessagePreviewLine'

const MEMBER = ['name', 'level', 'city', 'birth_date', 'registered_at'] as const
const SHORT = 500

/** A text with placeholders that are filled in for each person, and how it reads for one of them. */
export function TextWithPlaceholders({ name, value, schema, title, config, onChange }: FieldProps) {
  const { t } = useWords()
  const attributes = useFacts('GET /api/workspaces/{workspace}/attributes')
  const box = useRef<HTMLDivElement>(null)
  const text = typeof value === 'string' ? value : ''
  const insert = (placeholder: string) => {
    const area = box.current?.querySelector('textarea')
    const at = area?.selectionStart ?? text.length
    onChange(`${text.slice(0, at)}${placeholder}${text.slice(area?.selectionEnd ?? at)}`)
    area?.focus()
  }
  const items = [
    ...MEMBER.map((field) => ({ key: `{{ member.${field} }}`, label: word('profile', field) })),
    ...attributes.map(({ key, label }) => ({
      key: `{{ member.attributes.${key} }}`,
      label: label || key,
    })),
    { key: '{{ "https://shop.example/" | link }}', label: 'https://…' },
  ]
  const long = (schema.maxLength ?? 0) > SHORT
  return (
    <div ref={box} className="text-field">
      <Input.TextArea
        aria-label={title}
        value={text}
        maxLength={schema.maxLength ?? 200_000}
        autoSize={{ minRows: long ? 3 : 1, maxRows: 14 }}
        className={schema['x-field'] === 'html' ? 'code' : ''}
        onChange={(event) => onChange(event.target.value)}
      />
      <div className="text-tools">
        <Dropdown menu={{ items, onClick: ({ key }) => insert(key) }} trigger={['click']}>
          <Button size="small" type="text" icon={<Braces size={14} />}>
            {t('field.placeholders')}
          </Button>
        </Dropdown>
        {(name === 'text' || name === 'html') && text !== '' && (
          <MessagePreviewLine config={config} name={name} />
        )}
      </div>
    </div>
  )
}

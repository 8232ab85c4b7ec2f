import { Button, Dropdown, Input } from 'antd'
import { Braces } from 'lucide-react'
import { useRef } from 'react'
import { useWords } from '../../i18n'
import type { FieldProps } from '../SettingField'
import { MessagePreviewLine } from './MessagePreviewLine'
import { usePlaceholders } from './usePlaceholders'

const SHORT = 500

/** A text with placeholders that are filled in for each person, and how it reads for one of them. */
export function TextWithPlaceholders({ name, value, schema, title, config, onChange }: FieldProps) {
  const { t } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const text = typeof value === 'string' ? value : ''
  const insert = (placeholder: string) => {
    const area = box.current?.querySelector('textarea')
    const at = area?.selectionStart ?? text.length
    onChange(`${text.slice(0, at)}${placeholder}${text.slice(area?.selectionEnd ?? at)}`)
    area?.focus()
  }
  const items = usePlaceholders()
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

import { Button, Dropdown, Input } from 'antd'
import { Braces } from 'lucide-react'
import { useRef } from 'react'
import { useWords } from '../../i18n'
import { usePlaceholders } from '../../inspector/fields/usePlaceholders'

interface Props {
  label: string
  value: string
  code: boolean
  onChange: (text: string) => void
}

/** A text into which placeholders are put at the cursor. */
export function PlaceholderText({ label, value, code, onChange }: Props) {
  const { t } = useWords()
  const items = usePlaceholders()
  const box = useRef<HTMLDivElement>(null)
  const insert = (placeholder: string) => {
    const area = box.current?.querySelector('textarea')
    const at = area?.selectionStart ?? value.length
    onChange(`${value.slice(0, at)}${placeholder}${value.slice(area?.selectionEnd ?? at)}`)
    area?.focus()
  }
  return (
    <div ref={box} className="text-field">
      <Input.TextArea
        aria-label={label}
        className={code ? 'code' : ''}
        value={value}
        autoSize={{ minRows: 1, maxRows: 14 }}
        onChange={(event) => onChange(event.target.value)}
      />
      <div className="text-tools">
        <Dropdown menu={{ items, onClick: ({ key }) => insert(key) }} trigger={['click']}>
          <Button size="small" type="text" icon={<Braces size={14} />}>
            {t('field.placeholders')}
          </Button>
        </Dropdown>
      </div>
    </div>
  )
}

import { Input } from 'antd'
import { useState } from 'react'
import { useWords } from '../../i18n'
import type { FieldProps } from '../SettingField'

/** A piece of JSON; what cannot be read is said, and kept on screen until it can. */
export function JsonField({ value, title, onChange }: FieldProps) {
  const { t } = useWords()
  const [text, setText] = useState(value === undefined ? '' : JSON.stringify(value, null, 2))
  const read = parsed(text)
  return (
    <>
      <Input.TextArea
        className="code"
        aria-label={title}
        value={text}
        autoSize={{ minRows: 3, maxRows: 14 }}
        onChange={(event) => {
          setText(event.target.value)
          // What cannot be read goes on as it stands, and the server refuses it.
          onChange(parsed(event.target.value) ?? event.target.value)
        }}
      />
      {text.trim() !== '' && read === undefined && (
        <div className="field-problem" role="alert">
          {t('field.notJson')}
        </div>
      )}
    </>
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

import { Input } from 'antd'
import { useWords } from '../i18n'

interface Props {
  label: string
  value: string
  onChange: (member: string) => void
  onEnter: () => void
}

/** Names a member by key, phone number or e-mail address. */
export function MemberInput({ label, value, onChange, onEnter }: Props) {
  const { t } = useWords()
  return (
    <Input
      aria-label={label}
      placeholder={`${label}: ${t('draw.memberHint')}`}
      value={value}
      allowClear
      onChange={(event) => onChange(event.target.value)}
      onPressEnter={(event) => event.nativeEvent.isComposing || onEnter()}
    />
  )
}

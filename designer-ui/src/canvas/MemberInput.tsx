import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Input } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { call } from '../api/client'
import { useWords } from '../i18n'

interface Props {
  label: string
  value: string
  onChange: (member: string) => void
  /** Somebody was picked, or Enter was pressed. */
  onEnter: (member: string) => void
}

const FOUND = 8

/** Names a member by key, phone number or e-mail address; offers those who are found by it or by name. */
export function MemberInput({ label, value, onChange, onEnter }: Props) {
  const { t } = useWords()
  const { workspace = '' } = useParams()
  const words = value.trim()
  const [open, setOpen] = useState(false)
  // Who was asked for needs no more offers, though some may still be on their way.
  const [asked, setAsked] = useState('')
  const ask = (member: string) => {
    setAsked(member)
    onEnter(member)
  }
  const { data } = useQuery({
    queryKey: [workspace, 'members', 'found', words],
    queryFn: ({ signal }) =>
      call('GET /api/workspaces/{workspace}/members', {
        path: { workspace },
        query: { q: words, limit: FOUND },
        signal,
      }),
    enabled: words !== '',
    placeholderData: (before) => before,
  })
  const options = (words ? (data?.members ?? []) : []).map(({ key = '', name, phone }) => ({
    value: key,
    label: [name, key, phone].filter(Boolean).join(' · '),
  }))
  return (
    <AutoComplete
      className="member-input"
      value={value}
      options={options}
      open={open && options.length > 0 && words !== asked}
      onOpenChange={setOpen}
      onSelect={ask}
      defaultActiveFirstOption={false}
      onChange={onChange}
    >
      <Input
        aria-label={label}
        placeholder={`${label}: ${t('draw.memberHint')}`}
        allowClear
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing && words) ask(words)
        }}
      />
    </AutoComplete>
  )
}

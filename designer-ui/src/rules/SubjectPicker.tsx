import { Button, Input, Popover } from 'antd'
import { Search } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import { useWords } from '../i18n'
import { useEarlier } from './earlier'
import { useFacts } from './facts'
import { type Subject, subjects } from './subjects'

/** Chooses what a condition is about, by looking through groups or by typing. */
export function SubjectPicker({
  onPick,
  trigger,
}: {
  onPick: (subject: Subject) => void
  trigger: ReactNode
}) {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      destroyOnHidden
      content={
        <SubjectList
          onPick={(subject) => {
            setOpen(false)
            onPick(subject)
          }}
        />
      }
    >
      <Button size="small" type="text" className="subject-trigger">
        {trigger}
      </Button>
    </Popover>
  )
}

function SubjectList({ onPick }: { onPick: (subject: Subject) => void }) {
  const words = useWords()
  const groups = useSubjects()
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLowerCase()
  const shown = groups
    .map((group) => ({
      ...group,
      subjects: group.subjects.filter(
        (one) =>
          one.label.toLowerCase().includes(wanted) || group.label.toLowerCase().includes(wanted),
      ),
    }))
    .filter((group) => group.subjects.length > 0)
  return (
    <div className="subjects">
      <Input
        autoFocus
        size="small"
        allowClear
        prefix={<Search size={14} />}
        placeholder={words.t('rule.search')}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        onPressEnter={() => {
          const first = shown[0]?.subjects[0]
          if (first) onPick(first)
        }}
      />
      <div className="subjects-list">
        {shown.map((group) => (
          <div key={group.label}>
            <div className="subjects-group">{group.label}</div>
            {group.subjects.map((subject) => (
              <button
                type="button"
                key={subject.id}
                className="subject"
                data-subject={subject.id}
                onClick={() => onPick(subject)}
              >
                {subject.label}
              </button>
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}

export function useSubjects() {
  const words = useWords()
  const attributes = useFacts('GET /api/workspaces/{workspace}/attributes')
  const accounts = useFacts('GET /api/workspaces/{workspace}/points-accounts')
  const { messages, coupons } = useEarlier()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words follow from the language
  return useMemo(
    () => subjects(words, { attributes, accounts, messages, coupons }),
    [words.language, attributes, accounts, messages, coupons],
  )
}

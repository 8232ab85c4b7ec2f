import { Button, Segmented } from 'antd'
import { FolderPlus, Plus, X } from 'lucide-react'
import { useWords } from '../i18n'
import { ConditionEditor } from './ConditionEditor'
import { asGroup, GROUPS, type GroupKey, groupOf, ofGroup, type Rule } from './model'
import { SubjectPicker } from './SubjectPicker'

const DEEPEST = 6

interface Props {
  rule: Rule | undefined
  onChange: (rule: Rule | undefined) => void
  /** What the check says of places in this rule, by their JSON pointer within it. */
  problems?: Record<string, string>
}

/** Conditions in groups of all, any and none, inside each other. */
export function RuleBuilder({ rule, onChange, problems = {} }: Props) {
  const group = asGroup(rule)
  return (
    <GroupEditor
      group={group.key}
      items={group.items}
      depth={0}
      pointer={rule && groupOf(rule) ? '' : '-'}
      problems={problems}
      onChange={(key, items) => onChange(items.length === 0 ? undefined : ofGroup(key, items))}
    />
  )
}

interface GroupProps {
  group: GroupKey
  items: Rule[]
  depth: number
  pointer: string
  problems: Record<string, string>
  onChange: (group: GroupKey, items: Rule[]) => void
  onRemove?: () => void
}

function GroupEditor({ group, items, depth, pointer, problems, onChange, onRemove }: GroupProps) {
  const { t } = useWords()
  const change = (index: number, item: Rule) =>
    onChange(
      group,
      items.map((old, at) => (at === index ? item : old)),
    )
  const drop = (index: number) =>
    onChange(
      group,
      items.filter((_, at) => at !== index),
    )
  return (
    <fieldset className={`rule-group depth-${depth % 2}`}>
      <div className="rule-head">
        <Segmented<GroupKey>
          size="small"
          value={group}
          options={GROUPS.map((key) => ({ value: key, label: t(`rule.${key}`) }))}
          onChange={(key) => onChange(key, items)}
        />
        <span className="grow" />
        {onRemove && (
          <Button
            type="text"
            size="small"
            icon={<X size={14} />}
            aria-label={t('rule.removeGroup')}
            onClick={onRemove}
          />
        )}
      </div>
      {items.map((item, index) => {
        const inner = groupOf(item)
        const place = pointer === '-' ? '' : `${pointer}/${group}/${index}`
        return inner ? (
          <GroupEditor
            key={index}
            group={inner.key}
            items={inner.items}
            depth={depth + 1}
            pointer={place}
            problems={problems}
            onChange={(key, changed) => change(index, ofGroup(key, changed))}
            onRemove={() => drop(index)}
          />
        ) : (
          <ConditionEditor
            key={index}
            leaf={item}
            problem={problemAt(problems, place)}
            onChange={(leaf) => change(index, leaf)}
            onRemove={() => drop(index)}
          />
        )
      })}
      <div className="rule-add">
        <SubjectPicker
          onPick={(subject) => onChange(group, [...items, subject.make()])}
          trigger={
            <>
              <Plus size={14} /> {t('rule.addCondition')}
            </>
          }
        />
        {depth < DEEPEST && (
          <Button
            size="small"
            type="text"
            icon={<FolderPlus size={14} />}
            onClick={() =>
              onChange(group, [...items, ofGroup(group === 'any' ? 'all' : 'any', [])])
            }
          >
            {t('rule.addGroup')}
          </Button>
        )}
      </div>
    </fieldset>
  )
}

function problemAt(problems: Record<string, string>, place: string): string | undefined {
  const found = Object.entries(problems).find(
    ([pointer]) => pointer === place || pointer.startsWith(`${place}/`),
  )
  return found?.[1]
}

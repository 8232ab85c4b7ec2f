import { Button, Select } from 'antd'
import { ChevronDown, X } from 'lucide-react'
import { useWords } from '../i18n'
import { Anniversary } from './conditions/Anniversary'
import { Comparison } from './conditions/Comparison'
import { CouponState } from './conditions/CouponState'
import { EventTypes } from './conditions/EventTypes'
import { asList, choices, type Editing } from './conditions/editing'
import { Filters } from './conditions/Filters'
import { HasOrNot } from './conditions/HasOrNot'
import { MarkCondition } from './conditions/MarkCondition'
import { MessageState } from './conditions/MessageState'
import { CHANNELS, type Leaf, STAGES, subjectOf } from './model'
import { SubjectPicker, useSubjects } from './SubjectPicker'
import { subjectId } from './subjects'
import { WindowField } from './WindowField'

interface Props {
  leaf: Leaf
  problem: string | undefined
  onChange: (leaf: Leaf) => void
  onRemove: () => void
}

/** One condition: what it is about, how it compares, and when. */
export function ConditionEditor({ leaf, problem, onChange, onRemove }: Props) {
  const { t } = useWords()
  const groups = useSubjects()
  const id = subjectId(leaf)
  const label = groups.flatMap((group) => group.subjects).find((one) => one.id === id)?.label ?? id
  return (
    <div className={problem ? 'condition wrong' : 'condition'}>
      <div className="condition-head">
        <SubjectPicker
          onPick={(subject) => onChange(subject.make())}
          trigger={
            <>
              {label ?? t('rule.what')} <ChevronDown size={12} />
            </>
          }
        />
        <span className="grow" />
        <Button
          type="text"
          size="small"
          icon={<X size={14} />}
          aria-label={t('rule.removeCondition')}
          onClick={onRemove}
        />
      </div>
      <Body leaf={leaf} onChange={onChange} />
      {problem && <div className="field-problem">{problem}</div>}
    </div>
  )
}

function Body({ leaf, onChange }: Editing) {
  const { t } = useWords()
  switch (subjectOf(leaf)) {
    case 'profile':
    case 'attribute':
    case 'points':
      return <Comparison leaf={leaf} onChange={onChange} />
    case 'orders':
      return (
        <>
          <Comparison leaf={leaf} onChange={onChange} />
          <WindowField leaf={leaf} onChange={onChange} />
          <Filters leaf={leaf} onChange={onChange} orders />
        </>
      )
    case 'events':
      return (
        <>
          <EventTypes leaf={leaf} onChange={onChange} />
          <Comparison leaf={leaf} onChange={onChange} />
          <WindowField leaf={leaf} onChange={onChange} />
          <Filters leaf={leaf} onChange={onChange} />
        </>
      )
    case 'tag':
    case 'segment':
    case 'mark':
      return <MarkCondition leaf={leaf} onChange={onChange} />
    case 'consent':
      return (
        <div className="condition-row">
          <HasOrNot leaf={leaf} onChange={onChange} />
          <Select
            size="small"
            className="grow"
            aria-label={t('rule.consent')}
            value={String(leaf.consent)}
            options={choices(CHANNELS)}
            onChange={(consent) => onChange({ ...leaf, consent })}
          />
        </div>
      )
    case 'lifecycle':
      return (
        <Select
          size="small"
          mode="multiple"
          aria-label={t('rule.lifecycle')}
          value={asList(leaf.lifecycle)}
          options={choices(STAGES)}
          onChange={(lifecycle) => onChange({ ...leaf, lifecycle })}
        />
      )
    case 'anniversary':
      return <Anniversary leaf={leaf} onChange={onChange} />
    case 'message':
      return <MessageState leaf={leaf} onChange={onChange} />
    case 'coupon':
      return <CouponState leaf={leaf} onChange={onChange} />
    case 'member':
      return (
        <Select
          size="small"
          mode="tags"
          open={false}
          aria-label={t('rule.member')}
          placeholder={t('field.values')}
          value={asList(leaf.member)}
          onChange={(member) => onChange({ ...leaf, member })}
        />
      )
    default:
      return (
        <div>
          <div className="hint">{t('rule.raw')}</div>
          <code className="raw">{JSON.stringify(leaf)}</code>
        </div>
      )
  }
}

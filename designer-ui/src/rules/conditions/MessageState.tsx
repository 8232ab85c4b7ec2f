import { Select } from 'antd'
import { useWords } from '../../i18n'
import { type Leaf, RESPONSES } from '../model'
import { choices, type Editing } from './editing'

/** What became of the message of an earlier node. */
export function MessageState({ leaf, onChange }: Editing) {
  const { t } = useWords()
  const message = leaf.message as Leaf
  return (
    <div className="condition-row">
      <Select
        size="small"
        className="grow"
        aria-label={t('rule.is')}
        value={String(message.is)}
        options={choices(RESPONSES)}
        onChange={(is) => onChange({ ...leaf, message: { node: message.node, is } })}
      />
    </div>
  )
}

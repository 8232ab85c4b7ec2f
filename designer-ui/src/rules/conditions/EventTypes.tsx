import { Select } from 'antd'
import { useWords } from '../../i18n'
import { useFacts } from '../facts'
import { asList, type Editing } from './editing'

/** The types of events that count. */
export function EventTypes({ leaf, onChange }: Editing) {
  const { t } = useWords()
  const types = useFacts('GET /api/workspaces/{workspace}/events/summary')
  return (
    <Select
      size="small"
      mode="tags"
      aria-label={t('rule.event')}
      placeholder={t('rule.type')}
      value={asList(leaf.type)}
      options={types.map(({ type = '' }) => ({ value: type, label: type }))}
      onChange={(type: string[]) => onChange({ ...leaf, type: type.length === 1 ? type[0] : type })}
    />
  )
}

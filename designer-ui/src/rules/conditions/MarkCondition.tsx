import { Select } from 'antd'
import { useWords } from '../../i18n'
import { useFacts } from '../facts'
import type { Editing } from './editing'
import { HasOrNot } from './HasOrNot'

/** A tag or a segment. */
export function MarkCondition({ leaf, onChange }: Editing) {
  const { t, number } = useWords()
  const tags = useFacts('GET /api/workspaces/{workspace}/tags')
  const segments = useFacts('GET /api/workspaces/{workspace}/segments')
  const key = 'tag' in leaf ? 'tag' : 'segment'
  const options =
    key === 'tag'
      ? tags.map((tag) => ({
          value: tag.key ?? '',
          label: `${tag.key} (${number(tag.count ?? 0)})`,
        }))
      : segments.map((one) => ({
          value: one.key ?? '',
          label: `${one.name ?? one.key} (${number(one.count ?? 0)})`,
        }))
  return (
    <div className="condition-row">
      <HasOrNot leaf={leaf} onChange={onChange} />
      <Select
        size="small"
        className="grow"
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t(`rule.${key}`)}
        placeholder={t('inspector.chooseOne')}
        value={leaf[key] ? String(leaf[key]) : null}
        options={options}
        onChange={(value) => onChange({ ...leaf, [key]: value })}
      />
    </div>
  )
}

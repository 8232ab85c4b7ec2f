import { Select } from 'antd'
import { useWords } from '../../i18n'
import { useFacts } from '../facts'
import type { Editing } from './editing'
import { HasOrNot } from './HasOrNot'

/** A tag, a segment, or the mark for an offer. */
export function MarkCondition({ leaf, onChange }: Editing) {
  const { t, number } = useWords()
  const tags = useFacts('GET /api/workspaces/{workspace}/tags')
  const segments = useFacts('GET /api/workspaces/{workspace}/segments')
  const offers = useFacts('GET /api/workspaces/{workspace}/discount-offers')
  const key = 'tag' in leaf ? 'tag' : 'segment' in leaf ? 'segment' : 'mark'
  const counted = (name: string | undefined, count: number | undefined) =>
    `${name} (${number(count ?? 0)})`
  const options = {
    tag: tags.map((tag) => ({ value: tag.key ?? '', label: counted(tag.key, tag.count) })),
    segment: segments.map((one) => ({
      value: one.key ?? '',
      label: counted(one.name ?? one.key, one.count),
    })),
    mark: offers.map((one) => ({ value: one.key ?? '', label: one.name ?? one.key ?? '' })),
  }[key]
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

import { Checkbox, Input, Select } from 'antd'
import { Search } from 'lucide-react'
import { useWords } from '../i18n'
import { ACTIVITIES, REVIEWS, type Wanted } from './state'

interface Props {
  wanted: Wanted
  hidden: number
  onChange: (wanted: Wanted) => void
}

/** Which campaigns are shown. */
export function CampaignFilters({ wanted, hidden, onChange }: Props) {
  const { t, number } = useWords()
  return (
    <>
      {hidden > 0 && (
        <Checkbox
          checked={wanted.hidden}
          onChange={(event) => onChange({ ...wanted, hidden: event.target.checked })}
        >
          {t('list.showHidden', { n: number(hidden) })}
        </Checkbox>
      )}
      <Input
        allowClear
        className="search"
        prefix={<Search size={14} />}
        placeholder={t('campaigns.search')}
        aria-label={t('campaigns.search')}
        value={wanted.text}
        onChange={(event) => onChange({ ...wanted, text: event.target.value })}
      />
      <Select<string>
        aria-label={t('campaigns.state')}
        className="filter"
        value={wanted.state}
        listHeight={420}
        options={[
          { value: '', label: t('campaigns.allStates') },
          {
            label: t('list.review'),
            options: REVIEWS.map((one) => ({ value: `review:${one}`, label: t(`review.${one}`) })),
          },
          {
            label: t('list.activity'),
            options: ACTIVITIES.map((one) => ({
              value: `activity:${one}`,
              label: t(`list.state.${one}`),
            })),
          },
        ]}
        onChange={(state) => onChange({ ...wanted, state })}
      />
    </>
  )
}

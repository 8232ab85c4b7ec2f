import { Select } from 'antd'
import { useWords } from '../../i18n'
import { useFacts } from '../../rules/facts'
import type { FieldProps } from '../SettingField'

/** The values of the attribute that stands beside: its choices, or what is typed. */
export function AttributeValueField({ value, config, title, onChange }: FieldProps) {
  const { t } = useWords()
  const attributes = useFacts('GET /api/workspaces/{workspace}/attributes')
  const chosen = attributes.find(({ key }) => key === config.attribute)
  const choices = chosen?.choices ?? []
  return (
    <Select
      className="wide"
      mode={choices.length > 0 ? 'multiple' : 'tags'}
      {...(choices.length > 0 ? {} : { open: false })}
      maxCount={chosen?.type === 'multi-choice' ? 100 : 1}
      aria-label={title}
      placeholder={choices.length > 0 ? t('inspector.chooseOne') : t('field.values')}
      value={Array.isArray(value) ? value.map(String) : []}
      options={choices.map((choice) => ({ value: choice, label: choice }))}
      onChange={(values: string[]) => onChange(values.length > 0 ? values : undefined)}
    />
  )
}

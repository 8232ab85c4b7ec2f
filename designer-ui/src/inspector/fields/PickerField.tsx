import { AutoComplete, Select } from 'antd'
import { useWords } from '../../i18n'
import { useFacts } from '../../rules/facts'
import type { FieldProps } from '../SettingField'
import { MakeInPlace } from './MakeInPlace'

type Kind =
  | 'segment'
  | 'tag'
  | 'template'
  | 'gateway'
  | 'coupon-batch'
  | 'points-account'
  | 'list'
  | 'discount-offer'
  | 'code-pool'
  | 'attribute'

interface Option {
  value: string
  label: string
}

/** Chooses something that the workspace keeps. Tags and segments that nodes write may be new ones. */
export function PickerField({ kind, ...props }: FieldProps & { kind: Kind }) {
  const { t } = useWords()
  const options = useOptions(kind, props)
  const writes = kind === 'tag' || (kind === 'segment' && 'mode' in (props.root.properties ?? {}))
  const value = typeof props.value === 'string' ? props.value : undefined
  if (writes) {
    return (
      <AutoComplete
        className="wide"
        aria-label={props.title}
        placeholder={t(kind === 'tag' ? 'field.tagNew' : 'field.segmentNew')}
        value={value ?? ''}
        options={options}
        showSearch={{
          filterOption: (typed, option) =>
            String(option?.label).toLowerCase().includes(typed.toLowerCase()),
        }}
        onChange={props.onChange}
      />
    )
  }
  // What the canvas names but the workspace does not have is shown as it stands.
  const shown =
    value && !options.some((option) => option.value === value)
      ? [...options, { value, label: value }]
      : options
  return (
    <>
      <Select
        className="wide"
        aria-label={props.title}
        showSearch={{ optionFilterProp: 'label' }}
        allowClear={!props.required}
        placeholder={
          options.length > 0
            ? t(kind === 'gateway' ? 'field.defaultGateway' : 'inspector.chooseOne')
            : t(none(kind))
        }
        value={value ?? null}
        options={shown}
        onChange={props.onChange}
      />
      <MakeInPlace kind={kind} onMade={props.onChange} />
    </>
  )
}

function none(kind: Kind) {
  switch (kind) {
    case 'segment':
      return 'field.segmentNone'
    case 'template':
      return 'field.templateNone'
    case 'coupon-batch':
      return 'field.batchNone'
    case 'points-account':
      return 'field.accountNone'
    case 'discount-offer':
      return 'field.offerNone'
    case 'code-pool':
      return 'field.poolNone'
    case 'list':
      return 'field.listNone'
    case 'attribute':
      return 'field.attributeNone'
    default:
      return 'field.defaultGateway'
  }
}

const ADDRESS = {
  segment: 'GET /api/workspaces/{workspace}/segments',
  tag: 'GET /api/workspaces/{workspace}/tags',
  template: 'GET /api/workspaces/{workspace}/templates',
  gateway: 'GET /api/workspaces/{workspace}/gateways',
  'coupon-batch': 'GET /api/workspaces/{workspace}/coupon-batches',
  'points-account': 'GET /api/workspaces/{workspace}/points-accounts',
  'discount-offer': 'GET /api/workspaces/{workspace}/discount-offers',
  'code-pool': 'GET /api/workspaces/{workspace}/code-pools',
  list: 'GET /api/workspaces/{workspace}/lists',
  attribute: 'GET /api/workspaces/{workspace}/attributes',
} as const

type Entry = {
  key?: string
  name?: string
  label?: string
  channel?: string
  state?: string
  count?: number
  people?: number
  stock?: number
  taken?: number
}

function useOptions(kind: Kind, { config, value }: FieldProps): Option[] {
  const { t, number } = useWords()
  const entries = useFacts(ADDRESS[kind]) as Entry[]
  const channel = channelOf(config)
  return entries
    .filter((entry) => !entry.channel || !channel || entry.channel === channel)
    .filter((entry) => kind !== 'template' || entry.state === 'approved' || entry.key === value)
    .map((entry) => {
      const name = entry.name || entry.label || entry.key || ''
      const left =
        entry.stock === undefined
          ? t('field.unlimited')
          : t('field.left', {
              left: number(entry.stock - (entry.taken ?? 0)),
              stock: number(entry.stock),
            })
      const people = entry.count ?? entry.people
      const more = kind === 'coupon-batch' ? left : people === undefined ? '' : number(people)
      return { value: entry.key ?? '', label: more ? `${name} (${more})` : name }
    })
}

/** The channel that the settings are for: their own, or that of the form, told by its settings. */
function channelOf(config: FieldProps['config']): string | undefined {
  return typeof config.channel === 'string' ? config.channel : undefined
}

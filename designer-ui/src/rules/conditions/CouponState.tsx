import { Select } from 'antd'
import { useWords } from '../../i18n'
import { useEarlier } from '../earlier'
import { useFacts } from '../facts'
import { COUPON_STATES, type Leaf } from '../model'
import { choices, type Editing } from './editing'

/** What became of a coupon, of a batch or of an earlier node. */
export function CouponState({ leaf, onChange }: Editing) {
  const { t } = useWords()
  const batches = useFacts('GET /api/workspaces/{workspace}/coupon-batches')
  const { coupons } = useEarlier()
  const coupon = leaf.coupon as Leaf
  const options = [
    ...coupons.map(({ id, name }) => ({ value: `node:${id}`, label: name })),
    ...batches.map(({ key, name }) => ({ value: `batch:${key}`, label: name ?? key })),
  ]
  const which = coupon.node ? `node:${coupon.node}` : coupon.batch ? `batch:${coupon.batch}` : null
  const change = (part: Leaf) => onChange({ ...leaf, coupon: { ...coupon, ...part } })
  return (
    <div className="condition-row wrap">
      <Select
        size="small"
        className="grow"
        aria-label={t('rule.batch')}
        placeholder={options.length > 0 ? t('rule.batch') : t('field.batchNone')}
        value={which}
        options={options}
        onChange={(value: string) => {
          const { node: _, batch: __, ...rest } = coupon
          const at = value.indexOf(':')
          onChange({ ...leaf, coupon: { ...rest, [value.slice(0, at)]: value.slice(at + 1) } })
        }}
      />
      <Select
        size="small"
        aria-label={t('rule.is')}
        value={String(coupon.is)}
        options={choices(COUPON_STATES)}
        onChange={(is) => change({ is })}
      />
    </div>
  )
}

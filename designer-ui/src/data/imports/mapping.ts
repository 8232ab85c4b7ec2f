export const KINDS = ['members', 'orders', 'events', 'lists'] as const
export type ImportKind = (typeof KINDS)[number]

const PROFILE = [
  'name',
  'phone',
  'email',
  'status',
  'gender',
  'birth_date',
  'region',
  'city',
  'city_tier',
  'time_zone',
  'language',
  'level',
  'registered_at',
]
const CHANNELS = ['sms', 'email', 'push']

const FIELDS: Record<ImportKind, string[]> = {
  members: ['member', ...PROFILE, ...CHANNELS.map((channel) => `consent:${channel}`)],
  orders: [
    'order',
    'member',
    'placed_at',
    'paid_at',
    'shipped_at',
    'confirmed_at',
    'refunded_at',
    'presale',
    'coupon',
    'deduction',
    'line',
    'product',
    'category',
    'items',
    'amount',
  ],
  events: ['event', 'member', 'type', 'at', 'product', 'category'],
  lists: ['phone', 'email'],
}

const REQUIRED: Record<ImportKind, string[][]> = {
  members: [['member']],
  orders: [['order'], ['member']],
  events: [['event'], ['member'], ['type'], ['at']],
  lists: [['phone', 'email']],
}

/** What the columns of files are often called. */
const ALSO: Record<string, string[]> = {
  member: [
    'member_key',
    'member_id',
    'customer',
    'customer_id',
    'user_id',
    '会员',
    '会员号',
    '会员编号',
    '客户编号',
  ],
  name: ['full_name', '姓名', '名字'],
  phone: ['mobile', 'tel', 'telephone', '手机', '手机号', '手机号码', '电话'],
  email: ['e-mail', 'mail', '邮箱', '电子邮箱'],
  gender: ['sex', '性别'],
  birth_date: ['birthday', '生日', '出生日期'],
  city: ['城市'],
  region: ['province', 'state', '省份', '地区'],
  level: ['等级', '会员等级'],
  order: ['order_id', 'order_no', '订单', '订单号'],
  paid_at: ['付款时间', '支付时间'],
  placed_at: ['下单时间'],
  product: ['商品', '商品名称'],
  category: ['类目', '品类'],
  items: ['quantity', 'qty', '件数', '数量'],
  amount: ['total', 'price', '金额'],
  event: ['event_id', '事件', '事件编号'],
  type: ['event_type', '事件类型'],
  at: ['time', 'timestamp', '时间', '发生时间'],
}

/** The fields that a file of that kind can fill. */
export function fieldsOf(kind: ImportKind, attributes: string[]): string[] {
  return kind === 'members'
    ? [...FIELDS.members, ...attributes.map((key) => `attribute:${key}`)]
    : FIELDS[kind]
}

/** What each column probably holds; '' where nobody can tell, the column itself where it is kept. */
export function guess(kind: ImportKind, columns: string[], fields: string[]): string[] {
  const taken = new Set<string>()
  return columns.map((column) => {
    const plain = column.toLowerCase().replace(/\s+/g, '_')
    const field =
      fields.find((one) => one === plain || one === `attribute:${plain}`) ??
      fields.find((one) => ALSO[one]?.includes(plain))
    if (field && !taken.has(field)) {
      taken.add(field)
      return field
    }
    return keepsOthers(kind, column) ? column : ''
  })
}

/** Whether a column that fills no field is kept under its own name. */
export function keepsOthers(kind: ImportKind, column: string): boolean {
  return kind === 'lists' || (kind === 'events' && column.startsWith('property:'))
}

/** Fields, one of each group, that the file has to fill and does not. */
export function unfilled(kind: ImportKind, mapped: string[]): string[][] {
  return REQUIRED[kind].filter((group) => !group.some((field) => mapped.includes(field)))
}

/** The option for the server: columns that are not called as their field; '' leaves a column out. */
export function mappingOf(columns: string[], mapped: string[]): Record<string, string> {
  return Object.fromEntries(
    columns.map((column, at) => [column, mapped[at] ?? '']).filter(([from, to]) => from !== to),
  )
}

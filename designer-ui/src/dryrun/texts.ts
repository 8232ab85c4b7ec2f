import type { Same } from '../i18n/same'

/** The texts of this room; both languages have the same keys. */
export const en = {
  forecast: {
    heldBackAll: 'Held back',
    heldBackNone: 'Nobody is held back',
    highest: 'At most {{cost}}, if every coupon is used',
    shortAll: 'Coupons and codes short',
    shortMore: 'so many people get none',
    shortBy: '{{n}} short',
    budgetShort: '{{n}} more than the budget has left',
    cost: 'Cost, at most',
    atMost: 'at most {{cost}}',
    when: 'When, in the time of the shop',
    times: '{{n}} more times',
    fewerTimes: 'Fewer',
    upToNote: '≤ n: it depends on what people will do; never more than n.',
    peopleAt: '“{{node}}”: {{port}}',
    list: 'List these {{n}} people',
    more: 'Show more',
    export: 'Export {{n}} people',
    fetching: 'Fetching… {{done}} of {{n}}',
    address: 'Address',
    guest: 'guest of a list',
    money: {
      'over-budget':
        'The run needs more than the budget has left: {{n}} too little. Raise the budget or send less.',
      'short-of-balance':
        'The balance of {{channel}} is {{n}} units short. Top it up or send less.',
      'no-price': '{{channel}} has no price and counts as free. Set one in the price list.',
    },
    note: {
      dated:
        'Orders, registrations, tags and segments are as of the given instant; profile and custom attributes are as they are now.',
      upTo: 'Some numbers depend on what people will do; they are upper bounds, and so is what they cost.',
    },
    csv: {
      type: 'Type',
      port: 'Port',
      people: 'People',
      reason: 'Reason',
      at: 'At',
      upper: 'upper bound',
      exact: 'exact',
      bound: 'Exactness',
      highest: 'Highest cost',
    },
  },
}

export const zh: Same<typeof en> = {
  forecast: {
    heldBackAll: '被拦截',
    heldBackNone: '没有人被拦截',
    highest: '若优惠券全部使用，最高 {{cost}}',
    shortAll: '缺少的券与码',
    shortMore: '这些人将得不到',
    shortBy: '缺 {{n}}',
    budgetShort: '超出预算余额 {{n}}',
    cost: '费用（最高）',
    atMost: '最高 {{cost}}',
    when: '时间（店铺时区）',
    times: '另有 {{n}} 个时间',
    fewerTimes: '收起',
    upToNote: '≤ n：取决于人们的行为，不会超过 n。',
    peopleAt: '“{{node}}”：{{port}}',
    list: '查看这 {{n}} 人',
    more: '显示更多',
    export: '导出 {{n}} 人',
    fetching: '正在获取… {{done}} / {{n}}',
    address: '地址',
    guest: '名单访客',
    money: {
      'over-budget': '运行所需超出预算余额，差 {{n}}。请提高预算或减少发送。',
      'short-of-balance': '{{channel}}余额缺 {{n}} 条。请充值或减少发送。',
      'no-price': '{{channel}}没有价格，按免费计算。请在价格表中设置。',
    },
    note: {
      dated: '订单、注册、标签和人群以指定时刻为准；资料和自定义属性以当前为准。',
      upTo: '部分数字取决于人们的行为，是上限，其费用也是上限。',
    },
    csv: {
      type: '类型',
      port: '端口',
      people: '人数',
      reason: '原因',
      at: '时间',
      upper: '上限',
      exact: '精确',
      bound: '精确性',
      highest: '最高费用',
    },
  },
}

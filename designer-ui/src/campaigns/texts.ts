import type { Same } from '../i18n/same'

/** The texts of this room; both languages have the same keys. */
export const en = {
  list: {
    review: 'Review',
    activity: 'Activity',
    state: {
      running: 'Running',
      paused: 'Paused',
      scheduled: 'Scheduled',
      finished: 'Finished',
      stopped: 'Stopped',
      never: 'Has not run',
    },
    since: 'since {{when}}',
    starts: 'starts {{when}}',
    at: '{{when}}',
    showHidden: 'Show hidden ({{n}})',
    hiddenMark: 'Hidden',
    report: 'Report',
    budget: 'Budget…',
    rename: 'Rename…',
    renameTitle: 'Rename “{{name}}”',
    renameDo: 'Rename',
    renameApproved:
      'The name is part of the canvas: the campaign becomes a draft again and needs a new approval.',
    hide: 'Hide…',
    hideTitle: 'Hide “{{name}}”?',
    hideText: 'It is left out of the list. Its runs, schedule and report stay as they are.',
    hideOpen: 'Its run goes on: hiding stops nothing.',
    hideDo: 'Hide',
    hidden: '“{{name}}” is hidden. “Show hidden” brings it back.',
    show: 'Show again',
    delete: 'Delete…',
    deleteRan: 'Delete (has run: hide it instead)',
    deleteReview: 'Delete (withdraw it first)',
    deleteApproved: 'Delete (cancel it first)',
    deleteTitle: 'Delete “{{name}}” for good?',
    deleteText_one:
      'Its canvas, dry runs, schedule, budget, contacts and decisions are lost. It reached nobody. This cannot be undone.',
    deleteText_other:
      'All {{count}} versions of its canvas, dry runs, schedule, budget, contacts and decisions are lost. It reached nobody. This cannot be undone.',
    deleteDo: 'Delete for good',
    deleted: '“{{name}}” is deleted.',
    fromSample: 'From a sample…',
    samples: 'Samples',
    samplesHelp:
      'A campaign of your own is made from it. What it needs and you do not have yet, the check tells you.',
    nodes: '{{n}} nodes',
    take: 'Use this one',
    sample: {
      'big-sale': {
        name: 'Big sale: one offer per person',
        text: 'Six groups in order of priority: each person gets the first offer that fits, by SMS or e-mail.',
      },
      'festival-promotion': {
        name: 'Festival: a gift for everybody, and one only',
        text: 'Coupons, points or a discount by group, and what each of them brought.',
      },
      'member-day': {
        name: 'Member day: care by level',
        text: 'Points and messages for each level, by the channel that reaches the person.',
      },
      'new-member-activation': {
        name: 'New member activation',
        text: 'Two offers tested for the first order, with a reminder to those who have not bought.',
      },
      'win-back': {
        name: 'Win back silent members',
        text: 'Two coupons against a control group, then a follow-up by what people did.',
      },
    },
  },
}

export const zh: Same<typeof en> = {
  list: {
    review: '审批',
    activity: '运行状态',
    state: {
      running: '运行中',
      paused: '已暂停',
      scheduled: '已排期',
      finished: '已完成',
      stopped: '已停止',
      never: '未运行',
    },
    since: '自 {{when}}',
    starts: '{{when}} 开始',
    at: '{{when}}',
    showHidden: '显示隐藏的（{{n}}）',
    hiddenMark: '已隐藏',
    report: '报告',
    budget: '预算…',
    rename: '重命名…',
    renameTitle: '重命名“{{name}}”',
    renameDo: '重命名',
    renameApproved: '名称属于画布内容：活动将回到草稿状态，需要重新审批。',
    hide: '隐藏…',
    hideTitle: '隐藏“{{name}}”？',
    hideText: '列表中不再显示。运行、排期和报告保持不变。',
    hideOpen: '运行会继续：隐藏不会停止任何内容。',
    hideDo: '隐藏',
    hidden: '“{{name}}”已隐藏，可通过“显示隐藏的”找回。',
    show: '重新显示',
    delete: '删除…',
    deleteRan: '删除（已运行过，请改为隐藏）',
    deleteReview: '删除（请先撤回）',
    deleteApproved: '删除（请先取消）',
    deleteTitle: '彻底删除“{{name}}”？',
    deleteText_one:
      '画布、试算、排期、预算、联系人和审批记录都将丢失。它没有触达过任何人。此操作无法撤销。',
    deleteText_other:
      '画布的 {{count}} 个版本、试算、排期、预算、联系人和审批记录都将丢失。它没有触达过任何人。此操作无法撤销。',
    deleteDo: '彻底删除',
    deleted: '“{{name}}”已删除。',
    fromSample: '从示例新建…',
    samples: '示例',
    samplesHelp: '将以它新建一个你自己的活动。缺少的内容由检查提示。',
    nodes: '{{n}} 个节点',
    take: '使用此示例',
    sample: {
      'big-sale': {
        name: '大促：每人一个优惠',
        text: '六个人群按优先级排序，每人只得到第一个适合的优惠，以短信或邮件送达。',
      },
      'festival-promotion': {
        name: '节日：人人有礼，一人一份',
        text: '按人群发放优惠券、积分或折扣，并统计各自的效果。',
      },
      'member-day': {
        name: '会员日：按等级关怀',
        text: '按等级赠送积分并发送消息，选择能触达的渠道。',
      },
      'new-member-activation': {
        name: '新会员激活',
        text: '测试两种首单优惠，并提醒未购买的人。',
      },
      'win-back': {
        name: '召回沉默会员',
        text: '两种优惠券与对照组对比，再按行为跟进。',
      },
    },
  },
}

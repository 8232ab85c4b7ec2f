import type { Same } from '../i18n/same'

/** The texts of watching a run; both languages have the same keys. */
export const en = {
  watch: {
    rate: '{{n}} per second',
    left: 'about {{time}} left',
    seconds: '{{n}} s',
    minutes: '{{n}} min',
    hours: '{{n}} h',
    live: 'Live',
    stuck: 'Waits until you try again.',
    nextTry: 'Tries again {{when}}',
    tried: 'tried {{n}} times',
    why: 'Why, and why not?',
    whyHelp: 'Choose a node or a wire to see who was there, or name a member to see their way.',
    notAt: 'Not at “{{node}}”',
    resend: {
      failed: 'Send {{n}} failed ones again',
      unknown: 'Send {{n}} unknown ones again',
      help: 'Who got it already, although nobody said so, gets it twice.',
      go: 'Send again',
    },
  },
}

export const zh: Same<typeof en> = {
  watch: {
    rate: '每秒 {{n}} 条',
    left: '约剩 {{time}}',
    seconds: '{{n}} 秒',
    minutes: '{{n}} 分钟',
    hours: '{{n}} 小时',
    live: '实时',
    stuck: '等待你重试。',
    nextTry: '{{when}} 再次尝试',
    tried: '已尝试 {{n}} 次',
    why: '为什么到了，为什么没到？',
    whyHelp: '选择节点或连线查看人员，或输入一位会员查看其路径。',
    notAt: '未到“{{node}}”',
    resend: {
      failed: '重新发送失败的 {{n}} 条',
      unknown: '重新发送结果未知的 {{n}} 条',
      help: '如果有人其实已收到，会再收到一次。',
      go: '重新发送',
    },
  },
}

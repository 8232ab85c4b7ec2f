import type { Words } from '../../i18n'
import { word } from '../../rules/sentence'
import { reasonWord } from '../../ui/reasons'
import type { Story } from './story'

export const KINDS = ['order', 'event', 'message', 'run', 'reward', 'points', 'consent'] as const
export type Kind = (typeof KINDS)[number]

/** Something that happened to a member. */
export interface Happening {
  at: string
  kind: Kind
  title: string
  detail?: string
  tone?: 'bad' | 'warn' | 'fine'
  /** The run that it came of. */
  run?: number
}

type Told = Pick<
  Story,
  'orders' | 'messages' | 'coupons' | 'codes' | 'points' | 'events' | 'runs' | 'consents'
> & { accounts: { key?: string; name?: string }[]; currency: string | undefined }

/** One line of all that happened to a member, the last first. */
export function timeline(told: Told, words: Words): Happening[] {
  return [
    ...told.orders.flatMap((order) => ofOrder(order, words, told.currency)),
    ...told.events.map(ofEvent),
    ...told.messages.flatMap((message) => ofMessage(message, told, words)),
    ...told.runs.flatMap((visit) => ofRun(visit, told, words)),
    ...told.coupons.flatMap((coupon) => ofCoupon(coupon, words)),
    ...told.codes.map((code) => ({
      at: code.at ?? '',
      kind: 'reward' as const,
      title: words.t('data.story.code', { pool: code.pool ?? '' }),
      detail: code.code ?? '',
      ...(code.run && { run: code.run }),
    })),
    ...told.points.flatMap((balance) => ofPoints(balance, told, words)),
    ...told.consents.map((consent) => ({
      at: consent.at ?? '',
      kind: 'consent' as const,
      title: words.t(consent.granted ? 'data.story.agreed' : 'data.story.withdrew', {
        channel: word('choice', consent.channel ?? ''),
      }),
      detail: [
        word('consent', consent.basis ?? ''),
        word('consent', consent.source ?? ''),
        consent.wording,
      ]
        .filter(Boolean)
        .join(' · '),
      tone: consent.granted ? ('fine' as const) : ('bad' as const),
    })),
  ].sort((a, b) => b.at.localeCompare(a.at))
}

function ofOrder(
  order: Told['orders'][number],
  { t, number, money }: Words,
  currency: string | undefined,
): Happening[] {
  const lines = (order.lines ?? [])
    .map((line) => `${line.product ?? ''} × ${number(line.items ?? 0)}`)
    .join(', ')
  return Object.entries(order.reached ?? {}).map(([status, at]) => ({
    at,
    kind: 'order',
    title: t('data.story.order', { order: order.order ?? '', status: word('choice', status) }),
    detail: [money(order.amount ?? 0, currency), lines].filter(Boolean).join(' · '),
    ...(status === 'refunded' && { tone: 'bad' as const }),
  }))
}

function ofEvent(event: Told['events'][number]): Happening {
  const properties = Object.entries(event.properties ?? {}).map(
    ([name, value]) => `${name}: ${value}`,
  )
  return {
    at: event.at ?? '',
    kind: 'event',
    title: event.type ?? '',
    detail: [event.product, event.category, ...properties].filter(Boolean).join(' · '),
  }
}

function ofMessage(message: Told['messages'][number], told: Told, { t }: Words): Happening[] {
  const { run = 0, node = '', channel = '', outcome = '' } = message
  const visit = told.runs.find((one) => one.run?.id === run)
  const name = visit?.nodes?.find((one) => one.node === node)?.name ?? node
  const values = { channel: word('choice', channel), node: name }
  return [
    {
      at: message.at ?? '',
      kind: 'message',
      title: t('data.story.message', { ...values, outcome: word('choice', outcome) }),
      ...(message.reason && { detail: reasonWord(message.reason) }),
      tone: outcome === 'accepted' ? 'fine' : 'bad',
      run,
    },
    ...(message.news ?? []).map((news) => ({
      at: news.at ?? '',
      kind: 'message' as const,
      title: t('data.story.news', { ...values, what: word('choice', news.kind ?? '') }),
      ...(news.detail && { detail: news.detail }),
      run,
    })),
  ]
}

const HELD = new Set(['suppressed', 'failed', 'unknown'])

function ofRun({ run, nodes }: Told['runs'][number], told: Told, { t }: Words): Happening[] {
  if (!run) return []
  const name = run.name ?? ''
  const [first] = nodes ?? []
  return [
    {
      at: first?.at ?? run.startedAt ?? '',
      kind: 'run',
      title: t('data.story.run', { name, run: run.id ?? 0 }),
      run: run.id ?? 0,
    },
    // Who got something stands in the ledger of it; who was held back stands only here.
    ...(nodes ?? [])
      .filter(({ leftBy = '' }) => HELD.has(leftBy))
      .filter(({ node }) => !told.messages.some((one) => one.run === run.id && one.node === node))
      .map((node) => ({
        at: node.at ?? '',
        kind: 'message' as const,
        title: t('data.story.held', { node: node.name ?? '', name }),
        detail: reasonWord(node.reason ?? node.leftBy ?? ''),
        tone: 'warn' as const,
        run: run.id ?? 0,
      })),
  ]
}

function ofCoupon(coupon: Told['coupons'][number], { t }: Words): Happening[] {
  const direct = coupon.claimedAt !== undefined && coupon.claimedAt === coupon.offeredAt
  const steps = [
    // What is given at once was never there to be claimed.
    [direct ? 'issued' : 'offered', coupon.offeredAt],
    ['claimed', coupon.claimedAt],
    ['used', coupon.usedAt],
    ['revoked', coupon.revokedAt],
    ['expired', coupon.state === 'expired' ? coupon.expiresAt : undefined],
  ] as const
  return steps
    .filter(([step, at]) => at && !(direct && step === 'claimed'))
    .map(([step, at]) => ({
      at: at ?? '',
      kind: 'reward',
      title: t('data.story.coupon', { name: coupon.name ?? '', step: word('choice', step) }),
      detail: [coupon.code, step === 'used' ? coupon.order : ''].filter(Boolean).join(' · '),
    }))
}

function ofPoints(balance: Told['points'][number], told: Told, { t, number }: Words): Happening[] {
  const name = told.accounts.find(({ key }) => key === balance.account)?.name ?? balance.account
  return (balance.entries ?? []).map((entry) => ({
    at: entry.at ?? '',
    kind: 'points',
    title: t('data.story.points', {
      points: `${(entry.points ?? 0) > 0 ? '+' : ''}${number(entry.points ?? 0)}`,
      account: name ?? '',
    }),
    ...(entry.note && { detail: entry.note }),
  }))
}

import { beforeEach, expect, test } from 'vitest'
import { i18n, type Language, type Translate } from '../i18n'
import { sentence } from './sentence'

const same = (key: string) => key
const names = {
  attribute: same,
  segment: same,
  account: same,
  batch: same,
  offer: same,
  template: same,
  node: same,
}

function read(rule: object, language: Language): string {
  const words = {
    language,
    t: i18n.t as unknown as Translate,
    say: () => '',
    number: (value: number) => value.toLocaleString('en'),
    money: String,
    time: String,
  }
  return sentence(rule as Record<string, unknown>, words, names)
}

beforeEach(() => i18n.changeLanguage('en'))

const rule = {
  all: [
    { lifecycle: ['silent', 'sleeping'] },
    {
      any: [
        { consent: 'sms' },
        { orders: 'sum', op: 'more-than', value: 1000, window: { last: 'P365D' } },
      ],
    },
    { tag: 'complained', op: 'has-not' },
  ],
}

test('a rule is read back in English', () => {
  expect(read(rule, 'en')).toBe(
    'lifecycle: silent, sleeping and (agreed to SMS or Amount ordered more than 1,000 within the last 365 days) and not tagged “complained”',
  )
})

test('a rule is read back in Chinese', async () => {
  await i18n.changeLanguage('zh')
  expect(read({ tag: 'vip' }, 'zh')).toBe('有标签“vip”')
})

test('a value that is missing is shown as missing', () => {
  expect(read({ profile: 'city', op: 'is' }, 'en')).toBe('City is …')
})

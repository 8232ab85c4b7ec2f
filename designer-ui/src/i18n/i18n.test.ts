import { expect, test } from 'vitest'
import { en } from './en'
import { zh } from './zh'

function texts(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : texts(value, `${path}${key}.`),
  )
}

const gaps = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort()

test('both languages fill in the same values', () => {
  const chinese = new Map(texts(zh))
  const different = texts(en).filter(
    ([key, text]) => String(gaps(text)) !== String(gaps(chinese.get(key) ?? '')),
  )
  expect(different).toEqual([])
})

test('no Chinese text was left in English', () => {
  const english = texts(zh).filter(
    ([, text]) =>
      /[A-Za-z]{3,}/.test(text.replace(/\{\{\w+\}\}/g, '')) && !/\p{Script=Han}/u.test(text),
  )
  expect(english.map(([key]) => key)).toEqual(['choice.webhook'])
})

import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Text } from '../api/types'
import { en } from './en'
import { zh } from './zh'

export type Language = 'en' | 'zh'

export const i18n = i18next.createInstance()

void i18n.use(initReactI18next).init({
  resources: { en: { translation: en }, zh: { translation: zh } },
  lng: 'en',
  fallbackLng: false,
  interpolation: { escapeValue: false },
})

type Leaves<T, Before extends string = ''> = {
  [K in keyof T & string]: T[K] extends string
    ? `${Before}${K extends `${infer Stem}_${'one' | 'other'}` ? Stem : K}`
    : Leaves<T[K], `${Before}${K}.`>
}[keyof T & string]

/** The keys of all texts on screen. */
export type TextKey = Leaves<typeof en>
export type Translate = (key: TextKey, values?: Record<string, string | number>) => string

/** Texts and numbers in the language on screen. */
export function useWords() {
  const { t, i18n: instance } = useTranslation()
  const language = instance.language as Language
  return {
    language,
    t: t as unknown as Translate,
    say: (text: Text | undefined) => (text ? text[language] || text.en : ''),
    number: (value: number) => numberFormat(language).format(value),
    money: (value: number, currency: string | undefined) => money(language, value, currency),
    time: (instant: string) => timeFormat(language).format(new Date(instant)),
  }
}

export type Words = ReturnType<typeof useWords>

const locale = (language: Language) => (language === 'zh' ? 'zh-CN' : 'en-GB')
const numbers = new Map<Language, Intl.NumberFormat>()
const times = new Map<string, Intl.DateTimeFormat>()
const here = Intl.DateTimeFormat().resolvedOptions().timeZone
let zone = here

/** Times are those of the clocks of the workspace; where they are not those of the browser, the zone is told. */
export function showTimesIn(timeZone: string) {
  zone = timeZone
}

function numberFormat(language: Language) {
  return once(numbers, language, () => new Intl.NumberFormat(locale(language)))
}

function timeFormat(language: Language) {
  return once(
    times,
    `${language} ${zone}`,
    () =>
      new Intl.DateTimeFormat(locale(language), {
        year: 'numeric',
        month: 'short',
        day: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        timeZone: zone,
        ...(zone === here ? {} : { timeZoneName: 'short' }),
      }),
  )
}

function money(language: Language, value: number, currency: string | undefined) {
  if (!currency) return numberFormat(language).format(value)
  try {
    return new Intl.NumberFormat(locale(language), {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
    }).format(value)
  } catch {
    return `${numberFormat(language).format(value)} ${currency}`
  }
}

function once<K, T>(known: Map<K, T>, key: K, make: () => T): T {
  const found = known.get(key) ?? make()
  known.set(key, found)
  return found
}

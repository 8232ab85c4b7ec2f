import dayjs from 'dayjs'
import 'dayjs/locale/en-gb'
import 'dayjs/locale/zh-cn'
import { create } from 'zustand'
import { i18n, type Language } from '../i18n'

export type Theme = 'light' | 'dark'

const LANGUAGE = 'sluice.language'
const THEME = 'sluice.theme'

function kept(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function keep(key: string, value: string) {
  try {
    localStorage.setItem(key, value)
  } catch {
    // A browser that keeps nothing still works; it asks the system each time.
  }
}

function firstLanguage(): Language {
  const chosen = kept(LANGUAGE)
  if (chosen === 'en' || chosen === 'zh') return chosen
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

function firstTheme(): Theme {
  const chosen = kept(THEME)
  if (chosen === 'light' || chosen === 'dark') return chosen
  return window.matchMedia?.('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

interface Appearance {
  language: Language
  theme: Theme
  setLanguage: (language: Language) => void
  setTheme: (theme: Theme) => void
}

/** Language and theme: kept in the browser, changed without a reload. */
export const useAppearance = create<Appearance>((set) => ({
  language: firstLanguage(),
  theme: firstTheme(),
  setLanguage: (language) => {
    keep(LANGUAGE, language)
    show(language, useAppearance.getState().theme)
    set({ language })
  },
  setTheme: (theme) => {
    keep(THEME, theme)
    show(useAppearance.getState().language, theme)
    set({ theme })
  },
}))

function show(language: Language, theme: Theme) {
  void i18n.changeLanguage(language)
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en-gb')
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  document.documentElement.dataset.theme = theme
}

/** Applies what was kept, before anything is drawn. */
export function showAppearance() {
  const { language, theme } = useAppearance.getState()
  show(language, theme)
}

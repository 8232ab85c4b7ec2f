import { Button, Tooltip } from 'antd'
import { Languages, Moon, Sun } from 'lucide-react'
import { useWords } from '../i18n'
import { useAppearance } from './appearance'

export function LanguageSwitch() {
  const { t } = useWords()
  const { language, setLanguage } = useAppearance()
  return (
    <Button
      type="text"
      icon={<Languages size={16} />}
      title={t('nav.language')}
      onClick={() => setLanguage(language === 'en' ? 'zh' : 'en')}
    >
      {language === 'en' ? '中文' : 'English'}
    </Button>
  )
}

export function ThemeSwitch() {
  const { t } = useWords()
  const { theme, setTheme } = useAppearance()
  const label = theme === 'dark' ? t('nav.light') : t('nav.dark')
  return (
    <Tooltip title={label}>
      <Button
        type="text"
        icon={theme === 'dark' ? <Sun size={16} /> : <Moon size={16} />}
        aria-label={label}
        onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
      />
    </Tooltip>
  )
}

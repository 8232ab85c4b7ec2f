import { Button, Dropdown, Select, Tooltip } from 'antd'
import { ChevronDown, Languages, Moon, Sun } from 'lucide-react'
import { Link, Outlet, useNavigate, useParams } from 'react-router'
import { useWorkspaces } from '../api/queries'
import { showTimesIn, useWords } from '../i18n'
import { useAppearance } from './appearance'
import { Logo } from './Logo'
import { MENUS, SCREENS } from './screens'

/** The bar above every screen. */
export function Shell() {
  const { t } = useWords()
  const { workspace } = useParams()
  const { data: workspaces } = useWorkspaces()
  const navigate = useNavigate()
  const zone = workspaces?.find(({ key }) => key === workspace)?.timeZone
  if (zone) showTimesIn(zone)
  return (
    <div className="shell">
      <header className="topbar">
        <Link to={workspace ? `/w/${workspace}/campaigns` : '/'} className="brand">
          <Logo />
          <span>Sluice</span>
        </Link>
        {workspace && (
          <nav className="topnav" aria-label={t('nav.label')}>
            <Link to={`/w/${workspace}/campaigns`}>{t('nav.campaigns')}</Link>
            <Menus workspace={workspace} />
          </nav>
        )}
        <span className="grow" />
        {workspaces && workspaces.length > 0 && (
          <Select
            aria-label={t('nav.workspace')}
            value={workspace ?? null}
            variant="borderless"
            popupMatchSelectWidth={false}
            options={workspaces.map(({ key, name }) => ({ value: key, label: name }))}
            onChange={(key) => navigate(`/w/${key}/campaigns`)}
          />
        )}
        <LanguageSwitch />
        <ThemeSwitch />
      </header>
      <main className="screen">
        {workspace ? <Outlet /> : <p className="centred">{t('nav.noWorkspace')}</p>}
      </main>
    </div>
  )
}

/** The menus that have screens. */
function Menus({ workspace }: { workspace: string }) {
  const { t } = useWords()
  return MENUS.map((menu) => {
    const items = SCREENS.filter((screen) => screen.menu === menu).map(({ path, title }) => ({
      key: path,
      label: <Link to={`/w/${workspace}/${path}`}>{t(title)}</Link>,
    }))
    if (items.length === 0) return null
    return (
      <Dropdown key={menu} menu={{ items }} trigger={['click']}>
        <button type="button" className="nav-menu">
          {t(`nav.${menu}`)}
          <ChevronDown size={14} />
        </button>
      </Dropdown>
    )
  })
}

function LanguageSwitch() {
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

function ThemeSwitch() {
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

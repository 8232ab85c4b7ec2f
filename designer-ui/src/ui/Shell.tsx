import { Dropdown, Select } from 'antd'
import { ChevronDown } from 'lucide-react'
import { Link, Outlet, useNavigate, useParams } from 'react-router'
import { useRights } from '../access/session'
import { UserMenu } from '../access/UserMenu'
import { useWorkspaces } from '../api/queries'
import { ApprovalsLink } from '../approvals/ApprovalsLink'
import { showTimesIn, useWords } from '../i18n'
import { Logo } from './Logo'
import { Loading } from './States'
import { LanguageSwitch, ThemeSwitch } from './Switches'
import { MENUS, SCREENS } from './screens'

/** The bar above every screen. */
export function Shell() {
  const { t } = useWords()
  const { workspace } = useParams()
  const { data: workspaces, error } = useWorkspaces()
  const navigate = useNavigate()
  const shown = workspaces?.find(({ key }) => key === workspace)
  if (shown) showTimesIn(shown.timeZone)
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
            <ApprovalsLink workspace={workspace} />
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
        <UserMenu />
      </header>
      <main className="screen">
        {workspace ? (
          // Before the clocks of the workspace are known, times would be told on those of the browser.
          workspaces || error ? (
            <Outlet />
          ) : (
            <Loading />
          )
        ) : (
          <p className="centred">{t('nav.noWorkspace')}</p>
        )}
      </main>
    </div>
  )
}

/** The menus that have screens. */
function Menus({ workspace }: { workspace: string }) {
  const { t } = useWords()
  const { admin } = useRights()
  return MENUS.map((menu) => {
    const items = SCREENS.filter(
      (screen) => screen.menu === menu && (admin || !screen.adminOnly),
    ).map(({ path, title }) => ({
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

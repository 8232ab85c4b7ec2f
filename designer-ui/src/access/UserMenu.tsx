import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Dropdown } from 'antd'
import { CircleUserRound } from 'lucide-react'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { call } from '../api/client'
import { useWords } from '../i18n'
import { OwnPassword } from './OwnPassword'
import { SESSION, useSession } from './session'

/** Who is logged in, with the way out. */
export function UserMenu() {
  const { t } = useWords()
  const { message } = App.useApp()
  const { workspace = '' } = useParams()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { data } = useSession()
  const [changing, setChanging] = useState(false)
  if (!data?.user) return null
  const roles = data.administrator
    ? [t('access.administrator')]
    : (data.roles?.[workspace] ?? []).map((role) => t(`access.role.${role}`))
  const logOut = async () => {
    try {
      await call('DELETE /api/session')
      // What this user saw is nobody else's.
      queries.clear()
      await queries.invalidateQueries({ queryKey: SESSION })
      void navigate('/login', { replace: true })
    } catch (error) {
      message.error((error as Error).message)
    }
  }
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'roles', disabled: true, label: roles.join(' · ') || t('access.noRole') },
            { type: 'divider' },
            {
              key: 'password',
              label: t('access.changePassword'),
              onClick: () => setChanging(true),
            },
            { key: 'out', label: t('access.logOut'), onClick: () => void logOut() },
          ],
        }}
      >
        <Button type="text" icon={<CircleUserRound size={16} />} data-user={data.user}>
          {data.user}
        </Button>
      </Dropdown>
      {changing && <OwnPassword onClose={() => setChanging(false)} />}
    </>
  )
}

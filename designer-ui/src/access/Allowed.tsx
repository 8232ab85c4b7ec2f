import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { type Operations, ROLES } from '../api/schema.gen'
import { useWords } from '../i18n'
import { useMay } from './session'

interface Props {
  to: keyof Operations
  children: ReactNode
}

/** Shows what calls an operation only to those whom the server lets call it. */
export function Allowed({ to, children }: Props) {
  return useMay()(to) ? children : null
}

/** Says which roles an operation takes, to those who have none of them. */
export function RoleNote({ of }: { of: keyof Operations }) {
  const { t } = useWords()
  const may = useMay()
  if (may(of)) return null
  const roles = [...new Set([...(ROLES[of] ?? []), 'admin'])] as 'admin'[]
  return (
    <Alert
      type="info"
      showIcon
      className="role-note"
      closable={{ 'aria-label': t('close') }}
      title={t('access.readOnly', {
        roles: roles.map((role) => t(`access.role.${role}`)).join(' / '),
      })}
    />
  )
}

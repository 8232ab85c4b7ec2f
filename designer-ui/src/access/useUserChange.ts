import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { call, Refused } from '../api/client'
import type { Role } from '../api/types'
import { useWords } from '../i18n'
import { refusalText } from './refusals'

export interface UserChange {
  roles?: Role[]
  password?: string
  disabled?: boolean
}

/** Changes a user or makes one, with `onlyNew` none who is there; tells whether that went well. */
export function useUserChange(workspace: string) {
  const { t } = useWords()
  const { message } = App.useApp()
  const queries = useQueryClient()
  return async (name: string, body: UserChange, onlyNew = false): Promise<boolean> => {
    try {
      await call('PUT /api/workspaces/{workspace}/users/{name}', {
        path: { workspace, name },
        body,
        ...(onlyNew ? { headers: { 'If-None-Match': '*' } } : {}),
      })
      await queries.invalidateQueries({ queryKey: [workspace, 'users'] })
      message.success(t('access.saved', { name }))
      return true
    } catch (error) {
      message.error(error instanceof Refused ? refusalText(error, t) : t('connection.lost'))
      return false
    }
  }
}

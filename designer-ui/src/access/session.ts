import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { call } from '../api/client'
import { type Operations, ROLES } from '../api/schema.gen'
import type { Session } from '../api/types'

export const SESSION = ['session']

/** Who is logged in, and whether the server asks for a login at all. */
export function useSession({ every = 0 } = {}) {
  return useQuery({
    queryKey: SESSION,
    queryFn: async () => (await call('GET /api/session')) as Session,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: every || false,
  })
}

/** What the user may do in the workspace on screen. */
export interface Rights {
  user: string | undefined
  draw: boolean
  approve: boolean
  admin: boolean
}

export function useRights(): Rights {
  const { workspace = '' } = useParams()
  const { data } = useSession()
  return rightsIn(workspace, data)
}

export function rightsIn(workspace: string, session: Session | undefined): Rights {
  const roles = session?.roles?.[workspace] ?? []
  const all = session?.login === false || session?.administrator === true || roles.includes('admin')
  return {
    user: session?.user,
    draw: all || roles.includes('marketer'),
    approve: all || roles.includes('approver'),
    admin: all,
  }
}

/** Tells whether the user may call an operation in the workspace on screen. */
export function useMay(): (operation: keyof Operations) => boolean {
  const { workspace = '' } = useParams()
  const { data } = useSession()
  return (operation) => mayCall(operation, workspace, data)
}

export function mayCall(
  operation: keyof Operations,
  workspace: string,
  session: Session | undefined,
): boolean {
  const enough = ROLES[operation]
  if (!enough || rightsIn(workspace, session).admin) return true
  return (session?.roles?.[workspace] ?? []).some((role) => enough.includes(role))
}

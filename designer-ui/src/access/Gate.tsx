import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'
import { onLoginNeeded } from '../api/client'
import type { Session } from '../api/types'
import { Failure, Loading } from '../ui/States'
import { SESSION, useSession } from './session'

/** Leads whoever is not logged in, or no longer, to the login and back to where they were. */
export function Gate() {
  const queries = useQueryClient()
  const { data, error, refetch } = useSession()
  const { pathname, search } = useLocation()
  useEffect(
    () =>
      onLoginNeeded(() =>
        queries.setQueryData<Session>(
          SESSION,
          (known) => known && { login: true, setup: known.setup, tryOut: known.tryOut },
        ),
      ),
    [queries],
  )
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  if (data.setup) return <Navigate to="/setup" replace />
  if (data.login && !data.user) {
    return <Navigate to={`/login?to=${encodeURIComponent(pathname + search)}`} replace />
  }
  return <Outlet />
}

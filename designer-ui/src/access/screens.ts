import { lazy } from 'react'
import type { Screen } from '../ui/screens'

export const screens: Screen[] = [
  {
    path: 'users',
    menu: 'settings',
    title: 'access.users',
    adminOnly: true,
    element: lazy(() => import('./UsersScreen')),
  },
]

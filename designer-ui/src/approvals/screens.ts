import { lazy } from 'react'
import type { Screen } from '../ui/screens'

export const screens: Screen[] = [
  {
    path: 'approvals',
    title: 'approvals.title',
    element: lazy(() => import('./Inbox')),
  },
  {
    path: 'approvals/:campaign',
    title: 'approvals.title',
    element: lazy(() => import('./ApprovalPage')),
  },
]

import { lazy } from 'react'
import type { Screen } from '../ui/screens'

export const screens: Screen[] = [
  {
    path: 'reports',
    element: lazy(() => import('./ReportList')),
    menu: 'reports',
    title: 'reports.campaigns',
  },
  {
    path: 'campaigns/:campaign/report',
    element: lazy(() => import('./ReportPage')),
    title: 'reports.title',
  },
  {
    path: 'lifecycle',
    element: lazy(() => import('./LifecyclePage')),
    menu: 'reports',
    title: 'lifecycle.title',
  },
]

import type { ComponentType, LazyExoticComponent } from 'react'
import { screens as access } from '../access/screens'
import { screens as approvals } from '../approvals/screens'
import { screens as data } from '../data/screens'
import type { TextKey } from '../i18n'
import { screens as reports } from '../reports/screens'

/** A screen of a workspace; those with a place in a menu stand in the bar above. */
export interface Screen {
  path: string
  element: LazyExoticComponent<ComponentType>
  /** Left out of the menu for everybody else. */
  adminOnly?: true
  menu?: 'audience' | 'rewards' | 'messages' | 'reports' | 'settings'
  title: TextKey
}

export const MENUS = ['audience', 'rewards', 'messages', 'reports', 'settings'] as const

/** All screens but those of campaigns, which App.tsx names itself. */
export const SCREENS: Screen[] = [...approvals, ...data, ...reports, ...access]

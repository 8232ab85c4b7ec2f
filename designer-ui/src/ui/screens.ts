import type { ComponentType, LazyExoticComponent } from 'react'
import { screens as access } from '../access/screens'
import { screens as data } from '../data/screens'
import type { TextKey } from '../i18n'
import { screens as reports } from '../reports/screens'

/** A screen of a workspace; those with a place in a menu stand in the bar above. */
export interface Screen {
  path: string
  element: LazyExoticComponent<ComponentType>
  menu?: 'audience' | 'rewards' | 'messages' | 'reports' | 'settings'
  title: TextKey
}

export const MENUS = ['audience', 'rewards', 'messages', 'reports', 'settings'] as const

/** All screens but those of campaigns, which App.tsx names itself. */
export const SCREENS: Screen[] = [...data, ...reports, ...access]

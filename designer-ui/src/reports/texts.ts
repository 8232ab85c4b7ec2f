import type { Same } from '../i18n/same'

/** The texts of this room; both languages have the same keys. */
export const en = {
  reports: {
    title: 'Reports',
  },
}

export const zh: Same<typeof en> = {
  reports: {
    title: '报告',
  },
}

import type { Same } from '../i18n/same'

/** The texts of this room; both languages have the same keys. */
export const en = {
  access: {
    title: 'Access',
  },
}

export const zh: Same<typeof en> = {
  access: {
    title: '权限',
  },
}

import type { Same } from '../i18n/same'

/** The texts of this room; both languages have the same keys. */
export const en = {
  data: {
    title: 'Data',
  },
}

export const zh: Same<typeof en> = {
  data: {
    title: '数据',
  },
}

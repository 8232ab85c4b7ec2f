const KEEP = 3
const key = (channel: string) => `sluice.tests.${channel}`
const MEMBER = 'sluice.tests.member'

function keep(name: string, value: string) {
  try {
    localStorage.setItem(name, value)
  } catch {
    // What cannot be remembered is typed again.
  }
}

/** The last three distinct addresses to which a message of a channel was tried. */
export const lastAddresses = {
  of(channel: string): string[] {
    try {
      const value: unknown = JSON.parse(localStorage.getItem(key(channel)) ?? '[]')
      return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
    } catch {
      return []
    }
  },
  add(channel: string, addresses: string[]) {
    const all = [...new Set([...addresses, ...this.of(channel)])].slice(0, KEEP)
    keep(key(channel), JSON.stringify(all))
  },
  /** The member for whom a test was written last. */
  member(): string {
    try {
      return localStorage.getItem(MEMBER) ?? ''
    } catch {
      return ''
    }
  },
  keepMember: (member: string) => keep(MEMBER, member),
}

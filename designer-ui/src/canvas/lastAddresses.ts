const KEEP = 3
const key = (channel: string) => `sluice.tests.${channel}`

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
    try {
      localStorage.setItem(key(channel), JSON.stringify(all))
    } catch {
      // What cannot be remembered is typed again.
    }
  },
}

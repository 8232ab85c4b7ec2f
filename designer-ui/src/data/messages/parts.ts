/** The parts of which messages of a channel consist; the first is required. */
export const PARTS = {
  sms: ['text', 'signature', 'opt-out'],
  email: ['subject', 'html', 'text', 'preheader', 'sender'],
  webhook: ['url', 'body'],
} as const

export type Channel = keyof typeof PARTS
export type Part = (typeof PARTS)[Channel][number]

export const CHANNELS = Object.keys(PARTS) as Channel[]

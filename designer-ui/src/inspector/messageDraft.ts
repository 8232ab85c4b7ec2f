import type { Config } from '../api/types'

/** A message as the server is asked to show or to try it. */
export interface MessageDraft {
  channel: string
  template?: string
  content?: Record<string, string>
  purpose?: string
}

/** The message that settings hold: by its template, or written in the parts of its channel. */
export function messageDraft(config: Config, channel: string): MessageDraft {
  const { template, signature, optOut, text, subject, preheader, html, purpose, url, body } =
    config as Record<string, string | undefined>
  const shared = { channel, ...(purpose ? { purpose } : {}) }
  if (template) return { ...shared, template }
  const parts: Record<string, string | undefined> =
    channel === 'sms'
      ? { text, signature, 'opt-out': optOut }
      : channel === 'webhook'
        ? { url, body }
        : { subject, preheader, html, text }
  const content: Record<string, string> = {}
  for (const [part, value] of Object.entries(parts)) if (value) content[part] = value
  return { ...shared, content }
}

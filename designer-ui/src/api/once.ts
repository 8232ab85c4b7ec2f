/** A key of its own for each press of a button; the page may be served by plain HTTP. */
export function onceKey(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('')
}

/** Tells this page from others: the server counts only the newest draft of each. */
export const editor = onceKey()

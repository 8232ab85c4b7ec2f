/** A key of its own for each press of a button; the page may be served by plain HTTP. */
export function onceKey(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('')
}

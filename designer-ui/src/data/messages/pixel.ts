const PIXEL = /<img\b[^>]*\bsrc="[^"]*\/o\/[^"/]+\.gif"[^>]*>/gi

/** The mail without the dot that tells when it is opened: whoever looks at it here is not its reader. */
export function withoutPixel(html: string): string {
  return html.replace(PIXEL, '')
}

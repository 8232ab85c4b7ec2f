type Cell = string | number | null | undefined

/** Rows as a file for spreadsheets; no text in it is taken for a formula. */
export function csv(rows: Cell[][]): string {
  // The mark at the beginning makes spreadsheets read it as Unicode.
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

function cell(value: Cell): string {
  const text = String(value ?? '')
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}

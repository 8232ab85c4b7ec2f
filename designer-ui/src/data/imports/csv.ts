/** The first rows of a CSV text: quoted values may hold delimiters and line breaks. */
export function rowsOf(text: string, delimiter: string, most: number): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let value = ''
  let quoted = false
  const end = () => {
    row.push(value)
    value = ''
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }
  for (let i = 0; i < text.length && rows.length < most; i++) {
    const letter = text[i] as string
    if (quoted) {
      if (letter !== '"') value += letter
      else if (text[i + 1] === '"') {
        value += '"'
        i++
      } else quoted = false
    } else if (letter === '"' && value === '') quoted = true
    else if (letter === delimiter) {
      row.push(value)
      value = ''
    } else if (letter === '\n') end()
    else if (letter !== '\r') value += letter
  }
  if (rows.length < most && (value !== '' || row.length > 0)) end()
  return rows
}

export interface Sample {
  encoding: 'UTF-8' | 'GBK'
  delimiter: string
  columns: string[]
  rows: string[][]
}

const LOOKED_AT = 256 * 1024
const SHOWN = 5

/** The header and the first rows of a file, in the encoding and with the delimiter that fit. */
export async function sampleOf(file: Blob): Promise<Sample> {
  const bytes = new Uint8Array(await file.slice(0, LOOKED_AT).arrayBuffer())
  const encoding = isUtf8(bytes, file.size > LOOKED_AT) ? 'UTF-8' : 'GBK'
  const text = new TextDecoder(encoding === 'GBK' ? 'gb18030' : 'utf-8').decode(bytes)
  const delimiter = delimiterOf(text)
  const [columns = [], ...rows] = rowsOf(text, delimiter, SHOWN + 1)
  return { encoding, delimiter, columns: columns.map((column) => column.trim()), rows }
}

function isUtf8(bytes: Uint8Array, cut: boolean): boolean {
  try {
    // The last letter of what was read may be cut in two.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut })
    return true
  } catch {
    return false
  }
}

function delimiterOf(text: string): string {
  const [header = ''] = text.split('\n', 1)
  const counted = [',', ';', '\t', '|'].map((one) => ({ one, count: header.split(one).length }))
  return counted.sort((a, b) => b.count - a.count)[0]?.one ?? ','
}

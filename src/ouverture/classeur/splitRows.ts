/** A cell in quotes: its text, and where it ends. */
interface Citee {
  texte: string
  fin: number
}

/**
 * A text of cells → its rows, `max` at most. Quotes hold a cell together when one opens it and another closes it at its
 * very end; any other quote is a sign of the text: an inch, a quoted word, one that a spreadsheet left as it was typed.
 */
export function splitRows(texte: string, delimiter: string, max = Infinity): string[][] {
  const rows: string[][] = []
  const ends = new RegExp(`[${delimiter.replace(/[\\\]^-]/, '\\$&')}\r\n]`, 'g')
  let row: string[] = []
  for (let at = 0; rows.length < max;) {
    const opened = readCitee(texte, at, delimiter)
    const citee = opened && isAvale(texte, at, opened, delimiter, row.length, rows.at(-1)?.length ?? 0) ? null : opened
    ends.lastIndex = at
    const fin = citee?.fin ?? ends.exec(texte)?.index ?? texte.length
    row.push(citee?.texte ?? texte.slice(at, fin))
    if (texte.charAt(fin) === delimiter) {
      at = fin + 1
      continue
    }
    rows.push(row)
    row = []
    at = fin + (texte.startsWith('\r\n', fin) ? 2 : 1)
    if (at >= texte.length) break
  }
  return rows
}

/**
 * Whether a quote that was never meant to open a cell would swallow the rows up to the next one: read as a sign of the
 * text, its line and the next have as many cells as the row before.
 */
function isAvale(texte: string, at: number, { fin }: Citee, delimiter: string, before: number, width: number): boolean {
  const [first = '', second] = texte.slice(at, at + rangeeMax).split(/\r\n|[\r\n]/, 2)
  if (width < 3 || second === undefined || fin <= at + first.length) return false
  const cells = (line: string) => line.split(delimiter).length
  return before + cells(first) === width && cells(second) === width && cells(first) > 2
}

/** Signs that two rows have at most. */
const rangeeMax = 10_000

function readCitee(texte: string, at: number, delimiter: string): Citee | null {
  if (texte.charAt(at) !== '"') return null
  let close = texte.indexOf('"', at + 1)
  while (close !== -1 && texte.charAt(close + 1) === '"') close = texte.indexOf('"', close + 2)
  if (close === -1) return null
  // A space between a quote and the end of its cell is nobody's.
  const fin = close + 1 + (/^ +/.exec(texte.slice(close + 1, close + 10))?.[0].length ?? 0)
  const ends = fin === texte.length || [delimiter, '\r', '\n'].includes(texte.charAt(fin))
  return ends ? { texte: texte.slice(at + 1, close).replaceAll('""', '"'), fin } : null
}

import type { Remarque } from '../../dossier/dossier'

const latin1 = new TextDecoder('latin1')
const textAt = (bytes: Uint8Array, from: number, length: number) =>
  latin1.decode(bytes.subarray(Math.max(0, from), Math.max(0, from) + length))

// A cross-reference table of a real invoice has some hundreds of entries; a few thousand tell enough.
const entriesChecked = 5_000
const tablesFollowed = 50

/**
 * What a strict reader would stumble over, though pdf.js mends it silently: bytes before `%PDF-`, and a cross-reference
 * that does not lead to the objects (cut, shifted or missing). ISO 32000-1 §7.5.
 */
export function checkPdfStructure(bytes: Uint8Array): Remarque[] {
  const header = textAt(bytes, 0, 1024).indexOf('%PDF-')
  const remarques: Remarque[] = header > 0 ? ['octetsAvant'] : []
  const startxref = /startxref\s+(\d+)\s+%%EOF/g
  const tail = textAt(bytes, bytes.length - 2048, 2048)
  const start = [...tail.matchAll(startxref)].at(-1)?.[1]
  // Offsets may count from the file's first byte or from its header: either is a sound file.
  const sound = start !== undefined && [0, Math.max(0, header)].some((base) => isChainSound(bytes, Number(start), base))
  return sound ? remarques : [...remarques, 'repare']
}

/** Follows the cross-reference sections from the newest; true when each leads where it says. */
function isChainSound(bytes: Uint8Array, start: number, base: number): boolean {
  const seen = new Set<number>()
  let offset: number | null = start
  while (offset !== null) {
    if (seen.has(offset)) return false
    if (seen.size === tablesFollowed) return true
    seen.add(offset)
    const section = textAt(bytes, base + offset, 40)
    if (/^\s*\d+\s+\d+\s+obj/.test(section)) return true
    if (!/^\s*xref\s/.test(section)) return false
    const read = readTable(bytes, base + offset, base)
    if (!read) return false
    offset = read.previous
  }
  return true
}

/** One classic table: null when an entry does not lead to its object, or no trailer follows. */
function readTable(bytes: Uint8Array, from: number, base: number): { previous: number | null } | null {
  // Twenty bytes an entry, and as many again: later versions often give each entry a subsection of its own.
  const text = textAt(bytes, from, entriesChecked * 40 + 4096)
  const subsection = /\s*(?:xref\s+)?(\d+)\s+(\d+)\s*(?=\r|\n|\d{10})/y
  let [position, checked] = [0, 0]
  for (;;) {
    subsection.lastIndex = position
    const found = subsection.exec(text)
    if (!found) break
    const [first, count] = [Number(found[1]), Number(found[2])]
    const entries = text.slice(subsection.lastIndex).trimStart()
    const entriesAt = text.length - entries.length
    for (let index = 0; index < count; index++) {
      if (++checked > entriesChecked) return { previous: null }
      if (!isEntrySound(bytes, entries.slice(index * 20, index * 20 + 20), first + index, base)) return null
    }
    position = entriesAt + count * 20
  }
  // Up to its end only: what a later version appended after it has other /Prev, of bookmarks for instance.
  const trailer = /^\s*trailer\s*<<((?:(?!startxref)[^]){0,4000})/.exec(text.slice(position))
  if (!trailer) return null
  const previous = /\/Prev\s+(\d+)/.exec(trailer[1] ?? '')?.[1]
  return { previous: previous === undefined ? null : Number(previous) }
}

function isEntrySound(bytes: Uint8Array, entry: string, number: number, base: number): boolean {
  const parts = /^(\d{10}) (\d{5}) ([nf])/.exec(entry)
  if (!parts) return false
  if (parts[3] === 'f' || Number(parts[1]) === 0) return true
  const object = new RegExp(`^\\s*${number}\\s+${Number(parts[2])}\\s+obj`)
  return object.test(textAt(bytes, base + Number(parts[1]), 40))
}

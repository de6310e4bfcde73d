/** Bytes of an XML file → its text, by BOM, by the zeros of UTF-16, or by its `encoding=`; null when they are not that. */
export function decodeXml(bytes: Uint8Array): string | null {
  const encoding = sniffEncoding(bytes)
  const known = encoding === null ? 'utf-8' : labels[encoding.toLowerCase()]
  if (!known) return null
  try {
    return new TextDecoder(known, { fatal: true }).decode(bytes)
  } catch (error) {
    // TypeError: bytes that this encoding does not have.
    if (error instanceof TypeError) return null
    throw error
  }
}

const labels: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  'utf-16': 'utf-16le',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
  'iso-8859-15': 'iso-8859-15',
}

function sniffEncoding(bytes: Uint8Array): string | null {
  const [a = 0, b = 0, c = 0, d = 0] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0 && d === 0)) return 'utf-16le'
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c && c === 0)) return 'utf-16be'
  const head = String.fromCharCode(...bytes.subarray(0, 200))
  return /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1] ?? null
}

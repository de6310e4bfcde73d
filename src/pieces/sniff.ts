import { profil, type FormatFichier } from '../format/profil'

/** What bytes are: one of the four formats, or in a few words what else. */
export type Nature = { formatFichier: FormatFichier } | { formatFichier: null; nature: string; kind: AutreNature }

/** Kinds of files that get words of their own, and sometimes a way out. */
export type AutreNature = 'heic' | 'tiff' | 'webp' | 'avif' | 'gif' | 'bmp' | 'zip' | 'autre'

/** Bytes from the start of a file that `sniffNature` wants to see. */
export const sniffLength = 64 * 1024

// Not a TextDecoder: browsers take «latin1» for windows-1252, where byte 89 of a PNG becomes «‰».
const start1024 = (bytes: Uint8Array) => String.fromCharCode(...bytes.subarray(0, 1024))
const autre = (nature: string, kind: AutreNature = 'autre'): Nature => ({ formatFichier: null, nature, kind })

const signatures: readonly [pattern: RegExp, nature: Nature][] = [
  [/^\x89PNG\r\n\x1a\n/, { formatFichier: 'PNG' }],
  [/^\xff\xd8\xff/, { formatFichier: 'JPG' }],
  [/^(?:II\*\0|MM\0\*)/, autre('une image TIFF', 'tiff')],
  [/^GIF8[79]a/, autre('une image GIF', 'gif')],
  [/^RIFF....WEBP/s, autre('une image WebP', 'webp')],
  [/^BM.{4}\0\0\0\0/s, autre('une image BMP', 'bmp')],
  [/^....ftypavi[fs]/s, autre('une image AVIF', 'avif')],
  [/^....ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)/s, autre('une photo HEIC (iPhone)', 'heic')],
  [/^....ftyp/s, autre('une vidéo')],
  [/^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/, autre('un document Word, Excel ou Outlook ancien')],
  [/^\{\\rtf/, autre('un document RTF')],
  [/^Rar!/, autre('une archive RAR')],
  [/^7z\xbc\xaf\x27\x1c/, autre('une archive 7-Zip')],
  [/^MZ/, autre('un programme')],
  [/^PK(?:\x03\x04|\x05\x06)/, autre('une archive ZIP', 'zip')],
]

// Entries' names, right after their local headers: the same letters may stand anywhere in compressed bytes.
const officeParts: readonly [part: RegExp, nature: string][] = [
  [/PK\x03\x04[^]{26}word\//, 'un document Word (.docx)'],
  [/PK\x03\x04[^]{26}xl\//, 'un classeur Excel (.xlsx)'],
  [/PK\x03\x04[^]{26}ppt\//, 'une présentation PowerPoint (.pptx)'],
  [/^PK\x03\x04[^]{26}mimetypeapplication\/vnd\.oasis\.opendocument\.text/, 'un document LibreOffice (.odt)'],
  [/^PK\x03\x04[^]{26}mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/, 'un classeur LibreOffice (.ods)'],
]

/** What the first bytes say a file is, whatever its name. `head` holds the first `sniffLength` bytes, or the whole file. */
export function sniffNature(head: Uint8Array): Nature {
  const start = start1024(head)
  // Before the PDF: a stored zip shows the header of its first pièce, a picture may speak of one in its notes.
  const known = signatures.find(([pattern]) => pattern.test(start))?.[1]
  if (known && known.formatFichier === null && known.kind === 'zip') return sniffOffice(head) ?? known
  if (known) return known
  // Old tools and mail gateways write bytes before the header: every reader looks for it in the first kilobyte.
  return start.includes('%PDF-') ? { formatFichier: 'PDF' } : sniffText(start.slice(0, 512))
}

function sniffOffice(head: Uint8Array): Nature | null {
  // One byte is one character in windows-1252 too, and ASCII stays ASCII.
  const text = new TextDecoder('windows-1252').decode(head)
  const office = officeParts.find(([part]) => part.test(text))
  return office ? autre(office[1]) : null
}

function sniffText(start: string): Nature {
  // Zero bytes of UTF-16 and a byte-order mark are passed over: the first sign tells enough.
  const text = start
    .replace(/\0/g, '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .trimStart()
  const element = text.replace(/^<\?xml[^>]*>\s*/i, '').replace(/^(?:<!--(?:(?!-->)[^])*-->\s*)+/, '')
  if (/^<(?:!doctype html|html|head|body|script)\b/i.test(element))
    return autre('une page web, sans doute un téléchargement raté')
  if (/^<(?:\?xml|!--|!doctype|[a-z_])/i.test(text)) return { formatFichier: 'XML' }
  if (/^(?:PK|[[{])/.test(text) || /^[\x09\x0a\x0d\x20-\xff]+$/.test(text)) return autre('un fichier texte')
  return autre('un fichier d’un autre type')
}

/** Whether the file's name ends as its true format is written; a name without any ending says nothing wrong. */
export function isExtensionTrue(name: string, formatFichier: FormatFichier): boolean {
  const extension = /\.([^.\s]{1,5})$/.exec(name)?.[1]?.toLowerCase()
  if (extension === undefined) return true
  return (
    extension === profil.extensions[formatFichier] ||
    (formatFichier === 'JPG' && ['jpeg', 'jpe', 'jfif'].includes(extension))
  )
}

import { profil, type FormatFichier } from '../format/profil'

/** What bytes are: one of the four formats, or in a few words what else. */
export type Nature = { formatFichier: FormatFichier } | { formatFichier: null; nature: string; kind: AutreNature }

/** Kinds of files that get words of their own, and sometimes a way out. */
export type AutreNature = 'heic' | 'tiff' | 'webp' | 'avif' | 'gif' | 'bmp' | 'zip' | 'autre'

/** Bytes from the start of a file that `sniffNature` wants to see. */
export const sniffLength = 64 * 1024

const latin1 = new TextDecoder('latin1')
const ascii = (bytes: Uint8Array, from: number, to: number) => latin1.decode(bytes.subarray(from, to))
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

const officeParts: readonly [part: string, nature: string][] = [
  ['word/', 'un document Word (.docx)'],
  ['xl/', 'un classeur Excel (.xlsx)'],
  ['ppt/', 'une présentation PowerPoint (.pptx)'],
  ['application/vnd.oasis.opendocument.text', 'un document LibreOffice (.odt)'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'un classeur LibreOffice (.ods)'],
]

/** What the first bytes say a file is, whatever its name. `head` holds the first `sniffLength` bytes, or the whole file. */
export function sniffNature(head: Uint8Array): Nature {
  // Old tools and mail gateways write bytes before the header: every reader looks for it in the first kilobyte.
  if (ascii(head, 0, 1024).includes('%PDF-')) return { formatFichier: 'PDF' }
  const start = ascii(head, 0, 32)
  const known = signatures.find(([pattern]) => pattern.test(start))?.[1]
  if (known && known.formatFichier === null && known.kind === 'zip') return sniffOffice(head) ?? known
  return known ?? sniffText(head)
}

function sniffOffice(head: Uint8Array): Nature | null {
  const text = ascii(head, 0, head.length)
  const office = officeParts.find(([part]) => text.includes(part))
  return office ? autre(office[1]) : null
}

function sniffText(head: Uint8Array): Nature {
  // Zero bytes of UTF-16 and a byte-order mark are passed over: the first sign tells enough.
  const text = ascii(head, 0, 512)
    .replace(/\0/g, '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .trimStart()
  if (/^<(?:!doctype html|html|head|body|script)\b/i.test(text))
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

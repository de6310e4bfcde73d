import { profil, type FormatFichier } from '../format/profil'
import { sniffText } from './sniffText'

/** What bytes are: one of the four formats, or in a few words what else. */
export type Nature = { formatFichier: FormatFichier } | { formatFichier: null; nature: string; kind: AutreNature }

/**
 * Kinds of files that get words of their own, and often a way out. `lien`: a shortcut. `courriel`: a mail as text.
 * `ole`: Outlook's mails and Office's old documents alike. `enveloppe`: a signature around a document.
 */
export type AutreNature =
  'heic' | 'tiff' | 'webp' | 'avif' | 'gif' | 'bmp' | 'zip' | 'lien' | 'courriel' | 'ole' | 'enveloppe' | 'autre'

/** Bytes from the start of a file that `sniffNature` wants to see. */
export const sniffLength = 64 * 1024

// Not a TextDecoder: browsers take «latin1» for windows-1252, where byte 89 of a PNG becomes «‰».
const start1024 = (bytes: Uint8Array) => String.fromCharCode(...bytes.subarray(0, 1024))
const autre = (nature: string, kind: AutreNature = 'autre'): Nature => ({ formatFichier: null, nature, kind })

// A DER or BER sequence that begins with the name of a kind of message (RFC 5652 §3): PKCS#7 data, its last number apart.
const cms =
  '^\\x30(?:\\x80|[\\x00-\\x7f]|\\x81.|\\x82..|\\x83...|\\x84....)\\x06\\x09\\x2a\\x86\\x48\\x86\\xf7\\x0d\\x01\\x07'

const signatures: readonly [pattern: RegExp, nature: Nature][] = [
  [/^\x89PNG\r\n\x1a\n/, { formatFichier: 'PNG' }],
  [/^\xff\xd8\xff/, { formatFichier: 'JPG' }],
  [/^(?:II\*\0|MM\0\*)/, autre('une image TIFF', 'tiff')],
  [/^GIF8[79]a/, autre('une image GIF', 'gif')],
  [/^RIFF....WEBP/s, autre('une image WebP', 'webp')],
  [/^BM(?:.{4}\0\0\0\0|.{12}[\x0c\x28\x6c\x7c]\0\0\0)/s, autre('une image BMP', 'bmp')],
  [/^(?:\0\0\0\x0cjP {2}|\xff\x4f\xff\x51)/, autre('une image JPEG 2000')],
  [/^(?:\0\0\0\x0cJXL |\xff\x0a)/, autre('une image JPEG XL')],
  [/^II\xbc/, autre('une image JPEG XR')],
  [/^8BPS/, autre('une image Photoshop (.psd)')],
  [/^(?:\xd7\xcd\xc6\x9a|\x01\0\0\0.{36} EMF)/s, autre('un dessin de Windows (.wmf, .emf)')],
  [/^....ftypavi[fs]/s, autre('une image AVIF', 'avif')],
  [/^....ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)/s, autre('une photo HEIC (iPhone)', 'heic')],
  [/^....ftyp/s, autre('une vidéo')],
  [/^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/, autre('un document Word, Excel ou Outlook ancien', 'ole')],
  [/^\x78\x9f\x3e\x22/, autre('une pièce jointe winmail.dat, propre à Outlook')],
  [/^L\0\0\0\x01\x14\x02\0/, autre('un raccourci de Windows (.lnk)', 'lien')],
  [/^book\0\0\0\0mark/, autre('un alias de Mac', 'lien')],
  [/^bplist0/, autre('un lien ou un réglage de Mac (.webloc, .plist)', 'lien')],
  [new RegExp(`${cms}\\x02`, 's'), autre('une enveloppe signée (.p7m)', 'enveloppe')],
  [new RegExp(`${cms}\\x03`, 's'), autre('un message chiffré (.p7m)')],
  [/^\{\\rtf/, autre('un document RTF')],
  [/^(?:%!PS|\xc5\xd0\xd3\xc6)/, autre('un document PostScript (.ps, .eps)')],
  [/^%FDF-/, autre('les réponses à un formulaire PDF (.fdf), sans le formulaire')],
  [/^AT&TFORM/, autre('un document DjVu')],
  [/^JVBERi0/, autre('un PDF encodé en base64')],
  [/^\x1f\x8b\x08/, autre('une archive GZIP')],
  [/^[^]{257}ustar/, autre('une archive TAR')],
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
  [/PK\x03\x04[^]{26}META-INF\/manifest\.xml/, 'un document LibreOffice (.odt, .ods)'],
  [/PK\x03\x04[^]{26}Index\/\w+\.iwa/, 'un document Pages, Numbers ou Keynote (Mac)'],
  [/PK\x03\x04[^]{26}(?:FixedDocumentSequence|FixedDocSeq)\.fdseq/, 'un document XPS'],
]

/** What the first bytes say a file is, whatever its name. `head` holds the first `sniffLength` bytes, or the whole file. */
export function sniffNature(head: Uint8Array): Nature {
  const start = start1024(head)
  // Before the PDF: a stored zip shows the header of its first pièce, a picture may speak of one in its notes.
  const known = signatures.find(([pattern]) => pattern.test(start))?.[1]
  if (known && known.formatFichier === null && known.kind === 'zip') return sniffOffice(head) ?? known
  if (known) return known
  // Old tools and mail gateways write bytes before the header: every reader looks for it in the first kilobyte.
  return start.includes('%PDF-') ? { formatFichier: 'PDF' } : sniffText(start)
}

function sniffOffice(head: Uint8Array): Nature | null {
  // One byte is one character in windows-1252 too, and ASCII stays ASCII.
  const text = new TextDecoder('windows-1252').decode(head)
  const office = officeParts.find(([part]) => part.test(text))
  return office ? autre(office[1]) : null
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

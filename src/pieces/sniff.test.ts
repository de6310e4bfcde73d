import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import type { FormatFichier } from '../format/profil'
import { isExtensionTrue, sniffNature, type AutreNature } from './sniff'

/** One character, one byte. */
const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))
const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, littleEndian: boolean) =>
  bytes(Array.from(text, (char) => (littleEndian ? `${char}\0` : `\0${char}`)).join(''))
/** A stored zip's first bytes: one local header for each name. */
const zip = (...entries: [name: string, content?: string][]) =>
  bytes(entries.map(([name, content = '']) => `PK\x03\x04${'\x14\0'.repeat(13)}${name}${content}`).join(''))

const box = (brand: string) => bytes(`\0\0\0\x18ftyp${brand}\0\0\0\0`)
const xml = '<?xml version="1.0"?><Invoice/>'

afterEach(() => void vi.unstubAllGlobals())

const formats: [string, Uint8Array, FormatFichier][] = [
  ['a PDF', bytes('%PDF-1.7\n%\xe2\xe3\xcf\xd3'), 'PDF'],
  ['a PDF whose header ends in the last of 1024 bytes', bytes(`${'\n'.repeat(1019)}%PDF-1.7`), 'PDF'],
  ['a PDF behind printer commands', bytes('\x1b%-12345X@PJL ENTER\r\n%PDF-1.4'), 'PDF'],
  ['a PNG', bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'PNG'],
  ['a PNG that speaks of a PDF', bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR tEXt %PDF-1.4'), 'PNG'],
  ['a JPG', bytes('\xff\xd8\xff\xe0\0\x10JFIF\0'), 'JPG'],
  ['a JPG without JFIF', bytes('\xff\xd8\xff\xdb\0\x43'), 'JPG'],
  ['an XML', bytes(xml), 'XML'],
  ['an XML with a mark', utf8(`\ufeff${xml}`), 'XML'],
  ['an XML without a declaration', bytes('\r\n <rsm:CrossIndustryInvoice>'), 'XML'],
  ['an XML behind a comment', bytes('<!-- <html> --><Invoice/>'), 'XML'],
  ['an XML in UTF-16 LE with a mark', bytes(`\xff\xfe${String.fromCharCode(...utf16(xml, true))}`), 'XML'],
  ['an XML in UTF-16 BE with a mark', bytes(`\xfe\xff${String.fromCharCode(...utf16(xml, false))}`), 'XML'],
  ['an XML in UTF-16 LE without one', utf16(xml, true), 'XML'],
]

test.each(formats)('[format §3 formatFichier] tells %s by its bytes', (_, head, formatFichier) => {
  expect(sniffNature(head)).toEqual({ formatFichier })
})

test('[format §3 formatFichier] tells them where «latin1» means windows-1252, as in browsers', () => {
  vi.stubGlobal(
    'TextDecoder',
    class {
      decode = (head: Uint8Array) => Array.from(head, (byte) => (byte >= 0x80 && byte < 0xa0 ? '‰' : '.')).join('')
    },
  )
  for (const [, head, formatFichier] of formats) expect(sniffNature(head)).toEqual({ formatFichier })
})

test.each<[string, Uint8Array, AutreNature, RegExp]>([
  ['a TIFF of Intel', bytes('II*\0\x08\0\0\0'), 'tiff', /TIFF/],
  ['a TIFF of Motorola', bytes('MM\0*\0\0\0\x08'), 'tiff', /TIFF/],
  ['a GIF', bytes('GIF89a'), 'gif', /GIF/],
  ['a WebP', bytes('RIFF\n\0\0\0WEBPVP8 '), 'webp', /WebP/],
  ['a BMP', bytes('BM\n\0\0\0\0\0\0\0'), 'bmp', /BMP/],
  ['an AVIF', box('avif'), 'avif', /AVIF/],
  ['a HEIC', box('heic'), 'heic', /iPhone/],
  ['a HEIC of another brand', box('mif1'), 'heic', /iPhone/],
  ['a shortcut of Windows', bytes('L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0'), 'lien', /raccourci de Windows/],
  ['an internet shortcut', bytes('[InternetShortcut]\r\nURL=https://x.example/\r\n'), 'lien', /raccourci internet/],
  ['a link of macOS', utf8('<?xml version="1.0"?>\n<!DOCTYPE plist PUBLIC "x">\n<plist version="1.0">'), 'lien', /Mac/],
  ['a binary link of macOS', bytes('bplist00\xd1'), 'lien', /Mac/],
  [
    'a link to Google Docs',
    utf8('{"":"WARNING! DO NOT EDIT","doc_id":"1x","email":"x@example.org"}'),
    'lien',
    /Google/,
  ],
  ['an older one', utf8('{"url": "https://docs.google.com/open?id=1", "resource_id": "document:1"}'), 'lien', /Google/],
  ['a mail', utf8('From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\n\r\n'), 'courriel', /courriel/],
  [
    'a mail as a server keeps it',
    utf8('Return-Path: <a@b.example>\nReceived: from x\n by y\n'),
    'courriel',
    /courriel/,
  ],
  ['a mail from a mailbox file', utf8('From a@b Wed Mar 15\nDate: Wed\nFrom: a@b.example\n\n'), 'courriel', /courriel/],
  ['a saved web page', utf8('From: <Saved by Blink>\nSubject: x\nDate: y\n\n'), 'autre', /page web enregistrée/],
  [
    'a signed envelope that shows its PDF',
    bytes('\x30\x82\x0e\x34\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02\xa0\x82\x0e\x25%PDF-1.3'),
    'enveloppe',
    /enveloppe signée/,
  ],
  ['one of unknown length', bytes('\x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02'), 'enveloppe', /signée/],
  ['one as text', utf8('-----BEGIN PKCS7-----\nMIIO'), 'enveloppe', /signée/],
  ['a ciphered one', bytes('\x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x03'), 'autre', /chiffré/],
  ['what Outlook makes of attachments', bytes('\x78\x9f\x3e\x22\x01'), 'autre', /winmail/],
  ['a text with a colon', utf8('Bonjour : voici la facture'), 'autre', /texte/],
  [
    'a JSON of demandes that speaks of Google',
    utf8('{"url": "https://docs.google.com/x", "lignesImport": []}'),
    'autre',
    /texte/,
  ],
  ['a film', box('isom'), 'autre', /vidéo/],
  ['an old Word', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'ole', /Word, Excel ou Outlook/],
  ['an RTF', bytes('{\\rtf1\\ansi'), 'autre', /RTF/],
  ['a RAR', bytes('Rar!\x1a\x07'), 'autre', /RAR/],
  ['a 7-Zip', bytes('7z\xbc\xaf\x27\x1c'), 'autre', /7-Zip/],
  ['a program', bytes('MZ\x90\0'), 'autre', /programme/],
  ['a docx', zip(['[Content_Types].xml', '<Types/>'], ['word/document.xml']), 'autre', /docx/],
  ['an xlsx', zip(['[Content_Types].xml', '<Types/>'], ['xl/workbook.xml']), 'autre', /xlsx/],
  ['a pptx', zip(['[Content_Types].xml', '<Types/>'], ['ppt/presentation.xml']), 'autre', /pptx/],
  ['an odt', zip(['mimetype', 'application/vnd.oasis.opendocument.text']), 'autre', /odt/],
  ['an ods', zip(['mimetype', 'application/vnd.oasis.opendocument.spreadsheet']), 'autre', /ods/],
  ['an ods whose mimetype is not first', zip(['content.xml'], ['META-INF/manifest.xml']), 'autre', /LibreOffice/],
  ['a document of Pages', zip(['preview.jpg'], ['Index/Document.iwa']), 'autre', /Pages/],
  ['an XPS', zip(['[Content_Types].xml'], ['FixedDocSeq.fdseq']), 'autre', /XPS/],
  ['a BMP with something in its reserved bytes', bytes('BM\n\0\0\0\x01\0\0\0\x36\0\0\0\x28\0\0\0'), 'bmp', /BMP/],
  ['a JPEG 2000', bytes('\0\0\0\x0cjP  \r\n\x87\n'), 'autre', /JPEG 2000/],
  ['a JPEG XL', bytes('\0\0\0\x0cJXL \r\n\x87\n'), 'autre', /JPEG XL/],
  ['a JPEG XR', bytes('II\xbc\x01'), 'autre', /JPEG XR/],
  ['a picture of Photoshop', bytes('8BPS\0\x01'), 'autre', /Photoshop/],
  ['a drawing of Windows', bytes(`\x01\0\0\0${'\0'.repeat(36)} EMF`), 'autre', /dessin/],
  ['PostScript', bytes('%!PS-Adobe-3.0 EPSF-3.0\n'), 'autre', /PostScript/],
  ['answers to a form', bytes('%FDF-1.2\n'), 'autre', /formulaire/],
  ['a DjVu', bytes('AT&TFORM'), 'autre', /DjVu/],
  ['a PDF in base64', bytes('JVBERi0xLjcK'), 'autre', /base64/],
  ['a gzip', bytes('\x1f\x8b\x08\0'), 'autre', /GZIP/],
  ['a tar', bytes(`facture.pdf${'\0'.repeat(246)}ustar`), 'autre', /TAR/],
  ['an SVG', bytes('<?xml version="1.0"?>\n<!-- x -->\n<svg xmlns="http://www.w3.org/2000/svg"/>'), 'autre', /SVG/],
  ['an SVG with a type', bytes('<!DOCTYPE svg PUBLIC "x"><svg/>'), 'autre', /SVG/],
  [
    'a Word document as XML',
    bytes('<?xml version="1.0"?>\r\n<?mso-application progid="Word.Document"?>'),
    'autre',
    /Office/,
  ],
  [
    'a LibreOffice document as XML',
    bytes('<?xml version="1.0"?><office:document xmlns:office="x"/>'),
    'autre',
    /Office/,
  ],
  ['bytes with zeros', bytes('abc\0\0\0def'), 'autre', /autre type/],
  ['a text in UTF-16', utf16('Facture', true), 'autre', /texte/],
  ['a zip', zip(['facture.pdf', 'deflated, with xl/ and word/ by chance']), 'zip', /ZIP/],
  ['a stored zip of PDFs', zip(['BIO-SGL-Val-VA-00001.pdf', '%PDF-1.7']), 'zip', /ZIP/],
  ['an empty zip', bytes('PK\x05\x06\0\0'), 'zip', /ZIP/],
  ['a web page', bytes('\r\n<!DOCTYPE html><html>'), 'autre', /page web/],
  ['a page of error', bytes('<HTML><body>404'), 'autre', /page web/],
  ['an XHTML page', bytes('<?xml version="1.0"?>\n<!-- portail -->\n<!DOCTYPE html><html/>'), 'autre', /page web/],
  ['a PDF that begins past 1024 bytes', bytes(`${'\n'.repeat(1020)}%PDF-1.7`), 'autre', /./],
  ['plain text', utf8('Facture n° 12 : 27 450,00 €'), 'autre', /texte/],
  ['JSON', bytes('{"numeroAns": 1}'), 'autre', /texte/],
  ['nothing', new Uint8Array(), 'autre', /autre type/],
  ['noise', bytes('\x01\x02\x03\x04'), 'autre', /autre type/],
])('[format §3 formatFichier] refuses %s, and says what it is', (_, head, kind, nature) => {
  expect(sniffNature(head)).toEqual({
    formatFichier: null,
    kind,
    nature: expect.stringMatching(nature) as unknown,
  })
})

test('[format §3 formatFichier] any bytes have a nature, comments without end too', () => {
  const start = fc.constantFrom('', '<!--', '<!---->'.repeat(70), '<?xml', 'PK\x03\x04')
  fc.assert(
    fc.property(start, fc.uint8Array({ maxLength: 2000 }), (text, rest) => {
      expect(sniffNature(new Uint8Array([...bytes(text), ...rest]))).toHaveProperty('formatFichier')
    }),
  )
})

test.each<[string, FormatFichier, boolean]>([
  ['facture.pdf', 'PDF', true],
  ['FACTURE.PDF', 'PDF', true],
  ['facture.pdf', 'PNG', false],
  ['scan.jpeg', 'JPG', true],
  ['scan.jpe', 'JPG', true],
  ['scan.jfif', 'JPG', true],
  ['scan.jpeg', 'PNG', false],
  ['facture.xml', 'XML', true],
  ['facture.docx', 'PDF', false],
  ['facture', 'PDF', true],
  ['Facture S.A.R.L. Dupont et fils', 'PDF', true],
])('[format §3 formatFichier] the ending of «%s» for a %s: true is %s', (name, formatFichier, expected) => {
  expect(isExtensionTrue(name, formatFichier)).toBe(expected)
})

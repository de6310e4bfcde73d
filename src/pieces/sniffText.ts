import type { AutreNature, Nature } from './sniff'

const autre = (nature: string, kind: AutreNature = 'autre'): Nature => ({ formatFichier: null, nature, kind })

/** What a text is by its first kilobyte, one character a byte: XML, or in a few words what else. */
export function sniffText(start: string): Nature {
  // Zero bytes of UTF-16 and a byte-order mark are passed over: the first signs tell enough.
  const text = start
    .replace(/\0/g, '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .trimStart()
  const lien = sniffLien(text)
  if (lien) return autre(lien, 'lien')
  const element = text.replace(/^<\?xml[^>]*>\s*/i, '').replace(/^(?:<!--(?:(?!-->)[^])*-->\s*)+/, '')
  if (/^<(?:!doctype html|html|head|body|script)\b/i.test(element))
    return autre('une page web, sans doute un téléchargement raté')
  if (/^<(?:!doctype svg|(?:\w+:)?svg)\b/i.test(element)) return autre('une image SVG')
  if (/^<(?:\?mso-application|office:document|w:wordDocument|pkg:package)\b/i.test(element))
    return autre('un document Office ou LibreOffice enregistré en XML')
  if (/^<(?:\?xml|!--|!doctype|[a-z_])/i.test(text)) return { formatFichier: 'XML' }
  if (/^-----BEGIN (?:PKCS7|CMS|PKCS #7 SIGNED DATA)-----/.test(text)) return autre('une enveloppe signée', 'enveloppe')
  if (isCourriel(text))
    return /^from: *<saved by|^snapshot-content-location:/im.test(text)
      ? autre('une page web enregistrée (.mht)')
      : autre('un courriel (.eml)', 'courriel')
  // Zero bytes are half of the signs of UTF-16, and of no other text.
  const isOther = start.includes('\0') && !/^(?:\xff\xfe|\xfe\xff|\0[^\0]|[^\0]\0)/.test(start)
  if (!isOther && (/^(?:PK|[[{])/.test(text) || /^[\x09\x0a\x0d\x20-\xff]+$/.test(text)))
    return autre('un fichier texte')
  return autre('un fichier d’un autre type')
}

/** Files that only say where a document is. */
function sniffLien(text: string): string | null {
  if (/^\[InternetShortcut\]/i.test(text) || /^\[\{[0-9a-f-]{36}\}\]\s+prop/i.test(text))
    return 'un raccourci internet (.url)'
  if (/^\[Desktop Entry\]/i.test(text)) return 'un raccourci de Linux (.desktop)'
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE plist[^>]*>\s*)?<plist[\s>]/i.test(text)) return 'un lien de Mac (.webloc)'
  const google = /"(?:doc_id|resource_id)"\s*:|"url"\s*:\s*"https:\/\/(?:docs|drive)\.google\.com\//
  if (text.startsWith('{') && google.test(text) && !/lignesImport/i.test(text))
    return 'un lien vers un document de Google Drive (.gdoc)'
  return null
}

const always = /^(?:return-path|delivered-to|received|mime-version|message-id|dkim-signature|arc-[a-z-]+|x-[a-z-]+):/i
const usual =
  /^(?:from|to|cc|subject|date|sender|reply-to|message-id|mime-version|content-type|received|thread-[a-z]+):\s/gim

/** A header line that only mails begin with, or several of theirs (RFC 5322 §3.6); an mbox begins with «From ». */
function isCourriel(text: string): boolean {
  const header = text.replace(/^From [^\n]*\n/, '').split(/\r?\n\r?\n/, 1)[0] ?? ''
  if (!/^[!-9;-~]+:/.test(header)) return false
  const names = new Set(Array.from(header.matchAll(usual), ([found]) => found.toLowerCase().trim()))
  return names.size >= 2 || (always.test(header) && names.size > 0)
}

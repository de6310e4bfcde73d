import type { Message } from '../../format/message'
import type { ClasseurLu } from '../../tableau/classeur'
import { findListes } from '../../tableau/colonnes'
import { isTournee } from '../../tableau/entetes'
import { avisMasquees } from '../../tableau/masquees'
import { decodeTextFile, isEncodageDouteux } from '../text'
import { ClasseurTropGrand, openArchive } from './archive'
import { diviser, readCsv } from './csv'
import type { Feuilles } from './grille'
import { readOds } from './ods'
import { XmlAbime } from './walkXml'
import { readXlsx } from './xlsx'

const refus = {
  ancien: {
    faute: 'C’est un classeur d’un ancien format (.xls).',
    remede: 'Ouvrez-le dans votre tableur et enregistrez-le en .xlsx ou en CSV.',
  },
  motDePasse: {
    faute: 'Ce classeur est protégé par un mot de passe.',
    remede: 'Ouvrez-le dans votre tableur et enregistrez-le sans mot de passe, en .xlsx ou en CSV.',
  },
  binaire: {
    faute: 'C’est un classeur Excel binaire (.xlsb).',
    remede: 'Ouvrez-le dans Excel et enregistrez-le en .xlsx ou en CSV.',
  },
  numbers: {
    faute: 'C’est un tableau de Numbers.',
    remede: 'Ouvrez-le dans Numbers et exportez-le en Excel (.xlsx) ou en CSV.',
  },
  xml: {
    faute: 'C’est un classeur d’Excel 2003 en XML.',
    remede: 'Ouvrez-le dans votre tableur et enregistrez-le en .xlsx ou en CSV.',
  },
  page: {
    faute: 'C’est une page web, même si son nom est celui d’un tableau.',
    remede: 'Ouvrez-la dans votre tableur et enregistrez-la en .xlsx ou en CSV.',
  },
  autre: {
    faute: 'Ce n’est pas un tableau que l’on sache lire.',
    remede: 'Enregistrez-le depuis votre tableur en .xlsx, .ods ou CSV.',
  },
  abime: {
    faute: 'Ce tableau est abîmé.',
    remede: 'Ouvrez-le dans votre tableur, enregistrez-le de nouveau, puis reprenez-le.',
  },
  tropGrand: {
    faute: 'Ce tableau est trop grand pour être une liste de demandes.',
    remede: 'Copiez les seules lignes des demandes dans un nouveau tableau.',
  },
  tourne: {
    faute: 'Ce tableau a ses titres dans la première colonne, et une demande par colonne.',
    remede: 'Dans votre tableur, copiez-le, faites un collage spécial « Transposer », puis reprenez-le.',
  },
  vide: { faute: 'Ce tableau est vide.', remede: 'Vérifiez que les demandes y sont, et qu’il a été enregistré.' },
} as const satisfies Record<string, Message>

/** A CSV, an Excel (.xlsx) or a LibreOffice (.ods) file, told by its bytes → its sheets that hold something. */
export async function readClasseur(nom: string, octets: Blob): Promise<ClasseurLu> {
  try {
    const lu = await readAny(octets)
    if ('raison' in lu) return { ok: false, nom, message: refus[lu.raison] }
    const feuilles = lu.feuilles.filter(({ lignes }) => lignes.length > 0).map(diviser)
    const { masquees } = lu
    if (feuilles.length === 0)
      return {
        ok: false,
        nom,
        message:
          masquees.length > 0 ? avisMasquees('Ce tableau ne montre aucune feuille remplie.', masquees) : refus.vide,
      }
    const listes = findListes(feuilles)
    const best = feuilles[listes.meilleure]
    if (best && isTournee(best)) return { ok: false, nom, message: refus.tourne }
    return { ok: true, nom, feuilles, ...listes, masquees, reprise: lu.reprise }
  } catch (error) {
    return { ok: false, nom, message: refus[raisonOf(error)] }
  }
}

type Lu = (Feuilles & { reprise: string | null }) | { raison: keyof typeof refus }

async function readAny(octets: Blob): Promise<Lu> {
  if (octets.size === 0) return { raison: 'vide' }
  const start = String.fromCharCode(...new Uint8Array(await octets.slice(0, 8).arrayBuffer()))
  if (start.startsWith('\xd0\xcf\x11\xe0')) return { raison: (await isChiffre(octets)) ? 'motDePasse' : 'ancien' }
  if (!start.startsWith('PK')) return readTexte(octets)
  return openArchive(octets, async (parts): Promise<Lu> => {
    for (const [part, raison] of autresClasseurs) if ((await parts(part)) !== null) return { raison }
    if (/:encryption-data\b/.test((await parts('META-INF/manifest.xml')) ?? '')) return { raison: 'motDePasse' }
    const lues = (await readXlsx(parts)) ?? (await readOds(parts))
    return lues ? { ...lues, reprise: null } : { raison: 'autre' }
  })
}

/** Parts that only workbooks of other programs have. */
const autresClasseurs = [
  ['xl/workbook.bin', 'binaire'],
  ['Index/Document.iwa', 'numbers'],
  ['Index.zip', 'numbers'],
] as const

/** Whether a compound file holds a workbook under a password: the name of its stream, in UTF-16 (MS-OFFCRYPTO §2.3.4.4). */
const isChiffre = async (octets: Blob) =>
  new TextDecoder('windows-1252')
    .decode(await octets.arrayBuffer())
    .includes(Array.from('EncryptedPackage', (char) => `${char}\0`).join(''))

async function readTexte(octets: Blob): Promise<Lu> {
  const lu = await decodeTextFile(octets)
  if (!lu) return { raison: 'tropGrand' }
  const texte = withoutFin(lu.texte)
  const balise = premiereBalise(texte)
  // A web archive: what browsers and old programs save a page as, pictures and all.
  if (/^MIME-Version:/i.test(texte)) return { raison: 'page' }
  if (/^(?:html|head|meta|body|table|div|style)$/i.test(balise)) return { raison: 'page' }
  if (/^(?:\w+:)?workbook$/i.test(balise)) return { raison: 'xml' }
  // Bytes that no text has (a picture, a program), or that begin a PDF, XML, RTF, SYLK or DIF.
  if (/[\0-\x08\x0e-\x1a]/.test(texte) || autreTexte.test(texte)) return { raison: 'autre' }
  if (texte.trim() === '') return { raison: 'vide' }
  // A spreadsheet stores a mark of UTF-8, or UTF-16, as a matter of course: only what is in doubt is worth a word.
  return { feuilles: [readCsv(texte, '')], masquees: [], reprise: isEncodageDouteux(lu.encodage) ? lu.reprise : null }
}

/** The first element of a page or an XML text, behind declarations and comments; empty for any other text. */
function premiereBalise(texte: string): string {
  const rest = texte.slice(0, enTete).replace(/^\s*(?:<(?:!--[\s\S]*?--|[?!][^>]*)>\s*)*/, '')
  return /^<([\w:]+)/.exec(rest)?.[1] ?? ''
}

/** Signs within which the first element of a page stands. */
const enTete = 4_000

/** A text without what DOS, and programs that fill up blocks, write behind it. */
function withoutFin(texte: string): string {
  let end = texte.length
  while (end > 0 && ['\0', '\x1a'].includes(texte.charAt(end - 1))) end -= 1
  return texte.slice(0, end)
}

const autreTexte = /^\s*(?:%PDF-|<|\{\\rtf|ID;P|TABLE\r?\n0,1\r?\n|socialcalc:)/

function raisonOf(error: unknown): 'tropGrand' | 'abime' {
  if (error instanceof ClasseurTropGrand) return 'tropGrand'
  // The zip library tells a broken file only by throwing; what it throws are plain errors, ours have names.
  if (error instanceof XmlAbime || (error instanceof Error && error.constructor === Error)) return 'abime'
  throw error
}

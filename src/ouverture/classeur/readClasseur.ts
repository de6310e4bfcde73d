import type { Message } from '../../format/message'
import type { ClasseurLu } from '../../tableau/classeur'
import { bestFeuille } from '../../tableau/colonnes'
import type { Feuille } from '../../tableau/feuille'
import { decodeTextFile } from '../text'
import { ClasseurTropGrand, openArchive } from './archive'
import { readCsv } from './csv'
import { readOds } from './ods'
import { XmlAbime } from './walkXml'
import { readXlsx } from './xlsx'

const refus = {
  ancien: {
    faute: 'C’est un classeur d’un ancien format (.xls), ou protégé par un mot de passe.',
    remede: 'Ouvrez-le dans votre tableur et enregistrez-le en .xlsx sans mot de passe, ou en CSV.',
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
  vide: { faute: 'Ce tableau est vide.', remede: 'Vérifiez que les demandes y sont, et qu’il a été enregistré.' },
} as const satisfies Record<string, Message>

/** A CSV, an Excel (.xlsx) or a LibreOffice (.ods) file, told by its bytes → its sheets that hold something. */
export async function readClasseur(nom: string, octets: Blob): Promise<ClasseurLu> {
  try {
    const lu = await readAny(octets)
    if ('raison' in lu) return { ok: false, nom, message: refus[lu.raison] }
    const feuilles = lu.feuilles.filter(({ lignes }) => lignes.length > 0)
    return feuilles.length === 0
      ? { ok: false, nom, message: refus.vide }
      : { ok: true, nom, feuilles, meilleure: bestFeuille(feuilles), reprise: lu.reprise }
  } catch (error) {
    return { ok: false, nom, message: refus[raisonOf(error)] }
  }
}

type Lu = { feuilles: Feuille[]; reprise: string | null } | { raison: keyof typeof refus }

async function readAny(octets: Blob): Promise<Lu> {
  if (octets.size === 0) return { raison: 'vide' }
  const start = String.fromCharCode(...new Uint8Array(await octets.slice(0, 8).arrayBuffer()))
  if (start.startsWith('\xd0\xcf\x11\xe0')) return { raison: 'ancien' }
  if (!start.startsWith('PK')) return readTexte(octets)
  const feuilles = await openArchive(octets, async (parts) => (await readXlsx(parts)) ?? (await readOds(parts)))
  return feuilles ? { feuilles, reprise: null } : { raison: 'autre' }
}

async function readTexte(octets: Blob): Promise<Lu> {
  const lu = await decodeTextFile(octets)
  if (!lu) return { raison: 'tropGrand' }
  // Bytes that no text has: a picture, a PDF, a program.
  if (/[\0-\x08\x0e-\x1a]/.test(lu.texte) || /^\s*(?:%PDF-|<|\{\\rtf)/.test(lu.texte)) return { raison: 'autre' }
  if (lu.texte.trim() === '') return { raison: 'vide' }
  // A spreadsheet stores a mark of UTF-8 as a matter of course: only another encoding is worth a word.
  return { feuilles: [readCsv(lu.texte, '')], reprise: lu.encodage === 'windows-1252' ? lu.reprise : null }
}

function raisonOf(error: unknown): 'tropGrand' | 'abime' {
  if (error instanceof ClasseurTropGrand) return 'tropGrand'
  // The zip library tells a broken file only by throwing; what it throws are plain errors, ours have names.
  if (error instanceof XmlAbime || (error instanceof Error && error.constructor === Error)) return 'abime'
  throw error
}

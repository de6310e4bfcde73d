import type { Piece, Remarque } from '../dossier/dossier'
import { regles, type FaitsDe, type NomRegle } from '../dossier/regles'
import type { Message } from '../format/message'
import { profil, type FormatFichier } from '../format/profil'
import { createBridge } from '../worker/bridge'
import type { PiecesAbilities, PageDessinee } from './abilities'
import type { Lecture } from '../lecture/lecture'
import type { Recours } from './recours'
import { isExtensionTrue, sniffLength, sniffNature, type AutreNature } from './sniff'

/** A file taken: what is known of it, and its bytes, copied so that moving the file on disk changes nothing. */
export type Examen =
  | { ok: true; piece: Piece; octets: Blob }
  | { ok: false; nom: string; regle: NomRegle | null; message: Message; recours: Recours | null }

const startWorker = () => new Worker(new URL('./pieces.worker.ts', import.meta.url), { type: 'module' })
const bridge = createBridge<PiecesAbilities>(startWorker)

/** Calls of the pièces' worker, one at a time; a hostile file costs one call and its time limit, never the page. */
export const callPieces = bridge.call

const assets = () => new URL('pdfjs/', document.baseURI).href
export const documentOf = (octets: Blob, formatFichier: FormatFichier) => ({ octets, formatFichier, base: assets() })

const openTime = 20_000
const vignetteTime = 15_000

const refuse = <Nom extends NomRegle>(
  nom: string,
  regle: Nom,
  faits: FaitsDe<Nom>,
  recours: Recours | null = null,
): Examen => ({
  ok: false,
  nom,
  regle,
  message: (regles[regle].message as (faits: FaitsDe<Nom>) => Message)(faits),
  recours,
})

/** Takes a dropped file, or says in words why it cannot be a pièce. Aborted: a refusal without words. */
export async function examineFile(file: File, signal?: AbortSignal): Promise<Examen> {
  const nom = file.name
  try {
    if (file.size === 0) return refuse(nom, 'pieceVide', undefined)
    const nature = sniffNature(new Uint8Array(await file.slice(0, sniffLength).arrayBuffer()))
    if (nature.formatFichier === null)
      return refuse(nom, 'pieceFormat', { nature: nature.nature }, recoursOf(nature.kind))
    if (file.size > profil.pieceTailleMax)
      return refuse(nom, 'pieceTaille', { taille: file.size }, { kind: 'reduire', formatFichier: nature.formatFichier })
    const octets = new Blob([await file.arrayBuffer()], { type: mimeTypes[nature.formatFichier] })
    return await examineBytes(nom, octets, nature.formatFichier, signal)
  } catch {
    // NotReadableError: the file was moved, or a network drive went away, between the drop and the reading.
    return {
      ok: false,
      nom,
      regle: null,
      message: {
        faute: 'Ce fichier n’a pas pu être lu.',
        remede: 'Il a peut-être été déplacé ou renommé : déposez-le de nouveau.',
      },
      recours: null,
    }
  }
}

const recoursOf = (kind: AutreNature): Recours | null =>
  kind === 'zip' ? { kind: 'ouvrir' } : kind === 'autre' ? null : { kind: 'convertir', nature: kind }

const mimeTypes: Record<FormatFichier, string> = {
  PDF: 'application/pdf',
  PNG: 'image/png',
  JPG: 'image/jpeg',
  XML: 'application/xml',
}

// Not asked of the worker: a file stays a pièce even where no worker starts, and the browser hashes on a thread of its own.
const empreinteOf = async (octets: Blob) =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', await octets.arrayBuffer())), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')

async function examineBytes(
  nom: string,
  octets: Blob,
  formatFichier: FormatFichier,
  signal?: AbortSignal,
): Promise<Examen> {
  const ouverture = await callPieces('ouvrir', documentOf(octets, formatFichier), { signal, timeLimit: openTime })
  if (!ouverture.ok && ouverture.raison === 'abandon')
    return { ok: false, nom, regle: null, message: { faute: '', remede: '' }, recours: null }
  const remarques: Remarque[] = isExtensionTrue(nom, formatFichier) ? [] : ['extension']
  let pages: number | null = null
  if (!ouverture.ok) remarques.push('nonVerifie')
  else if (ouverture.valeur.etat === 'lisible') {
    remarques.push(...ouverture.valeur.remarques)
    pages = ouverture.valeur.pages
  } else if (ouverture.valeur.etat === 'motDePasse') return refuse(nom, 'pieceMotDePasse', undefined)
  else if (ouverture.valeur.etat === 'sansPage') return refuse(nom, 'pieceSansPage', undefined)
  else return refuse(nom, 'pieceIllisible', { formatFichier })
  const piece = {
    id: crypto.randomUUID(),
    nomOriginal: nom,
    formatFichier,
    taille: octets.size,
    empreinte: await empreinteOf(octets),
    pages,
    remarques,
    documents: 1,
  }
  return { ok: true, piece, octets }
}

/** A small picture of a pièce's first page; null when it has none to show or it takes too long. */
export async function drawVignette(
  octets: Blob,
  formatFichier: FormatFichier,
  signal?: AbortSignal,
): Promise<Blob | null> {
  const drawn = await callPieces('vignette', documentOf(octets, formatFichier), { signal, timeLimit: vignetteTime })
  return drawn.ok ? drawn.valeur : null
}

/** One page (from 1) of a pièce, `largeur` pixels wide; null when it cannot be shown. */
export async function drawPage(
  octets: Blob,
  formatFichier: FormatFichier,
  page: number,
  largeur: number,
): Promise<PageDessinee | null> {
  const drawn = await callPieces(
    'page',
    { ...documentOf(octets, formatFichier), page, largeur },
    { timeLimit: vignetteTime },
  )
  return drawn.ok ? drawn.valeur : null
}

// Reading goes on behind the clerk's back: in a worker of its own, it keeps nobody waiting for a page or a check.
const lecteur = createBridge<PiecesAbilities>(startWorker)
const readTime = 20_000

/** What a document says of itself; null when it says nothing, cannot be read, or takes too long. */
export async function readPiece(octets: Blob, formatFichier: FormatFichier): Promise<Lecture | null> {
  const read = await lecteur.call('lire', documentOf(octets, formatFichier), { timeLimit: readTime })
  return read.ok ? read.valeur : null
}

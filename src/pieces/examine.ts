import type { Piece, Remarque } from '../dossier/dossier'
import { profil, type FormatFichier } from '../format/profil'
import { createBridge } from '../worker/bridge'
import { keepHeaders } from '../zip/known'
import type { Ouverture, PiecesAbilities, PageDessinee } from './abilities'
import type { Lecture } from '../lecture/lecture'
import { newId } from '../octets/newId'
import { empreinteOf } from '../octets/empreinte'
import { lendOwnFiles, ownFolder } from '../octets/ownFiles'
import { abandonne, illisible, prendre, refuse, type Refus } from './refus'
import { refuserNature } from './refuserNature'
import { isExtensionTrue, sniffLength, sniffNature } from './sniff'

/** A file taken: what is known of it, and its bytes, copied so that moving the file on disk changes nothing. */
export type Examen = { ok: true; piece: Piece; octets: Blob } | Refus

/** Starts a worker of pièces: each bridge has its own. */
export const startWorker = () =>
  lendOwnFiles(new Worker(new URL('./pieces.worker.ts', import.meta.url), { type: 'module' }))
const bridge = createBridge<PiecesAbilities>(startWorker)

/** Calls of the pièces' worker, one at a time; a hostile file costs one call and its time limit, never the page. */
export const callPieces = bridge.call

export const documentOf = (octets: Blob, formatFichier: FormatFichier) => ({
  octets,
  formatFichier,
  base: ownFolder('pdfjs/'),
})

const openTime = 20_000
const unfoldTime = 20_000
const vignetteTime = 15_000

/** Takes a dropped file, or says in words why it cannot be a pièce. Aborted: a refusal without words. */
export async function examineFile(file: File, signal?: AbortSignal): Promise<Examen> {
  const nom = file.name
  try {
    if (file.size === 0) return refuse(nom, 'pieceVide', undefined)
    const nature = sniffNature(new Uint8Array(await file.slice(0, sniffLength).arrayBuffer()))
    if (nature.formatFichier === null)
      return await refuserNature(nom, nature, async (contenant) => {
        const found = await callPieces('deplier', { octets: file, nom, contenant }, { signal, timeLimit: unfoldTime })
        return found.ok ? found.valeur : null
      })
    if (file.size > profil.pieceTailleMax) return await refuserTaille(file, nature.formatFichier, signal)
    return await takeFile(file, nature.formatFichier, signal)
  } catch {
    // NotReadableError: the file was moved, or a network drive went away, between the drop and the reading.
    return illisible(nom)
  }
}

/** Too heavy; a portfolio or a form of Acrobat's own is told as such, for a lighter one would be no better. */
async function refuserTaille(file: File, formatFichier: FormatFichier, signal?: AbortSignal): Promise<Refus> {
  if (formatFichier === 'PDF') {
    const opened = await callPieces('ouvrir', documentOf(file, formatFichier), { signal, timeLimit: openTime })
    if (opened.ok && (opened.valeur.etat === 'xfa' || opened.valeur.etat === 'porteDocuments'))
      return refuserOuverture(file.name, formatFichier, opened.valeur)
  }
  return refuse(file.name, 'pieceTaille', { taille: file.size }, { kind: 'reduire', formatFichier })
}

const mimeTypes: Record<FormatFichier, string> = {
  PDF: 'application/pdf',
  PNG: 'image/png',
  JPG: 'image/jpeg',
  XML: 'application/xml',
}

/** Its bytes are copied, hashed and opened in the worker, in one reading; one that outlasts it is taken unopened, and told so. */
async function takeFile(file: File, formatFichier: FormatFichier, signal?: AbortSignal): Promise<Examen> {
  const nom = file.name
  const type = mimeTypes[formatFichier]
  const taken = await callPieces(
    'examiner',
    { ...documentOf(file, formatFichier), type },
    { signal, timeLimit: openTime },
  )
  if (!taken.ok && taken.raison === 'abandon') return abandonne(nom)
  if (taken.ok && taken.valeur === null) return illisible(nom)
  const { octets, empreinte, headers, ouverture } = (taken.ok && taken.valeur) || (await copyFile(file, type))
  if (headers) keepHeaders(octets, headers)
  const remarques: Remarque[] = isExtensionTrue(nom, formatFichier) ? [] : ['extension']
  if (ouverture === null) remarques.push('nonVerifie')
  else if (ouverture.etat !== 'lisible') return refuserOuverture(nom, formatFichier, ouverture)
  else remarques.push(...ouverture.remarques)
  const piece = {
    id: newId(),
    nomOriginal: nom,
    formatFichier,
    taille: octets.size,
    empreinte,
    pages: ouverture?.pages ?? null,
    remarques,
    documents: 1,
  }
  return { ok: true, piece, octets }
}

async function copyFile(file: File, type: string) {
  const octets = new Blob([await file.arrayBuffer()], { type })
  return { octets, empreinte: await empreinteOf(octets), headers: null, ouverture: null }
}

function refuserOuverture(
  nom: string,
  formatFichier: FormatFichier,
  ouverture: Exclude<Ouverture, { etat: 'lisible' }>,
): Refus {
  switch (ouverture.etat) {
    case 'motDePasse':
      return refuse(nom, 'pieceMotDePasse', undefined)
    case 'sansPage':
      return refuse(nom, 'pieceSansPage', undefined)
    case 'xfa':
      return refuse(nom, 'pieceXfa', undefined)
    case 'porteDocuments': {
      const { fichiers } = ouverture
      return refuse(nom, 'piecePorteDocuments', { joints: fichiers.map((joint) => joint.nom) }, prendre(fichiers))
    }
    case 'illisible':
      return refuse(nom, 'pieceIllisible', { formatFichier })
  }
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

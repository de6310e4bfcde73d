import { emptyDemande, type Piece } from '../../dossier/dossier'
import { showMessage } from '../../format/message'
import { readNomPiece } from '../../format/names'
import { profil, type TypeFichier } from '../../format/profil'
import { examineFile } from '../../pieces/examine'
import { mergeLectures } from '../../lecture/fusion'
import type { Lecture } from '../../lecture/lecture'
import { joindreDocuments } from '../../pieces/transformer'
import { attachPieces, say } from '../state/actions'
import { keepPiece } from '../state/attach'
import { keepLectures } from '../state/lectures'
import { attachOctets } from '../state/octets'
import { store } from '../state/store'
import { isNouvelle } from './nouvelles'
import { pretsOf, setTri, triStore, type Pret } from './triStore'

type Ready = Pret & { id: string; nom: string }

/** Documents for one place of one demande, in the sheet's order. */
export interface Groupe {
  cible: string
  type: TypeFichier
  documents: Ready[]
}

/** A pièce ready for its place, and what was read in it. */
interface Placee {
  cible: string
  type: TypeFichier
  piece: Piece
  lecture: Lecture | null
  nom: string
}

/** What the sheet comes to: documents by place. Those without a demande or a type are left out. */
export function groupesOf(ready: readonly Ready[]): Groupe[] {
  const groupes = new Map<string, Groupe>()
  for (const document of ready) {
    const { cible, type } = document
    if (cible === null || type === null) continue
    const key = `${cible} ${type}`
    const groupe = groupes.get(key)
    if (groupe) groupe.documents.push(document)
    else groupes.set(key, { cible, type, documents: [document] })
  }
  return [...groupes.values()]
}

/** Joins where a place has several documents, then attaches all at once. False, and said why, when a join fails. */
export async function attacherTri(signal: AbortSignal): Promise<boolean> {
  const { tri } = triStore.getState()
  if (!tri) return false
  const groupes = groupesOf(pretsOf(tri))
  const pieces: Placee[] = []
  for (const [rank, { cible, type, documents }] of groupes.entries()) {
    const share = rank / groupes.length
    setTri((now) => ({ ...now, travail: { texte: 'Préparation des pièces', share } }))
    const made = await toPiece(documents, signal)
    if (made === null || 'faute' in made) {
      setTri((now) => ({ ...now, travail: null }))
      if (made) say(`${documents.map(({ nom }) => nom).join(', ')} : ${showMessage(made)}`)
      return false
    }
    pieces.push({ cible, type, ...made, nom: documents[0]?.nom ?? '' })
  }
  attachAll(pieces)
  return true
}

/** One document as it is, byte for byte; several joined into one PDF. */
async function toPiece(documents: readonly Ready[], signal: AbortSignal) {
  const [only, ...others] = documents
  if (!only) return null
  if (others.length === 0) {
    attachOctets(only.piece.id, only.octets)
    return { piece: only.piece, lecture: only.lecture }
  }
  return joinAll(documents, signal)
}

async function joinAll(documents: readonly Ready[], signal: AbortSignal) {
  const sources = documents.map(({ octets, piece }) => ({ octets, formatFichier: piece.formatFichier }))
  const joined = await joindreDocuments(sources, { signal })
  if (joined === null) return null
  if (!joined.ok) return joined.message
  const nom = documents.map(({ nom }) => nom).join(' + ')
  const examen = await examineFile(new File([joined.octets], `${nom.slice(0, 200)}.pdf`), signal)
  if (!examen.ok) return examen.message
  const piece = { ...keepPiece(examen), nomOriginal: nom, documents: documents.length }
  const lecture = mergeLectures(documents.flatMap((document) => document.lecture ?? []))
  if (joined.remarques.length > 0) say(`Documents réunis en un PDF. ${joined.remarques.join(' ')}`)
  return { piece, lecture }
}

function attachAll(pieces: readonly Placee[]) {
  // Before they are attached: what was read is not read again.
  keepLectures(pieces.map(({ piece, lecture }) => [piece.id, lecture]))
  const ids = new Map<string, string>()
  const nouvelles = pieces.flatMap(({ cible, nom }) => {
    if (!isNouvelle(cible) || ids.has(cible)) return []
    ids.set(cible, crypto.randomUUID())
    const demande = emptyDemande(ids.get(cible) ?? cible)
    // The name that the clerk's software gave for the ASP holds the number itself.
    const numeroEditeur = readNomPiece(nom)?.numeroEditeur ?? ''
    return [{ ...demande, saisie: { ...demande.saisie, numeroEditeur } }]
  })
  attachPieces(
    nouvelles,
    pieces.map(({ cible, type, piece }) => ({ demande: ids.get(cible) ?? cible, type, piece })),
  )
}

/** Bytes of what would be attached, and whether something is there to attach. */
export const countPlaced = (ready: readonly Ready[]) =>
  groupesOf(ready).reduce((sum, { documents }) => sum + documents.length, 0)

/** The pièce that stands at a place now, if one does. */
export const standingAt = (cible: string, type: TypeFichier): Piece | null =>
  store.getState().dossier.demandes.find(({ id }) => id === cible)?.pieces[type] ?? null

export const typeNames: Readonly<Record<TypeFichier, string>> = { FACTURE: 'Facture', VA: 'Attestation (VA)' }
export const types = profil.typesFichier

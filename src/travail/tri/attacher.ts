import { emptyDemande, type Demande, type Piece } from '../../dossier/dossier'
import { introduce, joinMots } from '../../format/mots'
import { showMessage, type Message } from '../../format/message'
import { readNomPiece } from '../../format/names'
import type { TypeFichier } from '../../format/profil'
import { mergeLectures } from '../../lecture/fusion'
import type { Lecture } from '../../lecture/lecture'
import type { Core } from '../core'
import type { Demandes } from '../demandes'
import type { Judging } from '../judging'
import type { Lecteur } from '../lectures'
import type { Notices } from '../notices'
import { isStopped, type Octets, type Signal } from '../ports'
import type { Operation } from '../scope'
import type { Session } from '../session'
import type { Examinateur } from './examiner'
import { groupesOf } from './groupes'
import { isNouvelle } from './nouvelles'
import { pretsOf, showFichier, type Element, type PretSurFeuille, type Sheet, type TriStore } from './sheet'

/** A pièce ready for its place, its bytes, and what was read in it. */
interface Prepared {
  piece: Piece
  octets: Octets
  lecture: Lecture | null
  /** What the clerk is to know of how it was made. */
  remarque: string | null
}

interface Placee extends Prepared {
  cible: string
  type: TypeFichier
  nom: string
}

/** The list of demandes: it shows those that were made, and marks what was brought to them. */
export interface Liste {
  show: () => void
  isShown: () => boolean
}

interface Parts {
  judging: Judging
  session: Session
  demandes: Demandes
  lecteur: Lecteur
  notices: Notices
  examinateur: Examinateur
  triStore: TriStore
  sheet: Sheet
  liste: Liste
}

const ailleurs = 'Ce brouillon est ouvert dans une autre fenêtre. Reprenez-le ici, puis joignez les documents.'
const supprimee = 'Une demande choisie n’existe plus. Choisissez-en une autre pour ses documents, puis joignez-les.'

/** How many things are done at once. */
const part = 10

/** A demande to be made: the name that the clerk's software gave its document for the ASP holds its number. */
function emptyNouvelle(id: string, nom: string): Demande {
  const demande = emptyDemande(id)
  return { ...demande, saisie: { ...demande.saisie, numeroEditeur: readNomPiece(nom)?.numeroEditeur ?? '' } }
}

/** From the sheet to the demandes. */
export function createAttacher({ store, ports }: Core, parts: Parts) {
  const { judging, session, demandes, lecteur, notices, examinateur, triStore, sheet, liste } = parts

  /** One document as it is, byte for byte; several joined into one PDF. Null: stopped. */
  const prepare = async (documents: readonly PretSurFeuille[], signal: Signal): Promise<Prepared | Message | null> => {
    const [only, ...others] = documents
    if (!only) return null
    if (others.length > 0) return joinAll(documents, signal)
    return { piece: only.piece, octets: only.octets, lecture: only.lecture, remarque: null }
  }

  const joinAll = async (documents: readonly PretSurFeuille[], signal: Signal): Promise<Prepared | Message | null> => {
    const sources = documents.map(({ octets, piece }) => ({ octets, formatFichier: piece.formatFichier }))
    const joined = await ports.pieces.join(sources, signal)
    if (joined === null || isStopped(signal)) return null
    if (!joined.ok) return joined.message
    const nom = documents.map((document) => document.nom).join(' + ')
    const examen = await ports.pieces.examine(ports.pieces.toFile(joined.octets, `${nom.slice(0, 200)}.pdf`), signal)
    if (isStopped(signal)) return null
    if (!examen.ok) return examen.message
    return {
      piece: {
        ...examen.piece,
        nomOriginal: nom,
        documents: documents.reduce((sum, { piece }) => sum + piece.documents, 0),
      },
      octets: examen.octets,
      lecture: mergeLectures(documents.flatMap((document) => document.lecture ?? [])),
      remarque: joined.remarques.length > 0 ? `Documents réunis en un PDF. ${joined.remarques.join(' ')}` : null,
    }
  }

  /** The demandes to be made, with their pièces; and what goes to those that are there. */
  const layOut = (placees: readonly Placee[]) => {
    const nouvelles = new Map<string, Demande>()
    for (const { cible, type, piece, nom } of placees) {
      if (!isNouvelle(cible)) continue
      const demande = nouvelles.get(cible) ?? emptyNouvelle(ports.newId(), nom)
      nouvelles.set(cible, { ...demande, pieces: { ...demande.pieces, [type]: piece } })
    }
    return {
      nouvelles: [...nouvelles.values()],
      ajouts: placees.flatMap(({ cible, type, piece }) => (isNouvelle(cible) ? [] : [{ demande: cible, type, piece }])),
    }
  }

  /** Does a work on hundreds of things, a part of them at a time; the page draws in between. */
  const inParts = async <Thing>(things: readonly Thing[], step: (part: readonly Thing[]) => boolean) => {
    for (let from = 0; from < things.length; from += part) {
      if (!step(things.slice(from, from + part))) return false
      await ports.clock.rest()
    }
    return true
  }

  const attachAll = async (draft: string, placees: readonly Placee[], isOver: () => boolean) => {
    const keep = (some: readonly Placee[]) =>
      !isOver() && some.every(({ piece, octets }) => session.keepOctets(draft, piece.id, octets))
    if (!(await inParts(placees, keep))) return
    // Before they are attached: what was read is not read again.
    lecteur.keepLectures(placees.map(({ piece, lecture }) => [piece.id, lecture]))
    const { nouvelles, ajouts } = layOut(placees)
    const judgeSome = (some: readonly Demande[]) => {
      judging.judge(some, store.getState().dossier.entete)
      return !isOver()
    }
    if (!(await inParts(nouvelles, judgeSome)) || !demandes.attachPieces(draft, nouvelles, ajouts)) return
    for (const { remarque } of placees) if (remarque !== null) notices.say(remarque)
    return {
      servies: [...new Set([...ajouts.map(({ demande }) => demande), ...nouvelles.map(({ id }) => id)])],
      nouvelles: nouvelles.length > 0,
    }
  }

  const isStanding = (cible: string) =>
    isNouvelle(cible) || store.getState().dossier.demandes.some(({ id }) => id === cible)

  /** The draft that the sheet was opened on; without one, a deposit is begun, for nothing dropped is lost. */
  const draftOf = async ({ draft }: Operation): Promise<{ draft: string; begun: boolean }> => {
    if (draft !== '') return { draft, begun: false }
    const begun = !store.getState().brouillon && (await session.beginDepot())
    return { draft: store.getState().brouillon?.id ?? '', begun }
  }

  /** Closes the sheet, unless files came on it since or wait to be examined: they stay. Whether it is closed. */
  const closeBut = (seen: readonly Element[]): boolean => {
    const ids = new Set(seen.flatMap(({ id, etat }) => (etat.kind === 'attente' ? [] : [id])))
    const since = triStore.getState().tri?.elements.filter(({ id }) => !ids.has(id)) ?? []
    if (since.length > 0) sheet.change((tri) => ({ ...tri, elements: since }))
    else examinateur.close()
    return since.length === 0
  }

  /**
   * Joins where a place has several documents, then attaches all at once and closes the sheet. When a join fails or is
   * stopped, nothing is attached, and the sheet stays.
   */
  const attach = async (stop: Signal): Promise<void> => {
    const { tri } = triStore.getState()
    const operation = examinateur.operation()
    if (!tri || !operation) return
    if (!store.getState().ecriture) return notices.say(ailleurs)
    const isOver = () => isStopped(operation.signal) || isStopped(stop)
    const groupes = groupesOf(pretsOf(tri))
    const placees: Placee[] = []
    const tell = (rank: number) => sheet.setTravail({ texte: 'Préparation des pièces', share: rank / groupes.length })
    tell(0)
    for (const [rank, { cible, type, documents }] of groupes.entries()) {
      // Single documents go as they are: hundreds of steps would be told at once.
      if (documents.length > 1) tell(rank)
      const made = await prepare(documents, stop)
      if (isOver()) return sheet.setTravail(null)
      if (made === null) return sheet.setTravail(null)
      if ('faute' in made) {
        notices.say(introduce(joinMots(documents.map((document) => `« ${showFichier(document)} »`)), showMessage(made)))
        return sheet.setTravail(null)
      }
      placees.push({ cible, type, ...made, nom: documents[0]?.nom ?? '' })
    }
    const { draft, begun } = await draftOf(operation)
    // The page draws between the parts of a large heap: none of them holds it up for long.
    await ports.clock.rest()
    if (isOver()) return sheet.setTravail(null)
    if (!placees.every(({ cible }) => isStanding(cible))) {
      notices.say(supprimee)
      return sheet.setTravail(null)
    }
    const placed = await attachAll(draft, placees, isOver)
    if (!placed && isOver()) return sheet.setTravail(null)
    await ports.clock.rest()
    // An open sheet would close with the page that is left: the list is gone to once it is closed.
    if (closeBut(tri.elements) && (begun || placed?.nouvelles)) liste.show()
    if (placed && liste.isShown()) triStore.setState({ servies: placed.servies })
  }
  let running = false
  return async (stop: Signal): Promise<void> => {
    // Pressed twice, the same files would be attached twice.
    if (running) return
    running = true
    try {
      await attach(stop)
    } finally {
      running = false
    }
  }
}

import type { Piece } from '../dossier/dossier'
import { toDocumentLu } from '../lecture/documentLu'
import type { Lecture } from '../lecture/lecture'
import type { Lectures } from '../records/lectures'
import type { Core } from './core'
import type { Octets } from './ports'
import type { Scope } from './scope'
import type { State } from './state'

export type Lecteur = ReturnType<typeof createLecteur>

/** What the kept readings of a draft come to for the checks. */
export const lusOf = (lectures: Lectures) =>
  new Map(Object.entries(lectures).flatMap(([id, lecture]) => (lecture ? [[id, toDocumentLu(lecture)] as const] : [])))

/** How many pièces of the draft at work are being read: what is found of them is not all there yet. */
export const enLectureOf = ({ dossier, enLecture }: State) =>
  enLecture.size === 0
    ? 0
    : dossier.demandes
        .flatMap(({ pieces }) => Object.values(pieces))
        .filter((piece) => piece !== null && enLecture.has(piece.id)).length

/** Reads what is attached, behind the clerk's back. */
export function createLecteur({ store, ports, octets }: Core, scope: Scope) {
  const asked = new Set<string>()

  /** Keeps what was read in pièces, by their ids, for their fields and checks: all at once, judged once. */
  const keepLectures = (lues: readonly (readonly [pieceId: string, lecture: Lecture | null])[]) => {
    const documents = lusOf(Object.fromEntries(lues))
    store.setState(({ lectures, contexte }) => ({
      lectures: { ...lectures, ...Object.fromEntries(lues) },
      contexte: documents.size > 0 ? { ...contexte, lus: new Map([...contexte.lus, ...documents]) } : contexte,
    }))
  }

  const sayAsked = () => store.setState({ enLecture: new Set(asked) })

  const readOne = async ({ id, formatFichier }: Piece, bytes: Octets) => {
    const operation = scope.begin()
    asked.add(id)
    // A reader that fails has read nothing: what it found of the others stands, and nothing waits for it for ever.
    const lecture = await ports.pieces.read(bytes, formatFichier).catch(() => null)
    asked.delete(id)
    operation.end()
    if (!operation.signal.aborted) keepLectures([[id, lecture]])
    sayAsked()
    // Of a draft that was left meanwhile: should it be open again, it is read for it.
    if (operation.signal.aborted) readMissing()
  }

  const readMissing = () => {
    const { dossier, lectures } = store.getState()
    const before = asked.size
    for (const { pieces } of dossier.demandes)
      for (const piece of Object.values(pieces)) {
        const bytes = piece && octets.get(piece.id)
        if (bytes && !(piece.id in lectures) && !asked.has(piece.id)) void readOne(piece, bytes)
      }
    if (asked.size > before) sayAsked()
  }

  return {
    keepLectures,
    /** From now on whatever is attached is read. Gives what ends it. */
    watch: () => {
      const unsubscribe = store.subscribe((state, before) => {
        if (state.dossier.demandes !== before.dossier.demandes) readMissing()
      })
      readMissing()
      return unsubscribe
    },
  }
}

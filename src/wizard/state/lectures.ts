import type { Piece } from '../../dossier/dossier'
import { toDocumentLu } from '../../lecture/documentLu'
import type { Lecture } from '../../lecture/lecture'
import { readPiece } from '../../pieces/examine'
import { octetsOf } from './octets'
import { store } from './store'

const asked = new Set<string>()

/** Keeps what was read in pièces, by their ids, for their fields and checks: all at once, judged once. */
export function keepLectures(lues: readonly (readonly [pieceId: string, lecture: Lecture | null])[]) {
  const documents = lues.flatMap(([id, lecture]) => (lecture ? [[id, toDocumentLu(lecture)] as const] : []))
  store.setState(({ lectures, contexte }) => ({
    lectures: { ...lectures, ...Object.fromEntries(lues) },
    contexte: documents.length > 0 ? { ...contexte, lus: new Map([...contexte.lus, ...documents]) } : contexte,
  }))
}

async function readOne({ id, formatFichier }: Piece, octets: Blob) {
  keepLectures([[id, await readPiece(octets, formatFichier)]])
}

/** Reads what is attached and was not read yet, one pièce after the other, behind the clerk's back. */
function readMissing() {
  const { dossier, lectures } = store.getState()
  for (const { pieces } of dossier.demandes)
    for (const piece of Object.values(pieces)) {
      const octets = piece && octetsOf(piece.id)
      if (!octets || piece.id in lectures || asked.has(piece.id)) continue
      asked.add(piece.id)
      void readOne(piece, octets).finally(() => asked.delete(piece.id))
    }
}

/** What the kept readings of a draft come to for the checks. */
export const lusOf = (lectures: Readonly<Record<string, Lecture | null>>) =>
  new Map(Object.entries(lectures).flatMap(([id, lecture]) => (lecture ? [[id, toDocumentLu(lecture)] as const] : [])))

/** From now on whatever is attached is read. */
export function watchPieces() {
  store.subscribe((state, before) => {
    if (state.dossier.demandes !== before.dossier.demandes) readMissing()
  })
  readMissing()
}

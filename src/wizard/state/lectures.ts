import type { Piece } from '../../dossier/dossier'
import { toDocumentLu } from '../../pieces/lecture/documentLu'
import type { Lecture } from '../../pieces/lecture/lecture'
import { readPiece } from '../../pieces/examine'
import { octetsOf } from './octets'
import { store } from './store'

const asked = new Set<string>()

/** Keeps what was read in a pièce, for its fields and its checks. */
export function keepLecture(pieceId: string, lecture: Lecture | null) {
  store.setState(({ lectures, contexte }) => ({
    lectures: { ...lectures, [pieceId]: lecture },
    contexte: lecture ? { ...contexte, lus: new Map([...contexte.lus, [pieceId, toDocumentLu(lecture)]]) } : contexte,
  }))
}

/** Reads a pièce, unless that was done before; the bytes are those of `octets` or those kept under its id. */
export async function lectureOf(piece: Piece, octets = octetsOf(piece.id)): Promise<Lecture | null> {
  const known = store.getState().lectures[piece.id]
  if (known !== undefined || !octets) return known ?? null
  const lecture = await readPiece(octets, piece.formatFichier)
  keepLecture(piece.id, lecture)
  return lecture
}

/** Reads what is attached and was not read yet, one pièce after the other, behind the clerk's back. */
function readMissing() {
  const { dossier, lectures } = store.getState()
  for (const { pieces } of dossier.demandes)
    for (const piece of Object.values(pieces)) {
      if (!piece || piece.id in lectures || asked.has(piece.id) || !octetsOf(piece.id)) continue
      asked.add(piece.id)
      void lectureOf(piece).finally(() => asked.delete(piece.id))
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

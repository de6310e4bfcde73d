import type { Demande, Piece } from '../dossier/dossier'
import { profil, type TypeFichier } from '../format/profil'
import type { Edit } from './edits'
import type { State } from './state'

/** The other of a demande's two places. guide §3.1 */
export const otherType = (type: TypeFichier): TypeFichier => (type === 'FACTURE' ? 'VA' : 'FACTURE')

/** Whether a document is known for certain to be of the other kind than its place. */
const isMisplaced = (piece: Piece, type: TypeFichier, lectures: State['lectures']) => {
  const lu = lectures[piece.id]?.type
  return lu !== undefined && lu.sure && lu.valeur === otherType(type)
}

const replace = (
  { id, pieces }: Demande,
  type: TypeFichier,
  after: Piece | null,
): Extract<Edit, { kind: 'piece' }> => ({ kind: 'piece', demande: id, type, before: pieces[type], after })

/**
 * Moves a document that stands in the wrong place to the right one; a wrong one that stands there comes here in its turn.
 * Null where it is no wrong place, or a right document stands in the other: it is never pushed out.
 */
export function moveToOther(demande: Demande, type: TypeFichier, lectures: State['lectures']): Edit[] | null {
  const other = otherType(type)
  const { [type]: piece, [other]: standing } = demande.pieces
  if (!piece || !isMisplaced(piece, type, lectures)) return null
  if (standing && !isMisplaced(standing, other, lectures)) return null
  return [replace(demande, type, standing), replace(demande, other, piece)]
}

/** Takes the same document (by its bytes) off all other demandes, so that it stands here alone; null where none has it. */
export function moveHere(demandes: readonly Demande[], demande: Demande, type: TypeFichier): Edit[] | null {
  const empreinte = demande.pieces[type]?.empreinte
  if (empreinte === undefined) return null
  const edits = demandes
    .filter(({ id }) => id !== demande.id)
    .flatMap((other) =>
      profil.typesFichier
        .filter((place) => other.pieces[place]?.empreinte === empreinte)
        .map((place) => replace(other, place, null)),
    )
  return edits.length > 0 ? edits : null
}

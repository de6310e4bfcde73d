import { affecter } from '../../pieces/affectation'
import { isMuet } from '../../pieces/ocr/muet'
import { reconnaitrePiece } from '../../pieces/ocr/reconnaitrePiece'
import type { Lecture } from '../../lecture/lecture'
import type { CallOptions } from '../../worker/bridge'
import { store } from '../state/store'
import { toConnue } from './trier'
import { pretsOf, setTri, type Pret, type Tri } from './triStore'

type Muet = Pret & { id: string; nom: string }

/** The files of the sheet that say nothing by themselves but may be recognised. */
export const muetsOf = (tri: Tri): Muet[] =>
  pretsOf(tri).filter(({ piece, lecture }) => isMuet(piece.formatFichier, lecture))

/** Recognises files of the sheet one after the other; gives the ids of those that were tried to the end. */
export async function lireMuets(
  muets: readonly Muet[],
  { signal, onProgress }: Required<Pick<CallOptions, 'signal' | 'onProgress'>>,
): Promise<string[]> {
  const tried: string[] = []
  for (const [rank, { id, octets, piece }] of muets.entries()) {
    const made = await reconnaitrePiece(octets, piece.formatFichier, {
      signal,
      onProgress: (share) => onProgress((rank + share) / muets.length),
    })
    if (made === null) break
    if (made.ok) placeLu(id, made.lecture)
    tried.push(id)
  }
  return tried
}

/** Keeps what was recognised in a file; its place is guessed anew where nobody chose one. */
function placeLu(id: string, lecture: Lecture) {
  const demandes = store.getState().dossier.demandes.map(toConnue)
  setTri((tri) => ({
    ...tri,
    elements: tri.elements.map((one) => {
      if (one.id !== id || one.etat.kind !== 'pret') return one
      const { etat } = one
      const guess = affecter(one.nom, lecture, demandes)
      const typed = etat.type === null ? { type: guess.type, raisonType: guess.raisonType } : {}
      const placed = etat.cible === null ? { cible: guess.demande, raisonCible: guess.raisonDemande } : {}
      return { ...one, etat: { ...etat, lecture, ...typed, ...placed } }
    }),
  }))
}

import type { Lecture } from '../../lecture/lecture'
import { isMuet } from '../../lecture/muet'
import type { Core } from '../core'
import { isStopped, type WorkOptions } from '../ports'
import { affecter } from './affectation'
import { toConnue } from './examiner'
import { planNouvelles } from './nouvelles'
import { pretsOf, type Element, type PretSurFeuille, type Sheet, type Tri } from './sheet'

/** The files of the sheet that say nothing by themselves but may be recognised. */
export const muetsOf = (tri: Tri): PretSurFeuille[] =>
  pretsOf(tri).filter(({ piece, lecture }) => isMuet(piece.formatFichier, lecture))

/** Recognising a heap of scans and photos on the sheet. */
export function createMuets({ store, ports }: Core, sheet: Sheet) {
  /** What was recognised, kept; its type and place guessed anew where none was found or chosen. */
  const settle = (element: Element, lecture: Lecture): Element => {
    const { etat, nom } = element
    if (etat.kind !== 'pret') return element
    const guess = affecter(nom, lecture, store.getState().dossier.demandes.map(toConnue))
    const typed = etat.type === null ? { type: guess.type, raisonType: guess.raisonType } : {}
    const devine =
      etat.devine.cible === null && etat.double === null
        ? { cible: guess.demande, raisonCible: guess.raisonDemande }
        : etat.devine
    return { ...element, etat: { ...etat, lecture, ...typed, devine } }
  }

  return {
    /** Recognises files one after the other; gives the ids of those that were tried to the end. */
    recognise: async (
      muets: readonly PretSurFeuille[],
      { signal, onProgress }: WorkOptions,
    ): Promise<readonly string[]> => {
      const tried: string[] = []
      for (const [rank, { id, octets, piece }] of muets.entries()) {
        const made = await ports.pieces.recognise(octets, piece.formatFichier, {
          signal,
          onProgress: (share) => onProgress((rank + share) / muets.length),
        })
        if (made === null || isStopped(signal)) break
        if (made.ok) {
          sheet.changeElement(id, (element) => settle(element, made.lecture))
          sheet.change(planNouvelles)
        }
        tried.push(id)
      }
      return tried
    },
  }
}

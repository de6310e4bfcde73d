import { readNomPiece } from '../../format/names'
import { pretsOf, type PretSurFeuille, type Tri } from './sheet'

const prefix = 'nouvelle-'

/** Whether a place on the sheet is a demande still to be made. */
export const isNouvelle = (cible: string) => cible.startsWith(prefix)

/** The place of a demande that is to be made for that file of the sheet. */
export const nouvelleFor = (elementId: string) => prefix + elementId

/** Whether an attestation speaks of what an invoice was for. */
const speaksOf = (va: PretSurFeuille, facture: PretSurFeuille) => {
  const [named, other] = [readNomPiece(va.nom), readNomPiece(facture.nom)]
  if (named && other && named.numeroEditeur === other.numeroEditeur) return true
  const numero = facture.lecture?.numeroASP?.valeur
  if (numero !== undefined && va.lecture?.numeroASP?.valeur === numero) return true
  const finess = new Set(facture.lecture?.finess.map(({ valeur }) => valeur))
  return va.lecture?.finess.some(({ valeur }) => finess.has(valeur)) ?? false
}

/** «Créer une demande par facture»: each unmatched invoice gets a demande to be made, and the attestation that speaks of it goes along. */
export function planNouvelles(tri: Tri): Tri {
  const ready = pretsOf(tri)
  const cibles = new Map<string, string>()
  for (const facture of ready.filter(({ type, cible }) => type === 'FACTURE' && cible === null))
    cibles.set(facture.id, nouvelleFor(facture.id))
  for (const va of ready.filter(({ type, cible }) => type === 'VA' && cible === null)) {
    const [only, ...others] = ready.filter((facture) => cibles.has(facture.id) && speaksOf(va, facture))
    if (only && others.length === 0) cibles.set(va.id, nouvelleFor(only.id))
  }
  return {
    ...tri,
    elements: tri.elements.map((one) => {
      const cible = cibles.get(one.id)
      return cible !== undefined && one.etat.kind === 'pret' ? { ...one, etat: { ...one.etat, cible } } : one
    }),
  }
}

import type { Demande } from '../../dossier/dossier'
import { centimesOf } from '../../dossier/montant'
import { sumCentimes, type Centimes } from '../../format/montant'

interface Totaux {
  /** Of the amounts that can be read; null when their sum cannot be written. */
  montant: Centimes | null
  finess: number
  pieces: number
}

/** What the demandes of a deposit come to. */
export const totauxOf = (demandes: readonly Demande[]): Totaux => ({
  montant: sumCentimes(demandes.flatMap(({ saisie }) => centimesOf(saisie.montantSegurHTFacture) ?? [])),
  finess: demandes.reduce((sum, { saisie }) => sum + saisie.beneficiaires.length, 0),
  pieces: demandes.reduce((sum, { pieces }) => sum + Object.values(pieces).filter((piece) => piece !== null).length, 0),
})

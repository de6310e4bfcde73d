import type { DepotLu, LigneLue } from './depotLu'

/** What a demande d'avance tells of the solde to come. Texts as they stand in the file. format §7 */
export interface LigneAvance {
  rang: number
  numeroEditeur: string
  /** Empty when the file was written before the ASP gave one. */
  numeroASP: string
  beneficiaires: readonly string[]
  /** Purchase order's amount, HT: upper bound of the invoice's. guide §3.2 */
  montantSegurHTCommande: string
  dateCommande: string
}

const hasCommande = (ligne: LigneLue) => ligne.dateCommande !== '' || ligne.montantSegurHTCommande !== ''
const hasFacture = (ligne: LigneLue) => ligne.dateFacture !== '' || ligne.montantSegurHTFacture !== ''

/** Whether the file is one of demandes d'avance: a purchase order where a solde has an invoice. */
export const isAvance = ({ lignes }: DepotLu) => lignes.some(hasCommande) && !lignes.some(hasFacture)

export const readAvance = (ligne: LigneLue): LigneAvance => ({
  rang: ligne.rang,
  numeroEditeur: ligne.numeroEditeur,
  numeroASP: ligne.numeroASP,
  beneficiaires: ligne.beneficiaires,
  montantSegurHTCommande: ligne.montantSegurHTCommande,
  dateCommande: ligne.dateCommande,
})

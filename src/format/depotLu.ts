import type { Vague } from './profil'

/** A file of demandes as it was read: texts as they stand, right or wrong, for the checks to judge. format §7 */
export interface DepotLu {
  numeroAns: string
  SIRET: string
  /** The wave word of its pièces' names, when they agree on one. format §4 */
  vague: Vague | null
  lignes: readonly LigneLue[]
}

/** One demande. What is absent is an empty text, an empty list, or null for an answer. */
export interface LigneLue {
  /** Place in the file, from 1. */
  rang: number
  numLigne: string
  numeroASP: string
  numeroEditeur: string
  dateFacture: string
  /** `27450.00` when it was a number, else the text. */
  montantSegurHTFacture: string
  dateCommande: string
  montantSegurHTCommande: string
  beneficiaires: readonly string[]
  piecesJustificatives: readonly PieceLue[]
  isDirectToDMP: boolean | null
  identDMP: readonly string[]
  isDirectToMSSPro: boolean | null
  adresseBoiteMSSPro: string
  isDirectToMSSCitoyen: boolean | null
  adresseBoiteMSSCitoyen: string
  codeTraitement: string
  libelleTraitement: string
}

/** A pièce that the file announces. */
export interface PieceLue {
  nomFichier: string
  formatFichier: string
  typeFichier: string
}

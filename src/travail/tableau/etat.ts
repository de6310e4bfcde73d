import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Message } from '../../format/message'
import type { Corrections } from '../../tableau/colonnes'
import type { Feuille } from '../../tableau/feuille'
import type { Reglages } from '../../tableau/importer'
import type { Proposee } from '../../tableau/proposer'
import type { FichierDonne } from '../ports'

/** A spreadsheet that waits for the clerk's word. Nothing of it is in the dossier before. */
export interface EtatTableau {
  /** Name of the file; what was pasted has none. */
  nom: string | null
  reprise: string | null
  feuilles: readonly Feuille[]
  /** Ranks of the sheets that look like lists of demandes. */
  listes: readonly number[]
  /** Names of the sheets that are hidden in the spreadsheet: they were not read. */
  masquees: readonly string[]
  /** Rank of the sheet that is shown. */
  rang: number
  corrections: Corrections
  reglages: Reglages
  /** Bad rows are taken with their erreurs; else they are left out. */
  avecErreurs: boolean
  /** What the sheet comes to; null before it is known. Stays while another is worked out. */
  proposee: Proposee | null
  /** Why nothing could be worked out. */
  panne: string | null
  /** Files that came with it, for whoever sorts pièces afterwards. */
  suite: readonly FichierDonne[]
}

/** A spreadsheet that could not be read, and why. */
export interface TableauRefuse extends Message {
  nom: string | null
}

interface Montre {
  tableau: EtatTableau | null
  refus: TableauRefuse | null
}

export type TableauStore = StoreApi<Montre>

export const createTableauStore = (): TableauStore => createStore<Montre>(() => ({ tableau: null, refus: null }))

/** Nothing said yet of a sheet. */
export const sansReglages: Reglages = { communs: {}, acceptees: new Set(), masquees: false }

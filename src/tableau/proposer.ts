import { avisColonnes, avisOf } from './avis'
import { readColonnes, type Colonne, type Corrections } from './colonnes'
import { isVide, type Feuille, type Ligne } from './feuille'
import { importer, type Destination, type Import, type Reglages } from './importer'
import type { Message } from '../format/message'

/** A sheet, and all that the clerk said of it so far. */
export interface DemandeDeLecture {
  feuille: Feuille
  corrections: Corrections
  reglages: Reglages
  destination: Destination
}

/** What a sheet comes to, with the little of it that is shown beside. */
export interface Proposee extends Import {
  colonnes: readonly Colonne[]
  /** Number of the row of titles; null without any. */
  titres: number | null
  /** The first rows of the sheet, titles and what stands above them included. */
  debut: readonly Ligne[]
  avis: readonly Message[]
}

const shown = 12

/** A sheet → its columns, the demandes it comes to, and what the clerk should know. Changes nothing. */
export function proposer({ feuille, corrections, reglages, destination }: DemandeDeLecture): Proposee {
  const tableau = readColonnes(feuille, corrections)
  const lu = importer(tableau, reglages, destination)
  const titres = tableau.entetes && feuille.lignes[tableau.entetes.premiere]
  return {
    ...lu,
    colonnes: tableau.colonnes,
    titres: titres?.numero ?? null,
    debut: feuille.lignes.filter((ligne) => !isVide(ligne)).slice(0, shown),
    avis: [...avisColonnes(tableau.colonnes), ...avisOf(lu)],
  }
}

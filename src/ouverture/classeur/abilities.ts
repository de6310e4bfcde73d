import { bestFeuille } from '../../tableau/colonnes'
import { proposer, type DemandeDeLecture, type Proposee } from '../../tableau/proposer'
import type { Abilities } from '../../worker/protocol'
import { readClasseur, type ClasseurLu } from './readClasseur'
import { writeModele } from './writeModele'

/** What the worker of spreadsheets can do. */
export const classeurAbilities = {
  /** Reads a spreadsheet's sheets; `meilleure` is the rank of the one that looks most like a list of demandes. */
  lire: async ({ nom, octets }: { nom: string; octets: Blob }): Promise<ClasseurLu & { meilleure: number }> => {
    const lu = await readClasseur(nom, octets)
    return { ...lu, meilleure: lu.ok ? bestFeuille(lu.feuilles) : 0 }
  },
  /** What a sheet comes to, as the clerk settled it so far. */
  proposer: (demande: DemandeDeLecture): Promise<Proposee> => Promise.resolve(proposer(demande)),
  /** The table to download. */
  modele: (): Promise<Blob> => writeModele(),
} satisfies Abilities

export type ClasseurAbilities = typeof classeurAbilities

import type { ClasseurLu } from '../../tableau/classeur'
import { proposer, type DemandeDeLecture, type Proposee } from '../../tableau/proposer'
import type { Abilities } from '../../worker/protocol'
import { readClasseur } from './readClasseur'
import { writeModele } from './writeModele'

/** What the worker of spreadsheets can do. */
export const classeurAbilities = {
  /** Reads a spreadsheet's sheets. */
  lire: ({ nom, octets }: { nom: string; octets: Blob }): Promise<ClasseurLu> => readClasseur(nom, octets),
  /** What a sheet comes to, as the clerk settled it so far. */
  proposer: (demande: DemandeDeLecture): Promise<Proposee> => Promise.resolve(proposer(demande)),
  /** The table to download. */
  modele: (): Promise<Blob> => writeModele(),
} satisfies Abilities

export type ClasseurAbilities = typeof classeurAbilities

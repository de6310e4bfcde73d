import type { ValeursFixes } from '../format/modele'
import { readFields, readString, readTextByKey } from './restore'

/** The ASP's modèle as it was opened: its own text, read again each time, so that no shape of ours is stored. format §7 */
export interface ModeleRetenu {
  nomFichier: string
  texte: string
  /** ISO. */
  luLe: string
  /** Typed once for the tags that it adds. */
  valeursFixes: ValeursFixes
}

/** The one door for a remembered modèle. */
export const restoreModele = readFields<ModeleRetenu>({
  nomFichier: readString,
  texte: readString,
  luLe: readString,
  valeursFixes: readTextByKey,
})

import type { ValeursFixes } from '../format/modele'
import type { Database } from './database'
import { isRecord, readFields, readString, readTextByKey } from './restore'
import { reussi, type Resultat } from './resultat'

/** The ASP's modèle as it was opened: its own text, read again each time, so that no shape of ours is stored. format §7 */
export interface ModeleRetenu {
  nomFichier: string
  texte: string
  /** ISO. */
  luLe: string
  /** Typed once for the tags that it adds. */
  valeursFixes: ValeursFixes
}

const key = 'modele'

const restoreModele = readFields<ModeleRetenu>({
  nomFichier: readString,
  texte: readString,
  luLe: readString,
  valeursFixes: readTextByKey,
})

/** The remembered modèle, or null when the guide's own shape is to be written. */
export async function readModeleRetenu(database: Database): Promise<Resultat<ModeleRetenu | null>> {
  const read = await database.run((connection) => connection.get('reglages', key))
  return read.ok ? reussi(isRecord(read.valeur) ? restoreModele(read.valeur) : null) : read
}

/** Remembers a modèle in place of the one before; null forgets it. */
export const saveModeleRetenu = (database: Database, modele: ModeleRetenu | null): Promise<Resultat<unknown>> =>
  database.run((connection): Promise<unknown> =>
    modele ? connection.put('reglages', restoreModele(modele), key) : connection.delete('reglages', key),
  )

import { restoreModele, type ModeleRetenu } from '../records/modele'
import { isRecord } from '../records/restore'
import { reussi, type Resultat } from '../records/resultat'
import type { Database } from './database'

const key = 'modele'

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

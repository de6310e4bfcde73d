import type { Vague } from '../format/profil'
import type { Database } from './database'
import { isRecord, readFields, readString, readVague } from './restore'
import { reussi, type Resultat } from './resultat'

/** What the supplier does not want to type for every deposit. guide §3.3 for the vague. */
export interface Supplier {
  numeroAns: string
  SIRET: string
  vague: Vague
}

const key = 'fournisseur'

const restoreSupplier = readFields<Supplier>({
  numeroAns: readString,
  SIRET: readString,
  vague: readVague,
})

/** The remembered supplier, or null when there is none yet. */
export async function readSupplier(database: Database): Promise<Resultat<Supplier | null>> {
  const read = await database.run((connection) => connection.get('reglages', key))
  return read.ok ? reussi(isRecord(read.valeur) ? restoreSupplier(read.valeur) : null) : read
}

/** Remembers the supplier in place of the one before. */
export const saveSupplier = (database: Database, supplier: Supplier): Promise<Resultat<unknown>> =>
  database.run((connection) => connection.put('reglages', restoreSupplier(supplier), key))

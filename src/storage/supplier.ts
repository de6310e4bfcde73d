import { isRecord } from '../records/restore'
import { reussi, type Resultat } from '../records/resultat'
import { restoreSupplier, type Supplier } from '../records/supplier'
import type { Database } from './database'

const key = 'fournisseur'

/** The remembered supplier, or null when there is none yet. */
export async function readSupplier(database: Database): Promise<Resultat<Supplier | null>> {
  const read = await database.run((connection) => connection.get('reglages', key))
  return read.ok ? reussi(isRecord(read.valeur) ? restoreSupplier(read.valeur) : null) : read
}

/** Remembers the supplier in place of the one before. */
export const saveSupplier = (database: Database, supplier: Supplier): Promise<Resultat<unknown>> =>
  database.run((connection) => connection.put('reglages', restoreSupplier(supplier), key))

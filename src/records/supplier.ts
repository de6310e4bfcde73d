import type { Vague } from '../format/profil'
import { readFields, readString, readVague } from './restore'

/** What the supplier does not want to type for every deposit. guide §3.3 for the vague. */
export interface Supplier {
  numeroAns: string
  SIRET: string
  vague: Vague
}

/** The one door for a remembered supplier. */
export const restoreSupplier = readFields<Supplier>({
  numeroAns: readString,
  SIRET: readString,
  vague: readVague,
})

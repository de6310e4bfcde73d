import type { Demande } from '../dossier/dossier'
import { profil } from '../format/profil'
import type { Destination, Reglages } from './importer'

/** Nothing settled yet: no value for all rows, no offer taken. */
export const sansReglages: Reglages = { communs: {}, acceptees: new Set(), masquees: false }

/** A dossier to import into, with these demandes. */
export const exampleDestination = (demandes: readonly Demande[] = []): Destination => ({
  demandes,
  entete: { dateDepot: null, vague: profil.vagues[0], siret: null },
})

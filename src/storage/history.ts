import {
  restoreDepot,
  resumeDepot,
  type DepotEntier,
  type DepotTelecharge,
  type RetourEntier,
} from '../records/depotTelecharge'
import { refuse, reussi, type RaisonLecture, type RaisonStockage, type Resultat } from '../records/resultat'
import { through, type Database } from './database'

/** Deposits read at a time: the texts of a page of them are let go before the next. */
const pageDepots = 50

/** Every deposit downloaded here, the last download first, without their texts. */
export async function listDepots(database: Database): Promise<Resultat<DepotTelecharge[]>> {
  const read = await database.run(async (connection) => {
    const depots: DepotTelecharge[] = []
    let after: string | null = null
    for (;;) {
      const range: IDBKeyRange | null = after === null ? null : IDBKeyRange.lowerBound(after, true)
      const page: unknown[] = await connection.getAll('historique', range, pageDepots)
      const lus = page.map(restoreDepot)
      depots.push(...lus.map(resumeDepot))
      after = lus.at(-1)?.id ?? null
      if (page.length < pageDepots || after === null) return depots
    }
  })
  return read.ok ? reussi(read.valeur.sort((a, b) => (a.date < b.date ? 1 : -1))) : read
}

/** One deposit with its texts. */
export async function readDepot(
  database: Database,
  id: string,
): Promise<Resultat<DepotEntier, RaisonStockage | RaisonLecture>> {
  const read = await database.run((connection) => connection.get('historique', id))
  if (!read.ok) return read
  return read.valeur === undefined ? refuse('absent') : reussi(restoreDepot(read.valeur))
}

/**
 * Records a download. The same files saved again (same name, same text, same zip as far as is known) are the same deposit:
 * it keeps its id, its «déposé le» and its answer. Gives the deposit as it stands.
 */
export const saveDepot = (
  database: Database,
  depot: Omit<DepotEntier, 'deposeLe' | 'retour'>,
): Promise<Resultat<DepotEntier>> =>
  database.run((connection) => {
    const { store, done } = connection.transaction('historique', 'readwrite')
    const write = async () => {
      const sameName = (await store.index('nomJson').getAll(depot.nomJson)).map(restoreDepot)
      const { id, deposeLe, retour } = sameName.find((one) => isSame(one, depot)) ?? {
        id: depot.id,
        deposeLe: null,
        retour: null,
      }
      const saved: DepotEntier = { ...depot, id, deposeLe, retour }
      await store.put(saved)
      return saved
    }
    return through(done, write())
  })

/** Under one name a pièce may have been replaced: the JSON is the same, what was deposited is not. */
const isSame = (a: Pick<DepotEntier, 'json' | 'empreinteZip'>, b: Pick<DepotEntier, 'json' | 'empreinteZip'>) =>
  a.json === b.json && (a.empreinteZip === '' || b.empreinteZip === '' || a.empreinteZip === b.empreinteZip)

async function changeDepot(
  database: Database,
  id: string,
  change: Pick<DepotEntier, 'deposeLe'> | Pick<DepotEntier, 'retour'>,
): Promise<Resultat<undefined, 'absent' | RaisonStockage>> {
  const changed = await database.run((connection) => {
    const { store, done } = connection.transaction('historique', 'readwrite')
    const write = async () => {
      const stored = await store.get(id)
      // Fields that only a newer release knows stay as they are.
      if (stored) await store.put({ ...stored, ...change })
      return stored !== undefined
    }
    return through(done, write())
  })
  if (!changed.ok) return changed
  return changed.valeur ? reussi(undefined) : refuse('absent')
}

/** Notes when the clerk deposited it, ISO, or takes that back with null. */
export const markDepose = (database: Database, id: string, deposeLe: string | null) =>
  changeDepot(database, id, { deposeLe })

/** Keeps the portal's answer with its deposit, in place of one read before. */
export const saveRetour = (database: Database, id: string, retour: RetourEntier) =>
  changeDepot(database, id, { retour })

/** Forgets a deposit: its draft, if removed, and its pièces may then go. */
export const removeDepot = (database: Database, id: string): Promise<Resultat<unknown>> =>
  database.run((connection) => connection.delete('historique', id))

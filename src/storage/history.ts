import type { FinessDeposes } from '../dossier/checkEntre'
import { parseFiness } from '../dossier/finess'
import { toCentimes, type Centimes } from '../format/montant'
import { through, type Database } from './database'
import { isRecord, readCounts, readFields, readRecords, readString, readTextOrNull, readTexts } from './restore'
import { refuse, reussi, type RaisonStockage, type Resultat } from './resultat'

/** A deposit whose files were downloaded here. Dates are ISO, given by the caller, but for dateDepot: `JJ/MM/AAAA`. */
export interface DepotTelecharge {
  id: string
  /** The draft it was made from, which holds its pièces' bytes: `readPieces(draftId)`. */
  draftId: string
  nomJson: string
  nomZip: string
  /** Last download. */
  date: string
  numeroAns: string
  dateDepot: string
  numeroFichier: string
  /** In the order of the file: numLigne is the rank, from 1. */
  demandes: readonly DemandeTelechargee[]
  /** The JSON file's text. */
  json: string
  /** Alertes marked «Vérifié», and those left open, in the words the clerk saw. */
  verifies: readonly string[]
  passesOutre: readonly string[]
  /** When the clerk said that he deposited it on the portal. */
  deposeLe: string | null
  retour: RetourLu | null
}

export interface DemandeTelechargee {
  numeroASP: string
  numeroEditeur: string
  libelleInterne: string
  centimes: Centimes | null
  beneficiaires: readonly string[]
  pieces: readonly { id: string; nomFichier: string }[]
}

/** The portal's answer to a deposit, as it was read. */
export interface RetourLu {
  nomFichier: string
  luLe: string
  texte: string
  /** numLigne of the deposit's demandes that were rejected. */
  rejets: readonly number[]
  /** Those of which the answer does not tell for certain. */
  aVerifier: readonly number[]
}

const restoreRetour = readFields<RetourLu>({
  nomFichier: readString,
  luLe: readString,
  texte: readString,
  rejets: readCounts,
  aVerifier: readCounts,
})

const restoreDemande = readFields<DemandeTelechargee>({
  numeroASP: readString,
  numeroEditeur: readString,
  libelleInterne: readString,
  centimes: (stored) => (typeof stored === 'number' ? toCentimes(stored) : null),
  beneficiaires: readTexts,
  pieces: readRecords(readFields<DemandeTelechargee['pieces'][number]>({ id: readString, nomFichier: readString })),
})

/** The one door for every deposit read: what an older release did not keep is defaulted. */
export const restoreDepot = readFields<DepotTelecharge>({
  id: readString,
  draftId: readString,
  nomJson: readString,
  nomZip: readString,
  date: readString,
  numeroAns: readString,
  dateDepot: readString,
  numeroFichier: readString,
  demandes: readRecords(restoreDemande),
  json: readString,
  verifies: readTexts,
  passesOutre: readTexts,
  deposeLe: readTextOrNull,
  retour: (stored) => (isRecord(stored) ? restoreRetour(stored) : null),
})

/** Every deposit downloaded here, the last download first. */
export async function listDepots(database: Database): Promise<Resultat<DepotTelecharge[]>> {
  const read = await database.run((connection) => connection.getAll('historique'))
  if (!read.ok) return read
  return reussi(read.valeur.map(restoreDepot).sort((a, b) => (a.date < b.date ? 1 : -1)))
}

/**
 * Records a download. The same file saved again (same name, same text) is the same deposit: it keeps its id, its
 * «déposé le» and its answer. Gives the deposit as it stands.
 */
export const saveDepot = (
  database: Database,
  depot: Omit<DepotTelecharge, 'deposeLe' | 'retour'>,
): Promise<Resultat<DepotTelecharge>> =>
  database.run((connection) => {
    const { store, done } = connection.transaction('historique', 'readwrite')
    const write = async () => {
      const sameName = (await store.index('nomJson').getAll(depot.nomJson)).map(restoreDepot)
      const { id, deposeLe, retour } = sameName.find(({ json }) => json === depot.json) ?? {
        id: depot.id,
        deposeLe: null,
        retour: null,
      }
      const saved: DepotTelecharge = { ...depot, id, deposeLe, retour }
      await store.put(saved)
      return saved
    }
    return through(done, write())
  })

async function changeDepot(
  database: Database,
  id: string,
  change: Pick<DepotTelecharge, 'deposeLe'> | Pick<DepotTelecharge, 'retour'>,
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
export const saveRetour = (database: Database, id: string, retour: RetourLu) => changeDepot(database, id, { retour })

/** Forgets a deposit: its draft, if removed, and its pièces may then go. */
export const removeDepot = (database: Database, id: string): Promise<Resultat<unknown>> =>
  database.run((connection) => connection.delete('historique', id))

/** Names of the JSON files downloaded here, each once: what `nextNumeroFichier` counts on. */
export const nomsDeposes = (depots: readonly DepotTelecharge[]): string[] => [
  ...new Set(depots.map(({ nomJson }) => nomJson)),
]

/**
 * FINESS → name of the last deposit that holds it. Left out: demandes that the portal rejected, which may be sent
 * again, and the deposits of one draft, which is not its own predecessor.
 */
export function finessDeposes(depots: readonly DepotTelecharge[], exceptDraftId?: string): FinessDeposes {
  const oldestFirst = [...depots].sort((a, b) => (a.date < b.date ? -1 : 1))
  return new Map(
    oldestFirst
      .filter(({ draftId }) => draftId !== exceptDraftId)
      .flatMap(({ demandes, retour, nomJson }) =>
        demandes
          .filter((_, index) => !retour?.rejets.includes(index + 1))
          .flatMap(({ beneficiaires }) => beneficiaires.flatMap((typed) => parseFiness(typed) ?? []))
          .map((finess): [string, string] => [finess, nomJson]),
      ),
  )
}

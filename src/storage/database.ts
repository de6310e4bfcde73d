import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { refuse, reussi, type RaisonStockage, type Resultat } from '../records/resultat'

/** A pièce's bytes as they are stored: not every browser stores Blobs. */
export type OctetsStockes = Blob | { type: string; contenu: ArrayBuffer }

/** The bytes of one pièce, in the draft they were attached in. Several deposits of that draft may use them. */
export interface PieceStockee {
  draftId: string
  id: string
  octets: OctetsStockes
}

/** Of people's work only the keys are promised: a record may be of another release, and is read through a door. */
interface Stores extends DBSchema {
  brouillons: { key: string; value: { id: string } }
  /** Drafts that were removed and can still be brought back: id → when. Apart, so that autosave stays one blind write. */
  corbeille: { key: string; value: { id: string; retireLe: string } }
  pieces: { key: [draftId: string, id: string]; value: PieceStockee }
  historique: {
    key: string
    value: { id: string; draftId: string; nomJson: string }
    indexes: { draftId: string; nomJson: string }
  }
  reglages: { key: string; value: object }
}

export type Connection = IDBPDatabase<Stores>

export const nomBase = 'solde-bio-sgl'

/** From schema n to n + 1 at rank n. Append only: people's databases hold what the older ones made. */
const upgrades: ReadonlyArray<(connection: Connection) => void> = [
  (connection) => {
    connection.createObjectStore('brouillons', { keyPath: 'id' })
    connection.createObjectStore('corbeille', { keyPath: 'id' })
    connection.createObjectStore('pieces', { keyPath: ['draftId', 'id'] })
    const historique = connection.createObjectStore('historique', { keyPath: 'id' })
    historique.createIndex('draftId', 'draftId')
    historique.createIndex('nomJson', 'nomJson')
    connection.createObjectStore('reglages')
  },
]

/** The database of this page. `run` is the only way in. */
export interface Database {
  /**
   * Runs the work on an open connection and gives its value, or why the machine refused. The work may run twice (the
   * connection was cut): it must come to the same when repeated, and wait for nothing but its own transaction.
   */
  run<Valeur>(work: (connection: Connection) => Promise<Valeur>): Promise<Resultat<Valeur>>
  close(): void
}

/** Private windows and blocked upgrades may never answer: past this many milliseconds the page goes on without. */
const attenteOuverture = 5000

/** Opens at the first `run`, closes for a newer release, opens again when the connection was cut. */
export function createDatabase(): Database {
  let opening: Opening | null = null

  function connect(): Opening {
    if (opening) return opening
    const started = startOpening(() => {
      if (opening === started) opening = null
    })
    opening = started
    return started
  }

  async function attempt<Valeur>(
    work: (connection: Connection) => Promise<Valeur>,
    retry: boolean,
  ): Promise<Resultat<Valeur>> {
    const current = connect()
    const opened = await current.opened()
    if (!opened.ok) return opened
    try {
      return reussi(await work(opened.valeur))
    } catch (error) {
      if (!retry || !isCut(error)) return refuse(raisonOf(error))
      current.close()
      return attempt(work, false)
    }
  }

  return { run: (work) => attempt(work, true), close: () => opening?.close() }
}

/**
 * The steps' value once their transaction is through. Of two errors the steps' own is thrown: it says why («quota»),
 * where the transaction may only say that it was aborted.
 */
export async function through<Valeur>(done: Promise<void>, steps: Promise<Valeur>): Promise<Valeur> {
  const [value, end] = await Promise.allSettled([steps, done])
  if (value.status === 'rejected') throw value.reason
  if (end.status === 'rejected') throw end.reason
  return value.value
}

interface Opening {
  opened: () => Promise<Resultat<Connection>>
  close: () => void
}

/** One opening under way or done. `onEnd`: its connection is of no more use. */
function startOpening(onEnd: () => void): Opening {
  let blocked = false
  let late = false
  const tooLate = () => refuse(blocked ? 'bloque' : 'indisponible')
  const connection = openConnection(onEnd, () => (blocked = true)).then(reussi, (error: unknown) => {
    onEnd()
    return refuse(raisonOfOpening(error))
  })
  const settled = connection.then((result) => {
    late = false
    return result
  })
  return {
    // Once it was too late for one caller, the next ones are not kept waiting again.
    opened: () => (late ? Promise.resolve(tooLate()) : within(settled, () => ((late = true), tooLate()))),
    close: () => {
      onEnd()
      void connection.then((result) => result.ok && result.valeur.close())
    },
  }
}

/** The promise's value, or the other one past the time an opening is given. */
const within = <Value>(promise: Promise<Value>, otherwise: () => Value) =>
  new Promise<Value>((resolve) => {
    const timer = setTimeout(() => resolve(otherwise()), attenteOuverture)
    void promise.then((value) => {
      clearTimeout(timer)
      resolve(value)
    })
  })

// Async, so that a browser which throws at the mere mention of indexedDB is refused like the others.
const openConnection = async (onEnd: () => void, onBlocked: () => void): Promise<Connection> =>
  openDB<Stores>(nomBase, upgrades.length, {
    upgrade: (connection, oldVersion) => {
      for (const upgrade of upgrades.slice(oldVersion)) upgrade(connection)
    },
    blocked: onBlocked,
    // A newer release wants to upgrade: an open connection would keep it waiting.
    blocking: (_current, _wanted, event) => {
      if (event.target instanceof IDBDatabase) event.target.close()
      onEnd()
    },
  })

const raisonOfOpening = (error: unknown): RaisonStockage => {
  const name = error instanceof DOMException ? error.name : ''
  // The database is of a newer release than this page.
  if (name === 'VersionError') return 'bloque'
  return name === 'QuotaExceededError' ? 'plein' : 'indisponible'
}

// Safari cuts the connections of background tabs: «UnknownError: Connection to Indexed Database server lost»; the
// others report a closed connection (InvalidStateError) or a transaction that ended with it (AbortError).
const isCut = (error: unknown) =>
  error instanceof DOMException && ['UnknownError', 'InvalidStateError', 'AbortError'].includes(error.name)

/** The reason behind an exception of IndexedDB; a fault of ours goes on being thrown. */
function raisonOf(error: unknown): RaisonStockage {
  if (!(error instanceof DOMException)) throw error
  if (error.name === 'DataError' || error.name === 'DataCloneError') throw error
  return error.name === 'QuotaExceededError' ? 'plein' : 'panne'
}

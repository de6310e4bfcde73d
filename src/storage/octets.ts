import type { Connection, Database, OctetsStockes } from './database'
import { refuse, type Resultat } from '../records/resultat'

/** Stored bytes as everyone else takes them. */
export const toBlob = (octets: OctetsStockes): Blob =>
  octets instanceof Blob ? octets : new Blob([octets.contenu], { type: octets.type })

/**
 * Runs a work that stores bytes, as Blobs: the browser keeps those out of memory. WebKit stores none in private windows
 * and at times fails elsewhere («Error preparing Blob/File data to be stored in object store»): then it is run again
 * with the bytes themselves.
 */
export async function storeOctets(
  database: Database,
  octets: ReadonlyMap<string, Blob>,
  work: (connection: Connection, stored: ReadonlyMap<string, OctetsStockes>) => Promise<unknown>,
): Promise<Resultat<unknown>> {
  const stored = await database
    .run((connection) => work(connection, octets))
    .catch((error: unknown) => {
      // What WebKit says of a Blob in a private window.
      if (error instanceof DOMException && error.name === 'DataCloneError') return refuse('panne')
      throw error
    })
  if (stored.ok || stored.raison !== 'panne' || octets.size === 0) return stored
  const contents = new Map<string, OctetsStockes>()
  for (const [id, blob] of octets) contents.set(id, { type: blob.type, contenu: await blob.arrayBuffer() })
  return database.run((connection) => work(connection, contents))
}

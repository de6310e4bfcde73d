import { through, type Database } from './database'
import { piecesOf, readDraft, writeDraft, type Draft, type DraftResume } from '../records/draft'
import { restoreDepot } from '../records/depotTelecharge'
import { readFields, readString } from '../records/restore'
import { refuse, reussi, type RaisonLecture, type RaisonStockage, type Resultat } from '../records/resultat'
import { storeOctets, toBlob } from './octets'

/** Asks for writes to be committed at once: of a page on its way out, what waits to be committed by itself goes with it. */
function commit(transaction: { commit: () => void; done: Promise<void> }, writes: readonly Promise<unknown>[]) {
  transaction.commit()
  return through(transaction.done, Promise.all(writes))
}

/** Writes the small record and nothing else. Save a new draft once before a pièce is put into it. */
export const saveDraft = (database: Database, draft: Draft): Promise<Resultat<unknown>> =>
  database.run((connection) => {
    const transaction = connection.transaction('brouillons', 'readwrite')
    return commit(transaction, [transaction.store.put(writeDraft(draft))])
  })

/** Writes a draft that comes with its bytes (read from a file, copied) whole or not at all. */
export const addDraft = (
  database: Database,
  draft: Draft,
  pieces: ReadonlyMap<string, Blob>,
): Promise<Resultat<unknown>> =>
  storeOctets(database, pieces, (connection, stored) => {
    const transaction = connection.transaction(['brouillons', 'pieces'], 'readwrite')
    const writes = [...stored].map(([id, octets]) =>
      transaction.objectStore('pieces').put({ draftId: draft.id, id, octets }),
    )
    return commit(transaction, [transaction.objectStore('brouillons').put(writeDraft(draft)), ...writes])
  })

/** The draft as it was last saved. Changes nothing. */
export async function openDraft(
  database: Database,
  id: string,
): Promise<Resultat<Draft, RaisonStockage | RaisonLecture>> {
  const read = await database.run((connection) => {
    const transaction = connection.transaction(['brouillons', 'corbeille'])
    return through(
      transaction.done,
      Promise.all([transaction.objectStore('brouillons').get(id), transaction.objectStore('corbeille').getKey(id)]),
    )
  })
  if (!read.ok) return read
  const [stored, removed] = read.valeur
  return stored === undefined || removed !== undefined ? refuse('absent') : readDraft(stored)
}

/** Every draft that was not removed, the last changed first. */
export async function listDrafts(database: Database): Promise<Resultat<DraftResume[]>> {
  const read = await database.run((connection) => {
    const transaction = connection.transaction(['brouillons', 'corbeille'])
    return through(
      transaction.done,
      Promise.all([transaction.objectStore('brouillons').getAll(), transaction.objectStore('corbeille').getAllKeys()]),
    )
  })
  if (!read.ok) return read
  const [stored, removed] = read.valeur
  return reussi(
    stored
      .filter(({ id }) => !removed.includes(id))
      .map(resume)
      .sort((a, b) => (a.modifieLe < b.modifieLe ? 1 : -1)),
  )
}

function resume(stored: unknown): DraftResume {
  const read = readDraft(stored)
  const titles = readFields({ id: readString, nom: readString, creeLe: readString, modifieLe: readString })(stored)
  if (!read.ok) return { ...titles, demandes: 0, taille: 0, raison: read.raison }
  const { demandes } = read.valeur.dossier
  const taille = demandes.flatMap(piecesOf).reduce((sum, piece) => sum + piece.taille, 0)
  return { ...titles, demandes: demandes.length, taille, raison: null }
}

/** Writes the bytes of one pièce, once, when it is attached. */
export const putPiece = (
  database: Database,
  draftId: string,
  pieceId: string,
  octets: Blob,
): Promise<Resultat<unknown>> =>
  storeOctets(database, new Map([[pieceId, octets]]), (connection, stored) => {
    const transaction = connection.transaction('pieces', 'readwrite')
    const writes = [...stored].map(([id, content]) => transaction.store.put({ draftId, id, octets: content }))
    return commit(transaction, writes)
  })

// An array sorts after every text: the range holds all keys that begin with that draft.
const piecesIn = (draftId: string) => IDBKeyRange.bound([draftId], [draftId, []])

/** The bytes kept for a draft, by pièce id: its own and those of its earlier deposits. */
export async function readPieces(database: Database, draftId: string): Promise<Resultat<ReadonlyMap<string, Blob>>> {
  const read = await database.run((connection) => connection.getAll('pieces', piecesIn(draftId)))
  return read.ok ? reussi(new Map(read.valeur.map(({ id, octets }) => [id, toBlob(octets)]))) : read
}

/**
 * Deletes the bytes of pièces that were dropped from the draft and stand in none of its deposits. Not at once, so that
 * «Annuler» works: call it on opening the draft, before any change, and only in the window that holds it (`claimDraft`
 * «tenu»), for another window may just have attached a pièce. Gives the number deleted.
 */
export const collectPieces = (database: Database, draftId: string): Promise<Resultat<number>> =>
  database.run((connection) => {
    const transaction = connection.transaction(['brouillons', 'pieces', 'historique'], 'readwrite')
    const pieces = transaction.objectStore('pieces')
    const collect = async () => {
      const draft = readDraft(await transaction.objectStore('brouillons').get(draftId))
      if (!draft.ok) return 0
      const depots = await transaction.objectStore('historique').index('draftId').getAll(draftId)
      const kept = new Set([
        ...draft.valeur.dossier.demandes.flatMap(piecesOf).map(({ id }) => id),
        ...depots
          .map(restoreDepot)
          .flatMap(({ demandes }) => demandes.flatMap(({ pieces }) => pieces.map(({ id }) => id))),
      ])
      const dropped = (await pieces.getAllKeys(piecesIn(draftId))).filter(([, id]) => !kept.has(id))
      await Promise.all(dropped.map((key) => pieces.delete(key)))
      return dropped.length
    }
    return through(transaction.done, collect())
  })

/** Takes a draft off the list, at the ISO time given; `restoreDraft` brings it back until it is purged. */
export const removeDraft = (database: Database, id: string, retireLe: string): Promise<Resultat<unknown>> =>
  database.run((connection) => connection.put('corbeille', { id, retireLe }))

/** Undoes `removeDraft`. */
export const restoreDraft = (database: Database, id: string): Promise<Resultat<unknown>> =>
  database.run((connection) => connection.delete('corbeille', id))

/**
 * Deletes for good, with their bytes, the drafts removed before the ISO time given. One that a deposit of the history
 * was made from stays, off the list, until that deposit is forgotten: it holds what was sent. Gives the ids deleted.
 */
export const purgeDrafts = (database: Database, before: string): Promise<Resultat<string[]>> =>
  database.run((connection) => {
    const transaction = connection.transaction(['brouillons', 'corbeille', 'pieces', 'historique'], 'readwrite')
    const purge = async () => {
      const old = (await transaction.objectStore('corbeille').getAll()).filter(({ retireLe }) => retireLe < before)
      const depots = transaction.objectStore('historique').index('draftId')
      const uses = await Promise.all(old.map(({ id }) => depots.count(id)))
      const ids = old.flatMap(({ id }, index) => (uses[index] === 0 ? [id] : []))
      await Promise.all(
        ids.flatMap((id) => [
          transaction.objectStore('brouillons').delete(id),
          transaction.objectStore('corbeille').delete(id),
          transaction.objectStore('pieces').delete(piecesIn(id)),
        ]),
      )
      return ids
    }
    return through(transaction.done, purge())
  })

import type { FormatFichier } from '../../format/profil'
import { createDatabase } from '../../storage/database'
import {
  addDraft,
  collectPieces,
  listDrafts,
  openDraft,
  purgeDrafts,
  putPiece,
  readPieces,
  removeDraft,
  restoreDraft,
  saveDraft,
} from '../../storage/drafts'
import { listDepots, markDepose, readDepot, saveDepot, saveRetour } from '../../storage/history'
import { flushOnLeave } from '../../storage/leave'
import { claimDraft } from '../../storage/locks'
import { readModeleRetenu, saveModeleRetenu } from '../../storage/modele'
import { createNouvelles } from '../../storage/nouvelles'
import { askPersistence } from '../../storage/room'
import { readSupplier, saveSupplier } from '../../storage/supplier'
import type { FichierDonne, Octets, Ports, Signal, WorkOptions } from '../../travail/ports'
import { goTo, onMove } from '../route'
import { newId } from '../../octets/newId'
import { after, afterwards } from '../../ui/later'
import { keepLastDraft, readLastDraft } from './lastDraft'
import { today } from './today'

// What the work hands over came from here: its bytes are Blobs, its files Files, its signals the browser's own.
type Bytes = Octets & Blob
type Fichier = FichierDonne & File
type Stopper = Signal & AbortSignal
type Options = WorkOptions & { signal: Stopper }

const examiner = () => import('../../pieces/examine')

/** The browser, as the work sees it. Readers and writers of files are fetched when they are first needed. */
export function createPorts(): Ports {
  const database = createDatabase()
  const { tell, onChange } = createNouvelles()
  return {
    clock: {
      today,
      now: () => new Date().toISOString(),
      ago: (duration) => new Date(Date.now() - duration).toISOString(),
      after,
      afterwards,
      rest: () => new Promise((resolve) => setTimeout(resolve)),
    },
    newId,
    newStop: () => new AbortController(),
    drafts: {
      list: () => listDrafts(database),
      open: (id) => openDraft(database, id),
      save: (draft) => tell('brouillons', saveDraft(database, draft)),
      add: (draft, pieces: ReadonlyMap<string, Bytes>) => addDraft(database, draft, pieces),
      remove: (id, retireLe) => removeDraft(database, id, retireLe),
      restore: (id) => restoreDraft(database, id),
      putPiece: (draftId, pieceId, octets: Bytes) => tell('brouillons', putPiece(database, draftId, pieceId, octets)),
      readPieces: (draftId) => readPieces(database, draftId),
      collectPieces: (draftId) => collectPieces(database, draftId),
      purge: (before) => purgeDrafts(database, before),
      claim: claimDraft,
      writeExport: async (draft, pieces: ReadonlyMap<string, Bytes>, options: Options) =>
        (await import('../../storage/exportDraft')).writeExport(draft, pieces, options),
      readExport: async (file: Fichier, options: Options) =>
        (await import('../../storage/exportDraft')).readExport(file, options),
      askPersistence,
    },
    history: {
      list: () => listDepots(database),
      read: (id) => readDepot(database, id),
      save: (depot) => tell('depots', saveDepot(database, depot)),
      markDepose: (id, deposeLe) => tell('depots', markDepose(database, id, deposeLe)),
      saveRetour: (id, retour) => tell('depots', saveRetour(database, id, retour)),
    },
    settings: {
      readSupplier: () => readSupplier(database),
      saveSupplier: (supplier) => tell('reglages', saveSupplier(database, supplier)),
      readModele: () => readModeleRetenu(database),
      saveModele: (modele) => tell('reglages', saveModeleRetenu(database, modele)),
    },
    autres: { onChange },
    pieces: {
      examine: async (fichier: Fichier, signal?: Stopper) => (await examiner()).examineFile(fichier, signal),
      read: async (octets: Bytes, formatFichier) => (await examiner()).readPiece(octets, formatFichier),
      recognise: async (octets: Bytes, formatFichier, options: Options) =>
        (await import('../../pieces/ocr/reconnaitrePiece')).reconnaitrePiece(octets, formatFichier, options),
      join: async (documents: Parameters<typeof joindre>[0], signal: Stopper) => joindre(documents, signal),
      toFile: (octets: Bytes, nom) => new File([octets], nom, { type: octets.type }),
    },
    opening: {
      read: async (fichiers: readonly Fichier[], options: Options) => {
        const { lireFichiers } = await import('../../ouverture/readFiles')
        return lireFichiers(
          fichiers.map((file) => ({ nom: file.name, octets: file })),
          options,
        )
      },
    },
    tableaux: {
      read: async (fichier: Fichier, options: Options) =>
        (await tableauReader()).lireTableau({ nom: fichier.name, octets: fichier }, options),
      propose: async (demande, signal: Stopper) => (await tableauReader()).proposerTableau(demande, { signal }),
      toFile: (texte, nom) => new File([texte], nom, { type: 'text/csv' }),
    },
    place: {
      current: () => location.hash,
      goTo,
      onMove,
      onLeave: flushOnLeave,
      lastDraft: readLastDraft,
      keepLastDraft,
    },
  }
}

const tableauReader = () => import('../../ouverture/classeur/readTableau')

async function joindre(documents: readonly { octets: Bytes; formatFichier: FormatFichier }[], signal: Stopper) {
  const { joindreDocuments } = await import('../../pieces/transformer')
  return joindreDocuments(documents, { signal })
}

import { createHash } from 'node:crypto'
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import type { Piece } from '../dossier/dossier'
import { isJour, type Jour } from '../format/jour'
import type { FormatFichier } from '../format/profil'
import type { Lecture } from '../lecture/lecture'
import { ouvertureAbilities } from '../ouverture/abilities'
import { sniffNature } from '../pieces/sniff'
import type { Claim, Holder } from '../records/claim'
import { refuse, type RaisonStockage } from '../records/resultat'
import { createDatabase } from '../storage/database'
import * as drafts from '../storage/drafts'
import { readExport, writeExport } from '../storage/exportDraft'
import * as history from '../storage/history'
import { readModeleRetenu, saveModeleRetenu } from '../storage/modele'
import { readSupplier, saveSupplier } from '../storage/supplier'
import type { Clock, Examen, FichierDonne, Jonction, Octets, Ports, Signal, WorkOptions } from './ports'
import { createTravail } from './travail'

type Bytes = Octets & Blob
type Fichier = FichierDonne & File
type Stopper = Signal & AbortSignal
type Options = WorkOptions & { signal: Stopper }

/** Time that only the test moves, from 20/03/2023 at noon. */
export function createExampleClock() {
  let time = Date.UTC(2023, 2, 20, 12)
  let calls: { at: number; call: () => void }[] = []
  const iso = (ms: number) => new Date(ms).toISOString()
  const after: Clock['after'] = (delay, call) => {
    const planned = { at: time + delay, call }
    calls.push(planned)
    return () => void (calls = calls.filter((other) => other !== planned))
  }
  const clock: Clock = {
    today: () => jourOf(iso(time)),
    now: () => iso(time),
    ago: (duration) => iso(time - duration),
    after,
    afterwards: after,
    rest: () => new Promise((resolve) => setImmediate(resolve)),
  }
  return {
    ...clock,
    /** Moves on by ms; what was planned meanwhile is called, and what it sets going comes to rest. */
    pass: async (duration: number) => {
      time += duration
      const due = calls.filter(({ at }) => at <= time)
      calls = calls.filter(({ at }) => at > time)
      for (const { call } of due) call()
      await settled()
    },
    planned: () => calls.length,
  }
}

function jourOf(iso: string): Jour {
  const jour = iso.slice(0, 10).split('-').reverse().join('/')
  if (!isJour(jour)) throw new Error(jour)
  return jour
}

/** Waits until nothing that was set going has anything left to do: storage here answers by immediates. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

/** A door: while it is shut, whoever comes to it waits. */
export function createGate() {
  let open = () => undefined as void
  let shut: Promise<void> | null = null
  let waiting = 0
  return {
    shut: () => {
      shut = new Promise((resolve) => (open = resolve))
    },
    open: async () => {
      shut = null
      open()
      await settled()
    },
    waiting: () => waiting,
    pass: async () => {
      waiting += 1
      await shut
      waiting -= 1
    },
  }
}

/** Locks of the drafts of one computer: the window that asks is answered as the browser's own would. */
function createLocks() {
  const held = new Map<string, Holder>()
  return async (id: string, holder: Holder): Promise<Claim> => {
    if (!held.has(id)) held.set(id, holder)
    return Promise.resolve({
      state: () => (held.get(id) === holder ? 'tenu' : 'occupe'),
      takeOver: async () => {
        const other = held.get(id)
        if (other && other !== holder) {
          await other.onAsked()
          held.set(id, holder)
          other.onLost()
        }
        held.set(id, holder)
        return 'tenu'
      },
      release: () => {
        if (held.get(id) === holder) held.delete(id)
        return Promise.resolve()
      },
    })
  }
}

/** One computer: what is kept on it, and its clock. Several windows may be opened on it. */
export function examplePoste() {
  globalThis.indexedDB = new IDBFactory()
  let count = 0
  return {
    database: createDatabase(),
    clock: createExampleClock(),
    claim: createLocks(),
    windows: new Set<Window>(),
    newId: (kind = 'id') => `${kind}-${(count += 1)}`,
  }
}

type Poste = ReturnType<typeof examplePoste>

/** What one window is to be told of the others. */
type Window = Parameters<Ports['autres']['onChange']>[0]

/** What the machine refuses from now on, by the name of the call. */
type Refusals = Partial<Record<keyof Ports['drafts'] | 'depot' | 'retour' | 'supplier' | 'modele', RaisonStockage>>

/** Ports of one window, and the hands by which a test moves it. */
export function examplePorts(poste: Poste = examplePoste()) {
  const { database, clock } = poste
  const refusals: Refusals = {}
  const gates = {
    examine: createGate(),
    read: createGate(),
    join: createGate(),
    opening: createGate(),
    open: createGate(),
  }
  const place = examplePlace()
  /** What is read in a document that says this; the test gives it. */
  const readings: { of: (text: string) => Lecture | null } = { of: () => null }
  const may = async <Answer>(name: keyof Refusals, work: () => Promise<Answer>) => {
    const raison = refusals[name]
    return raison ? refuse(raison) : work()
  }
  const own = new Set<Window>()
  const told = async <Answer>(quoi: Parameters<Window>[0], work: () => Promise<Answer>) => {
    const answer = await work()
    for (const window of poste.windows) if (!own.has(window)) window(quoi)
    return answer
  }
  const ports: Ports = {
    clock,
    newId: () => poste.newId(),
    newStop: () => new AbortController(),
    drafts: {
      list: () => may('list', () => drafts.listDrafts(database)),
      open: async (id) => {
        await gates.open.pass()
        return may('open', () => drafts.openDraft(database, id))
      },
      save: (draft) => told('brouillons', () => may('save', () => drafts.saveDraft(database, draft))),
      add: (draft, pieces: ReadonlyMap<string, Bytes>) => may('add', () => drafts.addDraft(database, draft, pieces)),
      remove: (id, retireLe) => may('remove', () => drafts.removeDraft(database, id, retireLe)),
      restore: (id) => may('restore', () => drafts.restoreDraft(database, id)),
      putPiece: (draftId, pieceId, octets: Bytes) =>
        told('brouillons', () => may('putPiece', () => drafts.putPiece(database, draftId, pieceId, octets))),
      readPieces: (draftId) => may('readPieces', () => drafts.readPieces(database, draftId)),
      collectPieces: (draftId) => drafts.collectPieces(database, draftId),
      purge: (before) => drafts.purgeDrafts(database, before),
      claim: poste.claim,
      writeExport: (draft, pieces: ReadonlyMap<string, Bytes>, options: Options) => writeExport(draft, pieces, options),
      readExport: (file: Fichier, options: Options) => readExport(file, options),
      askPersistence: () => Promise.resolve(true),
    },
    history: {
      list: () => history.listDepots(database),
      read: (id) => history.readDepot(database, id),
      save: (depot) => told('depots', () => may('depot', () => history.saveDepot(database, depot))),
      markDepose: (id, deposeLe) =>
        told('depots', () => may('depot', () => history.markDepose(database, id, deposeLe))),
      saveRetour: (id, retour) => told('depots', () => may('retour', () => history.saveRetour(database, id, retour))),
    },
    settings: {
      readSupplier: () => readSupplier(database),
      saveSupplier: (supplier) => told('reglages', () => may('supplier', () => saveSupplier(database, supplier))),
      readModele: () => readModeleRetenu(database),
      saveModele: (modele) => told('reglages', () => may('modele', () => saveModeleRetenu(database, modele))),
    },
    autres: {
      onChange: (call) => {
        own.add(call)
        poste.windows.add(call)
        return () => void poste.windows.delete(call)
      },
    },
    pieces: {
      examine: async (fichier: Fichier) => {
        await gates.examine.pass()
        return examineExample(fichier, poste.newId('piece'))
      },
      read: async (octets: Bytes) => {
        await gates.read.pass()
        return readings.of(await octets.text())
      },
      recognise: async (octets: Bytes) => {
        const lecture = readings.of(await octets.text())
        if (lecture) return { ok: true, lecture }
        return { ok: false, message: { faute: 'Rien n’est lisible.', remede: 'Saisissez les valeurs.' } }
      },
      join: async (documents: readonly { octets: Bytes; formatFichier: FormatFichier }[]) => {
        await gates.join.pass()
        return joinExample(await Promise.all(documents.map(({ octets }) => octets.text())))
      },
      toFile: (octets: Bytes, nom) => new File([octets], nom, { type: octets.type }),
    },
    opening: {
      read: async (fichiers: readonly Fichier[], { signal, onProgress }) => {
        await gates.opening.pass()
        if (signal.aborted) return { ok: false, raison: 'abandon', detail: '' }
        const files = fichiers.map((file) => ({ nom: file.name, octets: file }))
        return { ok: true, valeur: await ouvertureAbilities.lire(files, onProgress) }
      },
    },
    tableaux: {
      read: () => Promise.resolve(noTableau),
      propose: () => Promise.resolve(noTableau),
      toFile: (texte, nom) => new File([texte], nom, { type: 'text/csv' }),
    },
    place: place.port,
  }
  return { ports, clock, place, gates, refusals, readings, poste }
}

const noTableau = { ok: false, raison: 'panne', detail: 'no spreadsheets here' } as const

/** An address bar, and the memory of one window. */
function examplePlace() {
  let route = '#/'
  let last: string | null = null
  const moves = new Set<() => void>()
  const leaves = new Set<() => Promise<void>>()
  const goTo = (next: string) => {
    route = next
    for (const call of [...moves]) call()
  }
  const listen =
    <Call>(calls: Set<Call>) =>
    (call: Call) => {
      calls.add(call)
      return () => void calls.delete(call)
    }
  const port: Ports['place'] = {
    current: () => route,
    goTo,
    onMove: listen(moves),
    onLeave: listen(leaves),
    lastDraft: () => last,
    keepLastDraft: (id) => void (last = id),
  }
  return {
    port,
    goTo,
    current: () => route,
    lastDraft: () => last,
    /** The page is hidden: whoever asked for it writes now. */
    hide: () => Promise.all([...leaves].map((call) => call())),
    listeners: () => moves.size + leaves.size,
  }
}

/** A pièce of any file whose first bytes are of a known format; else a refusal that offers to look into it. */
async function examineExample(file: File, id: string): Promise<Examen> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const { formatFichier } = sniffNature(bytes)
  if (formatFichier === null)
    return { ok: false, message: { faute: 'Format inconnu.', remede: 'Joignez un PDF.' }, recours: { kind: 'ouvrir' } }
  const piece: Piece = {
    id,
    nomOriginal: file.name,
    formatFichier,
    taille: file.size,
    empreinte: createHash('sha256').update(bytes).digest('hex'),
    pages: 1,
    remarques: [],
    documents: 1,
  }
  return { ok: true, piece, octets: new Blob([bytes], { type: file.type }) }
}

/** Documents one after the other; one that says «protégé» cannot be joined. */
function joinExample(texts: readonly string[]): Jonction {
  if (texts.some((text) => text.includes('protégé')))
    return { ok: false, message: { faute: 'Un document est protégé.', remede: 'Joignez-le seul.' } }
  return {
    ok: true,
    octets: new Blob([texts.join('\n')], { type: 'application/pdf' }),
    remarques: texts.some((text) => text.includes('signé')) ? ['Une signature électronique est perdue.'] : [],
  }
}

/** A file whose bytes begin as a PDF and say the text. */
export const examplePdf = (nom: string, text = nom) => new File([`%PDF-1.7\n${text}`], nom, { type: 'application/pdf' })

/** Screens by their addresses. */
export const exampleRoutes = {
  entete: '#/entete',
  demandes: '#/demandes',
  controle: '#/controle',
  retour: (depot: string) => `#/retour/${depot}`,
}

/** The whole work of one window. */
export function exampleTravail(poste?: Poste) {
  const example = examplePorts(poste)
  const travail = createTravail(example.ports, {
    routes: exampleRoutes,
    isDeep: (route) => /^#\/(?:entete|demandes|controle|telechargement)/.test(route),
  })
  const state = () => travail.store.getState()
  return {
    ...example,
    travail,
    state,
    /** Id of the draft at work. */
    draft: () => state().brouillon?.id ?? '',
    dossier: () => state().dossier,
    avis: () => state().avis.map(({ texte }) => texte),
    /** The draft as it is kept; null when there is none. */
    stored: async (id = state().brouillon?.id ?? '') => {
      const read = await drafts.openDraft(example.poste.database, id)
      return read.ok ? read.valeur : null
    },
    /** What the kept pièces of a draft say, by their ids. */
    storedPieces: async (id = state().brouillon?.id ?? '') => {
      const read = await drafts.readPieces(example.poste.database, id)
      const pieces = read.ok ? [...read.valeur] : []
      return new Map(await Promise.all(pieces.map(async ([key, octets]) => [key, await octets.text()] as const)))
    },
  }
}

export type Example = ReturnType<typeof exampleTravail>

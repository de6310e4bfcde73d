import type { Piece } from '../dossier/dossier'
import type { Jour } from '../format/jour'
import type { FormatFichier } from '../format/profil'
import type { Lecture } from '../lecture/lecture'
import type { FichierOuvert } from '../ouverture/fichierOuvert'
import type { ClasseurLu } from '../tableau/classeur'
import type { DemandeDeLecture, Proposee } from '../tableau/proposer'
import type { Recours } from '../pieces/recours'
import type { Claim, Holder } from '../records/claim'
import type { DepotEntier, DepotTelecharge, RetourEntier } from '../records/depotTelecharge'
import type { Draft, DraftLu, DraftResume } from '../records/draft'
import type { Message } from '../format/message'
import type { ModeleRetenu } from '../records/modele'
import type { RaisonIllisible, RaisonLecture, RaisonStockage, Resultat } from '../records/resultat'
import type { Supplier } from '../records/supplier'

/** Bytes of a file, held by the host; this room passes them on and never looks into them. `size`: bytes. */
export interface Octets {
  readonly size: number
  readonly type: string
}

/** A file as the clerk gave it. */
export interface FichierDonne extends Octets {
  readonly name: string
  /** Where it lay in what was dropped: `/Labo/facture.pdf`; absent or without a folder where it came alone. */
  readonly path?: string
}

/** Whether a work was stopped; the host's own signals carry more. */
export interface Signal {
  readonly aborted: boolean
}

/** Asked again after each wait: a work may be stopped meanwhile. */
export const isStopped = ({ aborted }: Signal) => aborted

export interface Stop {
  readonly signal: Signal
  abort: () => void
}

/** How a long work is stopped, and tells its share done, 0 to 1. */
export interface WorkOptions {
  signal: Signal
  onProgress: (share: number) => void
}

/** A file examined: a pièce with its bytes, or in words why it is none and the way out, where there is one. */
export type Examen =
  { ok: true; piece: Piece; octets: Octets } | { ok: false; message: Message; recours: Recours | null }

/** Several documents as one, or why not; null when it was stopped. */
export type Jonction =
  { ok: true; octets: Octets; remarques: readonly string[] } | { ok: false; message: Message } | null

/** What was recognised in a scan or photo, or why nothing was; null when it was stopped. */
export type Reconnaissance = { ok: true; lecture: Lecture } | { ok: false; message: Message } | null

/** The time of this computer, and calls after a delay in ms; `after` gives what cancels the call. */
export interface Clock {
  /** Today by its clock and time zone, JJ/MM/AAAA. */
  today: () => Jour
  /** ISO. */
  now: () => string
  after: (delay: number, call: () => void) => () => void
  /** The same, once the host has nothing to draw or take after that delay; not put off for long. */
  afterwards: (delay: number, call: () => void) => () => void
  /** Lets the host draw and take what was pressed, between two parts of a long work. */
  rest: () => Promise<void>
  /** The time that many ms ago, ISO. */
  ago: (duration: number) => string
}

/** Drafts kept on this computer. Nothing here throws for what the machine refuses. */
export interface DraftsPort {
  list(): Promise<Resultat<DraftResume[]>>
  open(id: string): Promise<Resultat<Draft, RaisonStockage | RaisonLecture>>
  save(draft: Draft): Promise<Resultat<unknown>>
  add(draft: Draft, pieces: ReadonlyMap<string, Octets>): Promise<Resultat<unknown>>
  remove(id: string, retireLe: string): Promise<Resultat<unknown>>
  restore(id: string): Promise<Resultat<unknown>>
  putPiece(draftId: string, pieceId: string, octets: Octets): Promise<Resultat<unknown>>
  readPieces(draftId: string): Promise<Resultat<ReadonlyMap<string, Octets>>>
  collectPieces(draftId: string): Promise<Resultat<number>>
  purge(before: string): Promise<Resultat<unknown>>
  claim(id: string, holder: Holder): Promise<Claim>
  writeExport(draft: Draft, pieces: ReadonlyMap<string, Octets>, options: WorkOptions): Promise<Octets>
  readExport(file: FichierDonne, options: WorkOptions): Promise<Resultat<DraftLu<Octets>, RaisonIllisible>>
  /** Asks the browser not to clear by itself what is kept. */
  askPersistence(): Promise<unknown>
}

/** Deposits downloaded here. */
export interface HistoryPort {
  list(): Promise<Resultat<DepotTelecharge[]>>
  read(id: string): Promise<Resultat<DepotEntier, RaisonStockage | RaisonLecture>>
  save(depot: Omit<DepotEntier, 'deposeLe' | 'retour'>): Promise<Resultat<DepotEntier>>
  markDepose(id: string, deposeLe: string | null): Promise<Resultat<undefined, RaisonStockage | 'absent'>>
  saveRetour(id: string, retour: RetourEntier): Promise<Resultat<undefined, RaisonStockage | 'absent'>>
}

/** What is remembered from one deposit to the next. */
export interface SettingsPort {
  readSupplier(): Promise<Resultat<Supplier | null>>
  saveSupplier(supplier: Supplier): Promise<Resultat<unknown>>
  readModele(): Promise<Resultat<ModeleRetenu | null>>
  saveModele(modele: ModeleRetenu | null): Promise<Resultat<unknown>>
}

/** The other windows on this computer. */
export interface AutresPort {
  /** Calls when one of them wrote a draft, or changed the history or what is remembered; gives what ends it. */
  onChange(call: (quoi: 'brouillons' | 'depots' | 'reglages') => void): () => void
}

/** What is done with the bytes of pièces. */
export interface PiecesPort {
  examine(fichier: FichierDonne, signal?: Signal): Promise<Examen>
  read(octets: Octets, formatFichier: FormatFichier): Promise<Lecture | null>
  /** Recognises the text of a scan or photo and reads it: takes seconds for each page. */
  recognise(octets: Octets, formatFichier: FormatFichier, options: WorkOptions): Promise<Reconnaissance>
  join(documents: readonly { octets: Octets; formatFichier: FormatFichier }[], signal: Signal): Promise<Jonction>
  toFile(octets: Octets, nom: string): FichierDonne
}

/** Files of the ASP's cycle, read in a worker. */
export interface OpeningPort {
  read(
    fichiers: readonly FichierDonne[],
    options: WorkOptions,
  ): Promise<{ ok: true; valeur: FichierOuvert<Octets>[] } | { ok: false; raison: string; detail: string }>
}

/** Spreadsheets, read and worked out in a worker. */
export interface TableauxPort {
  read(fichier: FichierDonne, options: WorkOptions): Promise<Issue<ClasseurLu>>
  propose(demande: DemandeDeLecture, signal: Signal): Promise<Issue<Proposee>>
  /** Text of the clipboard as a file. */
  toFile(texte: string, nom: string): FichierDonne
}

/** What a worker's call came to. */
type Issue<Valeur> = { ok: true; valeur: Valeur } | { ok: false; raison: string; detail: string }

/** Where the clerk is, and what this window remembers of it through a reload. */
export interface PlacePort {
  /** The route shown, `#/demandes/3`. */
  current(): string
  goTo(route: string): void
  /** Calls at each change of route; gives what ends it. */
  onMove(call: () => void): () => void
  /** Calls when the page is hidden or left, the last moment to write; gives what ends it. */
  onLeave(call: () => Promise<void>): () => void
  lastDraft(): string | null
  keepLastDraft(id: string | null): void
}

/** All that the work needs from outside: the browser's own in the app, others in tests. */
export interface Ports {
  clock: Clock
  newId: () => string
  newStop: () => Stop
  drafts: DraftsPort
  history: HistoryPort
  settings: SettingsPort
  autres: AutresPort
  pieces: PiecesPort
  opening: OpeningPort
  tableaux: TableauxPort
  place: PlacePort
}

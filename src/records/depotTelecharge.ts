import type { FinessDeposes } from '../dossier/checkEntre'
import { parseFiness } from '../dossier/finess'
import { toCentimes, type Centimes } from '../format/montant'
import { isRecord, readCounts, readFields, readRecords, readString, readTextOrNull, readTexts } from './restore'

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
  /** Alertes marked «Vérifié», and those left open, in the words the clerk saw. */
  verifies: readonly string[]
  passesOutre: readonly string[]
  /** When the clerk said that he deposited it on the portal. */
  deposeLe: string | null
  retour: RetourLu | null
}

/** The same with its texts, which lists of hundreds of deposits do without. */
export interface DepotEntier extends Omit<DepotTelecharge, 'retour'> {
  /** The JSON file's text. */
  json: string
  /** SHA-256 of the zip, hexadecimal; empty where it was not kept. */
  empreinteZip: string
  /** What the check came to when the files were made, as `rapport` writes it; empty where it was not kept. */
  trace: string
  retour: RetourEntier | null
}

export interface DemandeTelechargee {
  numeroASP: string
  numeroEditeur: string
  libelleInterne: string
  centimes: Centimes | null
  beneficiaires: readonly string[]
  pieces: readonly { id: string; nomFichier: string }[]
}

/** The portal's answer to a deposit, as it was read. `luLe`: ISO. */
export interface RetourLu {
  nomFichier: string
  luLe: string
  /** numLigne of the deposit's demandes that were rejected. */
  rejets: readonly number[]
  /** Those of which the answer does not tell for certain. */
  aVerifier: readonly number[]
  /** Those that the portal has not treated yet: without code or label, or not in its file at all. */
  enAttente: readonly number[]
}

export interface RetourEntier extends RetourLu {
  texte: string
}

const restoreRetour = readFields<RetourEntier>({
  nomFichier: readString,
  luLe: readString,
  texte: readString,
  rejets: readCounts,
  aVerifier: readCounts,
  enAttente: readCounts,
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
export const restoreDepot = readFields<DepotEntier>({
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
  empreinteZip: readString,
  trace: readString,
  verifies: readTexts,
  passesOutre: readTexts,
  deposeLe: readTextOrNull,
  retour: (stored) => (isRecord(stored) ? restoreRetour(stored) : null),
})

/** A deposit without its texts. */
export function resumeDepot({ json: _, empreinteZip: __, trace: ___, retour, ...depot }: DepotEntier): DepotTelecharge {
  if (!retour) return { ...depot, retour }
  const { texte: ____, ...lu } = retour
  return { ...depot, retour: lu }
}

/**
 * Names of the JSON files downloaded here, each once: what `nextNumeroFichier` counts on. Left out: those of that draft
 * which are not deposited yet, as far as is known here. Downloaded again, such a file takes its own place.
 */
export const nomsDeposes = (depots: readonly DepotTelecharge[], exceptDraftId?: string): string[] => [
  ...new Set(
    depots
      .filter(({ draftId, deposeLe, retour }) => draftId !== exceptDraftId || deposeLe !== null || retour !== null)
      .map(({ nomJson }) => nomJson),
  ),
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

import type { Demande, Dossier } from '../dossier/dossier'
import { nomProfil } from '../format/profil'
import { migrateDraft, versionCourante } from './migrations'
import { isRecord, readFields, readString, restoreDossier } from './restore'
import { refuse, reussi, type RaisonIllisible, type Resultat } from './resultat'

/** One dossier under work. Dates are ISO, given by the caller. */
export interface Draft {
  id: string
  nom: string
  creeLe: string
  modifieLe: string
  dossier: Dossier
  /** Route the clerk was on, `#/demandes/3`. */
  etape: string
  /** JSON that the screens keep beside the dossier (what was read in each pièce…); not looked into here. */
  extra: Readonly<Record<string, unknown>>
}

/** A draft in the list. `raison`: why it cannot be opened, or null. `taille`: its pièces, bytes. */
export interface DraftResume {
  id: string
  nom: string
  creeLe: string
  modifieLe: string
  demandes: number
  taille: number
  raison: RaisonIllisible | null
}

/** A draft read from a file, with its bytes by pièce id. `manquantes`: names of pièces whose bytes were not in it. */
export interface DraftLu<Octets> {
  draft: Draft
  pieces: ReadonlyMap<string, Octets>
  manquantes: readonly string[]
}

/** The record that is stored and exported: a draft, the version of its shape, and the profile that it is for. */
export const writeDraft = (draft: Draft) => ({ ...draft, version: versionCourante, profil: nomProfil })

/** The one door for every draft read, from this computer or from a file: migrated, then each field defaulted. */
export function readDraft(stored: unknown): Resultat<Draft, RaisonIllisible> {
  const migrated = migrateDraft(stored)
  if (!migrated.ok) return migrated
  if (isRecord(migrated.valeur) && migrated.valeur.profil !== nomProfil) return refuse('autreProfil')
  const dossier = isRecord(migrated.valeur) ? restoreDossier(migrated.valeur.dossier) : null
  if (!dossier) return refuse('illisible')
  const read = readFields<Draft>({
    id: readString,
    nom: readString,
    creeLe: readString,
    modifieLe: readString,
    dossier: () => dossier,
    etape: readString,
    extra: (extra) => (isRecord(extra) ? extra : {}),
  })
  return reussi(read(migrated.valeur))
}

/** The pièces of a demande that are attached. */
export const piecesOf = ({ pieces }: Demande) => Object.values(pieces).filter((piece) => piece !== null)

/** What an exported draft's zip holds: this record, and the bytes it names. */
export const nomRecord = 'brouillon.json'

/** Whether a zip with these entries is an exported draft, and no deposit. */
export const isExport = (entryNames: readonly string[]) => entryNames.includes(nomRecord)

/** `Brouillon-<nom>-<AAAA-MM-JJ>.zip`, the day being that of its last change. */
export function writeNomExport({ nom, modifieLe }: Draft): string {
  const plain = nom
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return `${['Brouillon', plain.slice(0, 60), modifieLe.slice(0, 10)].filter((part) => part !== '').join('-')}.zip`
}

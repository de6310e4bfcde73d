import type { Demande, Dossier } from '../dossier/dossier'
import { migrateDraft, versionCourante } from './migrations'
import { isRecord, readFields, readString, restoreDossier } from './restore'
import { refuse, reussi, type Resultat } from './resultat'

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

/** The record that is stored and exported: a draft and the version of its shape. */
export const writeDraft = (draft: Draft) => ({ ...draft, version: versionCourante })

/** The one door for every draft read, from this computer or from a file: migrated, then each field defaulted. */
export function readDraft(stored: unknown): Resultat<Draft, 'plusRecent' | 'illisible'> {
  const migrated = migrateDraft(stored)
  if (!migrated.ok) return migrated
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

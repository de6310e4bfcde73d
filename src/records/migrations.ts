import { isRecord } from './restore'
import { refuse, reussi, type Resultat } from './resultat'

/**
 * From version n to n + 1 at rank n. Append only, and only when a field changes its meaning or place: one that is
 * merely new is defaulted in `restore.ts`. What a migration does not understand it leaves to that door.
 */
export const migrations: ReadonlyArray<(draft: unknown) => unknown> = [
  // 0 → 1: what still stands in an entry field, and the amounts being added up, are kept with each demande.
  (draft) =>
    mapSaisies(draft, (saisie) => ({
      montantsAdditionnes: [],
      beneficiairesEnCours: '',
      identDMPEnCours: '',
      ...saisie,
    })),
  // 1 → 2: the profile that a draft is for is named; until then there was one.
  (draft) => (isRecord(draft) ? { profil: 'BIO-SGL', ...draft } : draft),
]

/** The version that drafts are written in. */
export const versionCourante = migrations.length

type Fields = Readonly<Record<string, unknown>>

function mapSaisies(draft: unknown, change: (saisie: Fields) => Fields): unknown {
  if (!isRecord(draft) || !isRecord(draft.dossier) || !Array.isArray(draft.dossier.demandes)) return draft
  const demandes: readonly unknown[] = draft.dossier.demandes
  const changed = demandes.map((demande) =>
    isRecord(demande) && isRecord(demande.saisie) ? { ...demande, saisie: change(demande.saisie) } : demande,
  )
  return { ...draft, dossier: { ...draft.dossier, demandes: changed } }
}

/** A stored draft of any version → one of today's shape. One of a newer version is refused untouched. */
export function migrateDraft(stored: unknown, steps = migrations): Resultat<unknown, 'plusRecent' | 'illisible'> {
  if (!isRecord(stored)) return refuse('illisible')
  // The first drafts bore no number.
  const { version = 0 } = stored
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 0) return refuse('illisible')
  if (version > steps.length) return refuse('plusRecent')
  return reussi(steps.slice(version).reduce<unknown>((draft, migrate) => migrate(draft), stored))
}

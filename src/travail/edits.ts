import type { Demande, Dossier, Piece, Saisie } from '../dossier/dossier'
import type { TypeFichier } from '../format/profil'

/**
 * One change of a dossier, as data: what stood there before and what stands there after. Turned round it is its own
 * undoing; it is done only where what it found is still there, so that later work is never taken along.
 */
export type Edit =
  /** A demande that comes or goes; `apres` is the id of the one before it, null at the head of the list. */
  | { kind: 'demande'; apres: string | null; before: Demande | null; after: Demande | null }
  | { kind: 'piece'; demande: string; type: TypeFichier; before: Piece | null; after: Piece | null }
  | { kind: 'saisie'; demande: string; before: Partial<Saisie>; after: Partial<Saisie> }
  | { kind: 'ordre'; before: readonly string[]; after: readonly string[] }

/** A change that was not done, because what it speaks of has changed since. */
export interface Reste {
  edit: Edit
  raison: 'demandeChangee' | 'demandeAbsente' | 'pieceChangee' | 'saisieChangee' | 'ordreChange'
}

export interface Applied {
  dossier: Dossier
  /** What was done, in order. */
  done: Edit[]
  restes: Reste[]
}

/** What undoes a list of changes. */
export const invertEdits = (edits: readonly Edit[]): Edit[] =>
  [...edits].reverse().map((edit): Edit => ({ ...edit, before: edit.after, after: edit.before }) as Edit)

/** Does each change that can still be done, in order, and names the others. */
export function applyEdits(dossier: Dossier, edits: readonly Edit[]): Applied {
  const applied: Applied = { dossier, done: [], restes: [] }
  for (const edit of edits) {
    const next = applyEdit(applied.dossier, edit)
    if (typeof next === 'string') applied.restes.push({ edit, raison: next })
    else {
      applied.dossier = next
      applied.done.push(edit)
    }
  }
  return applied
}

function applyEdit(dossier: Dossier, edit: Edit): Dossier | Reste['raison'] {
  switch (edit.kind) {
    case 'demande':
      return edit.after ? insertDemande(dossier, edit.after, edit.apres) : dropDemande(dossier, edit.before)
    case 'piece':
      return setPiece(dossier, edit)
    case 'saisie':
      return setValues(dossier, edit)
    case 'ordre':
      return reorder(dossier, edit)
  }
}

const withDemandes = (dossier: Dossier, demandes: readonly Demande[]): Dossier => ({ ...dossier, demandes })

function insertDemande(dossier: Dossier, demande: Demande, apres: string | null): Dossier | Reste['raison'] {
  const { demandes } = dossier
  if (demandes.some(({ id }) => id === demande.id)) return 'demandeChangee'
  const before = apres === null ? -1 : demandes.findIndex(({ id }) => id === apres)
  // The one it stood after is gone: the end is where it is found most easily.
  const at = apres !== null && before === -1 ? demandes.length : before + 1
  return withDemandes(dossier, [...demandes.slice(0, at), demande, ...demandes.slice(at)])
}

function dropDemande(dossier: Dossier, demande: Demande | null): Dossier | Reste['raison'] {
  const standing = dossier.demandes.find(({ id }) => id === demande?.id)
  if (!demande || !standing) return 'demandeAbsente'
  if (!sameDemande(standing, demande)) return 'demandeChangee'
  return withDemandes(
    dossier,
    dossier.demandes.filter((one) => one !== standing),
  )
}

function setPiece(
  dossier: Dossier,
  { demande, type, before, after }: Extract<Edit, { kind: 'piece' }>,
): Dossier | Reste['raison'] {
  const standing = dossier.demandes.find(({ id }) => id === demande)
  if (!standing) return 'demandeAbsente'
  if (standing.pieces[type]?.id !== before?.id) return 'pieceChangee'
  return withDemandes(
    dossier,
    dossier.demandes.map((one) => (one === standing ? { ...one, pieces: { ...one.pieces, [type]: after } } : one)),
  )
}

function setValues(
  dossier: Dossier,
  { demande, before, after }: Extract<Edit, { kind: 'saisie' }>,
): Dossier | Reste['raison'] {
  const standing = dossier.demandes.find(({ id }) => id === demande)
  if (!standing) return 'demandeAbsente'
  const { saisie } = standing
  const same = Object.entries(before).every(([name, value]) => sameValue(saisie[name as keyof Saisie], value))
  if (!same) return 'saisieChangee'
  return withDemandes(
    dossier,
    dossier.demandes.map((one) => (one === standing ? { ...one, saisie: { ...one.saisie, ...after } } : one)),
  )
}

/** Puts the demandes it names in another order, at the places they hold together; those added since stay where they are. */
function reorder(dossier: Dossier, { before, after }: Extract<Edit, { kind: 'ordre' }>): Dossier | Reste['raison'] {
  const byId = new Map(dossier.demandes.map((demande) => [demande.id, demande]))
  const here = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? [])
  const named = new Set(here(before))
  const standing = dossier.demandes.filter((demande) => named.has(demande))
  if (!sameValue(standing, here(before))) return 'ordreChange'
  const next = here(after).values()
  return withDemandes(
    dossier,
    dossier.demandes.map((demande) => (named.has(demande) ? (next.next().value ?? demande) : demande)),
  )
}

/** Whether two values of a saisie say the same, lists item by item. */
export const sameValue = (a: unknown, b: unknown): boolean =>
  a === b ||
  (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, index) => item === b[index]))

/** Whether two demandes hold the same: what is typed, and which pièces. */
export const sameDemande = (a: Demande, b: Demande): boolean =>
  a === b ||
  (Object.entries(a.saisie).every(([name, value]) => sameValue(value, b.saisie[name as keyof Saisie])) &&
    Object.keys(a.pieces).every((type) => a.pieces[type as TypeFichier]?.id === b.pieces[type as TypeFichier]?.id))

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

/** Does each change that can still be done, in order, and names the others: of the values of a demande, each for itself. */
export function applyEdits(dossier: Dossier, edits: readonly Edit[]): Applied {
  // One list at work for all of them: thousands of changes copy it once, not once each.
  const demandes = [...dossier.demandes]
  const applied: Applied = { dossier, done: [], restes: [] }
  let rangs: ReadonlyMap<string, number> | null = null
  const apply = (edit: Edit) => {
    rangs ??= rangsOf(demandes)
    const raison = applyEdit(demandes, rangs, edit)
    if (raison === null) {
      applied.done.push(edit)
      if (edit.kind === 'demande' || edit.kind === 'ordre') rangs = null
      return
    }
    const parts = raison === 'saisieChangee' ? splitValues(edit) : []
    if (parts.length > 1) parts.forEach(apply)
    else applied.restes.push({ edit, raison })
  }
  edits.forEach(apply)
  if (applied.done.length > 0) applied.dossier = { ...dossier, demandes }
  return applied
}

/** Values that stand or fall together: a total, and the amounts that it is the sum of. */
export const inseparables: readonly (keyof Saisie)[] = ['montantSegurHTFacture', 'montantsAdditionnes']

/** A change of several values as one change for each, or for those that stand together. */
function splitValues(edit: Edit): Edit[] {
  if (edit.kind !== 'saisie') return [edit]
  const names = Object.keys(edit.after) as (keyof Saisie)[]
  const groups = [
    names.filter((name) => inseparables.includes(name)),
    ...names.filter((name) => !inseparables.includes(name)).map((name) => [name]),
  ]
  return groups
    .filter((group) => group.length > 0)
    .map((group) => ({ ...edit, before: pickValues(edit.before, group), after: pickValues(edit.after, group) }))
}

/** Those values alone. */
export const pickValues = (from: Partial<Saisie>, names: readonly (keyof Saisie)[]): Partial<Saisie> =>
  Object.fromEntries(names.map((name) => [name, from[name]]))

const rangsOf = (demandes: readonly Demande[]) => new Map(demandes.map(({ id }, rang) => [id, rang]))

/** Does one change on the list at work; gives why it was not done, or null. `rangs`: where each id stands in it. */
function applyEdit(demandes: Demande[], rangs: ReadonlyMap<string, number>, edit: Edit): Reste['raison'] | null {
  switch (edit.kind) {
    case 'demande':
      return edit.after ? insert(demandes, rangs, edit.after, edit.apres) : drop(demandes, rangs, edit.before)
    case 'piece':
      return setPiece(demandes, rangs, edit)
    case 'saisie':
      return setValues(demandes, rangs, edit)
    case 'ordre':
      return reorder(demandes, edit)
  }
}

type Rangs = ReadonlyMap<string, number>

function insert(demandes: Demande[], rangs: Rangs, demande: Demande, apres: string | null): Reste['raison'] | null {
  if (rangs.has(demande.id)) return 'demandeChangee'
  const before = apres === null ? -1 : rangs.get(apres)
  // The one it stood after is gone: the end is where it is found most easily.
  demandes.splice(before === undefined ? demandes.length : before + 1, 0, demande)
  return null
}

function drop(demandes: Demande[], rangs: Rangs, demande: Demande | null): Reste['raison'] | null {
  const rang = demande ? rangs.get(demande.id) : undefined
  const standing = rang === undefined ? undefined : demandes[rang]
  if (!demande || rang === undefined || !standing) return 'demandeAbsente'
  if (!sameDemande(standing, demande)) return 'demandeChangee'
  demandes.splice(rang, 1)
  return null
}

function setPiece(
  demandes: Demande[],
  rangs: Rangs,
  { demande, type, before, after }: Extract<Edit, { kind: 'piece' }>,
): Reste['raison'] | null {
  const rang = rangs.get(demande)
  const standing = rang === undefined ? undefined : demandes[rang]
  if (rang === undefined || !standing) return 'demandeAbsente'
  if (standing.pieces[type]?.id !== before?.id) return 'pieceChangee'
  demandes[rang] = { ...standing, pieces: { ...standing.pieces, [type]: after } }
  return null
}

function setValues(
  demandes: Demande[],
  rangs: Rangs,
  { demande, before, after }: Extract<Edit, { kind: 'saisie' }>,
): Reste['raison'] | null {
  const rang = rangs.get(demande)
  const standing = rang === undefined ? undefined : demandes[rang]
  if (rang === undefined || !standing) return 'demandeAbsente'
  const { saisie } = standing
  const names = Object.keys(after) as (keyof Saisie)[]
  const next = Object.fromEntries(
    names.map((name) => [name, nextValue(name, saisie[name], before[name], after[name])]),
  ) as Partial<Saisie>
  const same = (name: keyof Saisie) => sameValue(saisie[name], next[name])
  if (names.some((name) => next[name] === undefined) || names.every(same)) return 'saisieChangee'
  demandes[rang] = { ...standing, saisie: { ...saisie, ...next } }
  return null
}

/** Lists whose items stand each for itself: what came in or went since stays as it is. */
const isSet = (name: keyof Saisie): name is 'beneficiaires' | 'identDMP' =>
  name === 'beneficiaires' || name === 'identDMP'

/** What a value comes to; undefined where another one was typed since. */
function nextValue<Name extends keyof Saisie>(
  name: Name,
  standing: Saisie[Name],
  before: Saisie[Name] | undefined,
  after: Saisie[Name] | undefined,
): Saisie[keyof Saisie] | undefined {
  if (sameValue(standing, before)) return after
  return isSet(name) && before && after
    ? mergeItems(standing as string[], before as string[], after as string[])
    : undefined
}

/** The items that a change took out go, those that it put in come to their places; all others stay. */
function mergeItems(standing: readonly string[], before: readonly string[], after: readonly string[]): string[] {
  const merged = standing.filter((item) => after.includes(item) || !before.includes(item))
  for (const [rang, item] of after.entries()) {
    if (before.includes(item) || merged.includes(item)) continue
    const left = after.slice(0, rang).findLast((other) => merged.includes(other))
    merged.splice(left === undefined ? 0 : merged.indexOf(left) + 1, 0, item)
  }
  return merged
}

/** Puts the demandes it names in another order, at the places they hold together; those added since stay where they are. */
function reorder(demandes: Demande[], { before, after }: Extract<Edit, { kind: 'ordre' }>): Reste['raison'] | null {
  const byId = new Map(demandes.map((demande) => [demande.id, demande]))
  const here = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? [])
  const named = new Set(here(before))
  const standing = demandes.filter((demande) => named.has(demande))
  if (!sameValue(standing, here(before))) return 'ordreChange'
  const next = here(after).values()
  for (const [rang, demande] of demandes.entries())
    if (named.has(demande)) demandes[rang] = next.next().value ?? demande
  return null
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

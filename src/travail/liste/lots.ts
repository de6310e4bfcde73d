import type { Demande, Saisie } from '../../dossier/dossier'
import { inseparables, pickValues, sameValue, type Edit } from '../edits'

/** Where demandes are moved to: an end of the file, or before the one of that rank, from 1. */
export type Destination = 'debut' | 'fin' | { avant: number }

/** What giving one value to many demandes comes to. */
export interface Ecart {
  /** Demandes that have no value yet. */
  vides: number
  /** Those that have this very value. */
  pareilles: number
  /** Those that have another one, which would be replaced. */
  autres: number
}

const isVide = (value: unknown) =>
  value === null || (typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0)

/** How many of the demandes have nothing yet, the same, or something else where one of these values would come. */
export function ecartOf(demandes: readonly Demande[], values: Partial<Saisie>, name: keyof Saisie): Ecart {
  const ecart: Ecart = { vides: 0, pareilles: 0, autres: 0 }
  for (const { saisie } of demandes) {
    if (!(name in values) || sameValue(saisie[name], values[name])) ecart.pareilles++
    else if (isVide(saisie[name])) ecart.vides++
    else ecart.autres++
  }
  return ecart
}

/** The changes that give the demandes these values: one for each demande where some value differs. */
export const valeursEdits = (demandes: readonly Demande[], values: Partial<Saisie>): Edit[] =>
  demandes.flatMap(({ id, saisie }): Edit[] => {
    const changed = (Object.keys(values) as (keyof Saisie)[]).filter((name) => !sameValue(saisie[name], values[name]))
    if (changed.length === 0) return []
    const names = changed.some((name) => inseparables.includes(name))
      ? [...new Set([...changed, ...inseparables])]
      : changed
    const after = pickValues({ ...saisie, ...values }, names)
    return [{ kind: 'saisie', demande: id, before: pickValues(saisie, names), after }]
  })

/** The changes that take these out of the list; turned round they put each back at its place. */
export function retraitEdits(demandes: readonly Demande[], ids: ReadonlySet<string>): Edit[] {
  let apres: string | null = null
  return demandes.flatMap((before): Edit[] => {
    if (ids.has(before.id)) return [{ kind: 'demande', apres, before, after: null }]
    apres = before.id
    return []
  })
}

/**
 * The change of the file's order that puts these together at their destination, in the order they have among themselves;
 * null when they are there already.
 */
export function deplacementEdit(
  demandes: readonly Demande[],
  ids: ReadonlySet<string>,
  vers: Destination,
): Edit | null {
  const all = demandes.map(({ id }) => id)
  const moved = all.filter((id) => ids.has(id))
  const others = all.filter((id) => !ids.has(id))
  const rank = vers === 'debut' ? 0 : vers === 'fin' ? all.length : vers.avant - 1
  const at = all.slice(0, Math.max(0, rank)).filter((id) => !ids.has(id)).length
  const after = [...others.slice(0, at), ...moved, ...others.slice(at)]
  return sameValue(all, after) ? null : { kind: 'ordre', before: all, after }
}

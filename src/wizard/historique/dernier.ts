import type { State } from '../../travail/state'

/** The draft to go on with: the one at work, kept or not, else the last one that was. `garde`: it is in the list. */
export function dernierOf({
  brouillon,
  brouillons,
  dossier,
}: State): { id: string; modifieLe: string; demandes: number; garde: boolean } | null {
  const kept = brouillons.find(({ id, demandes }) => id === brouillon?.id || demandes > 0)
  if (kept) return { id: kept.id, modifieLe: kept.modifieLe, demandes: kept.demandes, garde: true }
  if (!brouillon || dossier.demandes.length === 0) return null
  return { id: brouillon.id, modifieLe: brouillon.creeLe, demandes: dossier.demandes.length, garde: false }
}

import type { Saisie } from '../dossier/dossier'
import type { ChampTableau } from './champs'

/** A field's value in words, for a preview: lists on one line, answers as Oui and Non. */
export function showValeur(valeur: Saisie[ChampTableau]): string {
  if (valeur === null) return ''
  if (typeof valeur === 'boolean') return valeur ? 'Oui' : 'Non'
  return typeof valeur === 'string' ? valeur : valeur.join(', ')
}

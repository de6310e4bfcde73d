import { agree, count } from '../format/mots'
import { verifieLe, type Constat } from './constat'
import type { Dossier } from './dossier'

/** How many constats of each kind. `manques` are fields not filled in yet, `alertes` those not marked «Vérifié». */
export interface Compte {
  erreurs: number
  manques: number
  alertes: number
}

// Remembered by the list of constats: a keystroke counts one demande again, and adds up the other 199.
const counted = new WeakMap<readonly Constat[], { verifies: Dossier['verifies']; compte: Compte }>()

/** Counts constats by kind. */
export function compteOf(constats: readonly Constat[], verifies: Dossier['verifies']): Compte {
  const known = counted.get(constats)
  if (known?.verifies === verifies) return known.compte
  const compte: Compte = { erreurs: 0, manques: 0, alertes: 0 }
  for (const found of constats) {
    if (found.manque) compte.manques++
    else if (found.gravite === 'erreur') compte.erreurs++
    else if (verifieLe(found, verifies) === null) compte.alertes++
  }
  counted.set(constats, { verifies, compte })
  return compte
}

/** Sum of several counts. */
export function sumComptes(comptes: readonly Compte[]): Compte {
  const sum: Compte = { erreurs: 0, manques: 0, alertes: 0 }
  for (const { erreurs, manques, alertes } of comptes) {
    sum.erreurs += erreurs
    sum.manques += manques
    sum.alertes += alertes
  }
  return sum
}

/** What is found in a dossier, place by place. */
interface Trouves {
  entete: readonly Constat[]
  depot: readonly Constat[]
  demandes: ReadonlyMap<string, readonly Constat[]>
}

// Remembered by what was found: three steps ask for the same sum of hundreds.
const summed = new WeakMap<Trouves, { verifies: Dossier['verifies']; compte: Compte }>()

/** Counts of the demandes and of the deposit as a whole. */
export function compteOfDemandes(trouves: Trouves, verifies: Dossier['verifies']): Compte {
  const known = summed.get(trouves)
  if (known?.verifies === verifies) return known.compte
  const { depot, demandes } = trouves
  const compte = sumComptes([depot, ...demandes.values()].map((constats) => compteOf(constats, verifies)))
  summed.set(trouves, { verifies, compte })
  return compte
}

/** Counts of the whole dossier. */
export const compteOfBilan = (trouves: Trouves, verifies: Dossier['verifies']): Compte =>
  sumComptes([compteOf(trouves.entete, verifies), compteOfDemandes(trouves, verifies)])

/** The erreurs that every screen counts: all that keeps the files from being made, what is not filled in yet with it. */
export const bloquantsOf = ({ erreurs, manques }: Compte) => erreurs + manques

/** `6 erreurs empêchent le téléchargement` */
export const showBloquants = (compte: Compte) =>
  `${count(bloquantsOf(compte), 'erreur')} ${agree(bloquantsOf(compte), 'empêche')} le téléchargement`

/** The counts in words, the same on every screen: `6 erreurs dont 5 à compléter, 2 alertes`; empty when there is nothing. */
export function showCompte(compte: Compte): string {
  const { erreurs, manques, alertes } = compte
  const dont = erreurs > 0 && manques > 0 ? ` dont ${manques} à compléter` : ''
  const parts = [
    erreurs > 0 && `${count(bloquantsOf(compte), 'erreur')}${dont}`,
    erreurs === 0 && manques > 0 && count(manques, 'point à compléter'),
    alertes > 0 && count(alertes, 'alerte'),
  ]
  return parts.filter(Boolean).join(', ')
}

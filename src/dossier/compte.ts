import { constatKey, type Constat } from './constat'
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
    else if (!(constatKey(found) in verifies)) compte.alertes++
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

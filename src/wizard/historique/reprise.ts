import type { DepotTelecharge } from '../../storage/history'
import { reprendreDepot, type AReprendre } from '../ouverture/correction'
import { showEtape, travailler } from '../ouverture/etat'
import { goTo, writeRoute } from '../route'

/** Begins a new draft with demandes of a downloaded deposit, and goes to its contrôle. */
export function reprendre(depot: DepotTelecharge, choisies: readonly AReprendre[], nom: string) {
  return travailler('Reprise des demandes', (signal, onProgress) =>
    reprendreDepot(depot, choisies, nom, signal, onProgress),
  ).then((messages) => {
    if (!messages) return
    goTo(writeRoute('controle'))
    if (messages.length > 0) showEtape({ kind: 'suite', messages })
  })
}

import type { Saisie } from '../../dossier/dossier'
import { count } from '../../format/mots'
import type { Changes } from '../changes'
import type { Core } from '../core'
import { deplacementEdit, retraitEdits, valeursEdits, type Destination } from './lots'

export type Lots = ReturnType<typeof createLots>

/** What is done to many demandes at once: each act is one step, taken back by one «Annuler», and says how many it changed. */
export function createLots({ store }: Core, changes: Changes) {
  const here = () => store.getState().brouillon?.id ?? ''
  const all = () => store.getState().dossier.demandes
  const chosen = (ids: ReadonlySet<string>) => all().filter(({ id }) => ids.has(id))

  return {
    /** Gives these demandes these values. False when none of them changes, or it may not be done. */
    setValeurs: (ids: ReadonlySet<string>, values: Partial<Saisie>): boolean => {
      const edits = valeursEdits(chosen(ids), values)
      return changes.act(here(), edits, `${count(edits.length, 'demande modifiée')}.`)
    },

    /** Takes these demandes out. */
    remove: (ids: ReadonlySet<string>): boolean => {
      const edits = retraitEdits(all(), ids)
      return changes.act(here(), edits, `${count(edits.length, 'demande supprimée')}.`)
    },

    /** Moves these demandes within the file; their numbers follow. False when they are there already. */
    move: (ids: ReadonlySet<string>, vers: Destination, { silent = false } = {}): boolean => {
      const edit = deplacementEdit(all(), ids, vers)
      const nombre = chosen(ids).length
      return edit !== null && changes.act(here(), [edit], `${count(nombre, 'demande déplacée')}.`, { silent })
    },
  }
}

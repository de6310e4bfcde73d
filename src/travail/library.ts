import type { DepotTelecharge } from '../records/depotTelecharge'
import { finessDeposes, nomsDeposes } from '../records/depotTelecharge'
import type { Core } from './core'

export type Library = ReturnType<typeof createLibrary>

/** What is kept on this computer beside the draft at work: other drafts, deposits, the supplier, the modèle. */
export function createLibrary({ store, ports }: Core) {
  /** Downloads that could not be written: known as long as this window lives. */
  let unwritten: readonly DepotTelecharge[] = []

  /** What the dossier at work is judged against: the deposits of other drafts. */
  const refreshContexte = () =>
    store.setState(({ depots, brouillon, contexte }) => ({
      contexte: {
        ...contexte,
        nomsDeposes: nomsDeposes(depots, brouillon?.id),
        finessDeposes: finessDeposes(depots, brouillon?.id),
      },
    }))

  /** One name is one file: of what was kept and what could not be, the last download counts. */
  const showDepots = (kept: readonly DepotTelecharge[]) => {
    const sameName = (one: DepotTelecharge) => kept.find(({ nomJson }) => nomJson === one.nomJson)
    unwritten = unwritten.filter((one) => (sameName(one)?.date ?? '') < one.date)
    const names = new Set(unwritten.map(({ nomJson }) => nomJson))
    store.setState({ depots: [...unwritten, ...kept.filter(({ nomJson }) => !names.has(nomJson))] })
    refreshContexte()
  }

  const loadDepots = async () => {
    const read = await ports.history.list()
    if (read.ok) showDepots(read.valeur)
  }
  const loadFournisseur = async () => {
    const read = await ports.settings.readSupplier()
    if (read.ok) store.setState({ fournisseur: read.valeur })
  }
  const loadModele = async () => {
    const read = await ports.settings.readModele()
    if (read.ok) store.setState({ modele: read.valeur })
  }

  // A number that was taken in another window is taken here too.
  ports.autres.onChange((quoi) => {
    // What is written of a draft is the session's.
    const loads = quoi === 'brouillons' ? [] : quoi === 'depots' ? [loadDepots] : [loadFournisseur, loadModele]
    for (const load of loads) void load()
  })

  return {
    refreshContexte,

    /** Reads the drafts kept on this computer again. */
    loadBrouillons: async () => {
      const read = await ports.drafts.list()
      if (read.ok) store.setState({ brouillons: read.valeur })
      else store.setState({ sauvegarde: { etat: 'echec', raison: read.raison } })
    },

    /** Reads the history again; the numbers and FINESS it holds are judged against. */
    loadDepots,
    loadFournisseur,
    loadModele,

    /** Notes a download that the computer refused to write: its number is taken all the same. */
    keepUnwritten: (depot: DepotTelecharge) => {
      unwritten = [depot, ...unwritten.filter(({ nomJson }) => nomJson !== depot.nomJson)]
      showDepots(store.getState().depots.filter(({ nomJson }) => nomJson !== depot.nomJson))
    },
  }
}

import { listDrafts } from '../../storage/drafts'
import { finessDeposes, listDepots, nomsDeposes } from '../../storage/history'
import { readModeleRetenu } from '../../storage/modele'
import { readSupplier } from '../../storage/supplier'
import { database } from './database'
import { store } from './store'

/** Reads the drafts kept on this computer again. */
export async function loadBrouillons() {
  const read = await listDrafts(database)
  if (read.ok) store.setState({ brouillons: read.valeur })
  else store.setState({ sauvegarde: { etat: 'echec', raison: read.raison } })
}

/** Reads the history again; the numbers and FINESS it holds are judged against. */
export async function loadDepots() {
  const read = await listDepots(database)
  if (!read.ok) return
  store.setState({ depots: read.valeur })
  refreshContexte()
}

/** Reads the remembered supplier. */
export async function loadFournisseur() {
  const read = await readSupplier(database)
  if (read.ok) store.setState({ fournisseur: read.valeur })
}

/** Reads the remembered modèle. */
export async function loadModele() {
  const read = await readModeleRetenu(database)
  if (read.ok) store.setState({ modele: read.valeur })
}

/** What the dossier at work is judged against: the deposits of other drafts. */
export const refreshContexte = () =>
  store.setState(({ depots, brouillon, contexte }) => ({
    contexte: {
      ...contexte,
      nomsDeposes: nomsDeposes(depots),
      finessDeposes: finessDeposes(depots, brouillon?.id),
    },
  }))

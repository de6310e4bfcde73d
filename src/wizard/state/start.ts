import { purgeDrafts } from '../../storage/drafts'
import { parseRoute } from '../route'
import { database } from './database'
import { readLastDraft } from './lastDraft'
import { loadBrouillons, loadDepots, loadFournisseur, loadModele } from './library'
import { adoptDossier, beginDepot, resumeBrouillon } from './session'
import { store } from './store'

/** ms that a removed draft can be had back: 30 days. */
const keptRemoved = 30 * 24 * 3600 * 1000

const isDeep = () => !['accueil', 'retour'].includes(parseRoute(location.hash).ecran)

/**
 * Reads what was kept on this computer and opens the draft that this window was at. Storage that has not answered
 * within `wait` ms is gone on without: what comes later only fills the lists.
 */
export async function start(wait: number) {
  const lists = Promise.all([loadFournisseur(), loadDepots(), loadBrouillons(), loadModele()]).then(() => true)
  const answered = await Promise.race([lists, new Promise<false>((resolve) => setTimeout(() => resolve(false), wait))])
  if (answered) await goOn()
  if (isDeep()) await adoptDossier()
  addEventListener('hashchange', () => {
    if (isDeep()) void adoptDossier()
  })
  void purgeDrafts(database, new Date(Date.now() - keptRemoved).toISOString())
}

async function goOn() {
  const last = readLastDraft()
  const { brouillons } = store.getState()
  const id = brouillons.find((draft) => draft.id === last)?.id ?? (isDeep() ? brouillons[0]?.id : undefined)
  if (id !== undefined) await resumeBrouillon(id)
  else if (isDeep()) await beginDepot()
}

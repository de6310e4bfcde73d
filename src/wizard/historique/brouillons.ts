import { saveFile } from '../../depot/save'
import { showMessage } from '../../format/message'
import { readPieces, openDraft, removeDraft, restoreDraft, saveDraft, type DraftResume } from '../../storage/drafts'
import { writeExport, writeNomExport } from '../../storage/exportDraft'
import { claimDraft } from '../../storage/locks'
import { messagesStockage, type RaisonLecture, type RaisonStockage } from '../../storage/resultat'
import { travailler } from '../ouverture/etat'
import { say } from '../state/actions'
import { database } from '../state/database'
import { loadBrouillons } from '../state/library'
import { closeBrouillon, flush, renameBrouillon } from '../state/session'
import { store } from '../state/store'

const sayWhy = (raison: RaisonStockage | RaisonLecture) => say(showMessage(messagesStockage[raison]))
const isCurrent = (id: string) => store.getState().brouillon?.id === id

/** The list as it stands, with what was typed a moment ago. */
export async function refreshBrouillons() {
  await flush()
  await loadBrouillons()
}

/** Does something with a draft that no window is at work on; says so when another one is. */
async function whileFree(id: string, work: () => Promise<void>) {
  const nobody = { onAsked: () => Promise.resolve(), onLost: () => undefined }
  const claim = await claimDraft(id, nobody)
  try {
    if (claim.state() === 'tenu') await work()
    else say('Ce brouillon est ouvert dans une autre fenêtre. Fermez-le là-bas, puis recommencez.')
  } finally {
    await claim.release()
  }
}

/** Gives a draft another name. */
export async function renommer(id: string, nom: string) {
  if (isCurrent(id)) {
    renameBrouillon(nom)
    return refreshBrouillons()
  }
  await whileFree(id, async () => {
    const read = await openDraft(database, id)
    if (!read.ok) return sayWhy(read.raison)
    const saved = await saveDraft(database, { ...read.valeur, nom })
    if (!saved.ok) sayWhy(saved.raison)
  })
  await loadBrouillons()
}

/** Takes a draft off the list; the notice puts it back. The one at work is closed first. */
export async function supprimer({ id, nom }: DraftResume) {
  if (isCurrent(id)) {
    if (!store.getState().ecriture)
      return say('Ce brouillon est ouvert dans une autre fenêtre. Fermez-le là-bas, puis recommencez.')
    await closeBrouillon()
  }
  await whileFree(id, async () => {
    const removed = await removeDraft(database, id, new Date().toISOString())
    if (!removed.ok) return sayWhy(removed.raison)
    say(`Brouillon « ${nom} » supprimé.`, () => void restoreDraft(database, id).then(loadBrouillons))
  })
  await loadBrouillons()
}

/** Saves a kept draft with its pièces as one file. */
export async function exporter(id: string) {
  await flush()
  const read = await openDraft(database, id)
  if (!read.ok) return sayWhy(read.raison)
  const pieces = await readPieces(database, id)
  if (!pieces.ok) return sayWhy(pieces.raison)
  const draft = read.valeur
  const zip = await travailler('Export du brouillon', (signal, onProgress) =>
    writeExport(draft, pieces.valeur, { signal, onProgress }),
  )
  if (zip) saveFile(zip, writeNomExport(draft))
}

import type { DepotPret } from '../../depot/depot'
import type { Dossier } from '../../dossier/dossier'
import { parseJour } from '../../dossier/jour'
import { travail } from '../poste/travail'

/** Keeps a download in the history, with the dossier it was made of; says so when its day is over. */
export async function noter({ json, nomJson, nomZip }: DepotPret, dossier: Dossier) {
  tellOtherDay(dossier)
  const depots = await travail.depots()
  await depots.record({ nomJson, nomZip, json: await json.text(), dossier })
}

/** The day may have changed since the files were made: their names then carry yesterday’s. guide §3.3 */
function tellOtherDay({ entete }: Dossier) {
  const before = travail.store.getState().contexte.today
  travail.refreshToday()
  const { today } = travail.store.getState().contexte
  const dateDepot = parseJour(entete.dateDepot)
  if (today !== before && dateDepot !== today)
    travail.notices.say(
      `Nous sommes maintenant le ${today}, et ces fichiers sont datés du ${dateDepot ?? '—'}. Si vous déposez aujourd’hui, changez la date de dépôt dans l’en-tête, puis téléchargez de nouveau.`,
    )
}

import type { DepotPret } from '../../depot/depot'
import type { Dossier } from '../../dossier/dossier'
import { parseJour } from '../../dossier/jour'
import type { Origine } from '../../travail/depots'
import { travail } from '../poste/travail'
import { fichiersOf } from '../preparation/fichiers'

/**
 * Keeps a download in the history, with the dossier it was made of; says so when its day is over. `origine`: the work
 * as it stood when the files were taken; another draft may be open once they are written.
 */
export async function noter(depot: DepotPret, dossier: Dossier, origine: Origine = travail.store.getState()) {
  const { json, nomJson, nomZip } = depot
  tellOtherDay(dossier)
  const { record } = await travail.depots()
  await record({ nomJson, nomZip, json: await json.text(), fichiers: fichiersOf(depot), dossier, origine })
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

import type { DepotPret } from '../../depot/depot'
import type { Dossier } from '../../dossier/dossier'
import { travail } from '../poste/travail'

/** Keeps a download in the history, with the dossier it was made of. */
export async function noter({ json, nomJson, nomZip }: DepotPret, dossier: Dossier) {
  const depots = await travail.depots()
  await depots.record({ nomJson, nomZip, json: await json.text(), dossier })
}

import { zipDepot } from '../../depot/prepare'
import { saveFile } from '../../depot/save'
import type { ZipEntry } from '../../zip/zipPieces'
import type { DepotTelecharge } from '../../records/depotTelecharge'
import { travail } from '../poste/travail'

/** The very text of the JSON that was downloaded, under its name. */
export async function telechargerJson(depot: DepotTelecharge) {
  const entier = await (await travail.depots()).read(depot)
  if (entier) saveFile(new Blob([entier.json], { type: 'application/json' }), entier.nomJson)
}

/** The bytes kept of some pièces of a deposit, in order; null, and said why, when one of them is gone. */
async function entriesOf(depot: DepotTelecharge, pieces: readonly { id: string; nomFichier: string }[]) {
  const kept = await (await travail.depots()).piecesOf(depot, pieces)
  return (
    kept &&
    kept.flatMap(({ nomFichier, octets }): ZipEntry[] => (octets instanceof Blob ? [{ nomFichier, octets }] : []))
  )
}

/** The deposit's zip once more, the same to the byte. */
export async function telechargerZip(depot: DepotTelecharge) {
  const entries = await entriesOf(
    depot,
    depot.demandes.flatMap(({ pieces }) => pieces),
  )
  if (!entries) return
  const made = await travail.patience('Préparation du zip', (signal, onProgress) =>
    zipDepot(entries, { signal: signal as AbortSignal, onProgress }),
  )
  if (made?.ok) saveFile(made.valeur, depot.nomZip)
  else if (made)
    travail.notices.say(`Le zip n’a pas pu être refait (${made.detail}). Rechargez la page, puis recommencez.`)
}

/** One pièce alone, under the name it had in the zip. */
export async function telechargerPiece(depot: DepotTelecharge, piece: { id: string; nomFichier: string }) {
  const [entry] = (await entriesOf(depot, [piece])) ?? []
  if (entry) saveFile(entry.octets, entry.nomFichier)
}

/** Notes the day (ISO) of the deposit on the portal, or takes it back with null. */
export const marquer = async (depot: DepotTelecharge, deposeLe: string | null) =>
  (await travail.depots()).mark(depot, deposeLe)

import { zipDepot } from '../../depot/prepare'
import { saveFile } from '../../depot/save'
import type { ZipEntry } from '../../depot/zipPieces'
import { showMessage } from '../../format/message'
import { readPieces } from '../../storage/drafts'
import { markDepose, type DepotTelecharge } from '../../storage/history'
import { messagesStockage } from '../../storage/resultat'
import { travailler } from '../ouverture/etat'
import { say } from '../state/actions'
import { database } from '../state/database'
import { loadDepots } from '../state/library'

/** The very text of the JSON that was downloaded, under its name. */
export const telechargerJson = ({ json, nomJson }: DepotTelecharge) =>
  saveFile(new Blob([json], { type: 'application/json' }), nomJson)

/** The bytes kept of some pièces of a deposit, in order; null, and said why, when one of them is gone. */
async function entriesOf(depot: DepotTelecharge, pieces: readonly { id: string; nomFichier: string }[]) {
  const read = await readPieces(database, depot.draftId)
  if (!read.ok) {
    say(showMessage(messagesStockage[read.raison]))
    return null
  }
  const entries: ZipEntry[] = []
  for (const { id, nomFichier } of pieces) {
    const octets = read.valeur.get(id)
    if (!octets) {
      say(`${nomFichier} n’est plus sur ce poste : le zip ne peut pas être refait.`)
      return null
    }
    entries.push({ nomFichier, octets })
  }
  return entries
}

/** The deposit's zip once more, the same to the byte. */
export async function telechargerZip(depot: DepotTelecharge) {
  const entries = await entriesOf(
    depot,
    depot.demandes.flatMap(({ pieces }) => pieces),
  )
  if (!entries) return
  const made = await travailler('Préparation du zip', (signal, onProgress) => zipDepot(entries, { signal, onProgress }))
  if (made?.ok) saveFile(made.valeur, depot.nomZip)
  else if (made) say(`Le zip n’a pas pu être refait (${made.detail}). Rechargez la page, puis recommencez.`)
}

/** One pièce alone, under the name it had in the zip. */
export async function telechargerPiece(depot: DepotTelecharge, piece: { id: string; nomFichier: string }) {
  const [entry] = (await entriesOf(depot, [piece])) ?? []
  if (entry) saveFile(entry.octets, entry.nomFichier)
}

/** Notes the day (ISO) of the deposit on the portal, or takes it back with null. */
export async function marquer(depot: DepotTelecharge, deposeLe: string | null) {
  const marked = await markDepose(database, depot.id, deposeLe)
  if (!marked.ok) say(showMessage(messagesStockage[marked.raison]))
  await loadDepots()
}

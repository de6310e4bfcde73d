import { sniffLength, sniffNature } from '../../pieces/sniff'
import { travail } from '../poste/travail'

/**
 * Opens any mix of files: deposits with their zips, the portal's returns, advance files, the ASP's modèle, exported
 * drafts, a spreadsheet. Each is recognised by its content; nothing changes before the clerk has confirmed. format §6, format §7
 */
export async function ouvrirFichiers(files: readonly File[]) {
  // An empty folder: the sheet tells it.
  if (files.length === 0) return travail.trier(files)
  const tables = await Promise.all(files.map(isTableau))
  const [tableau, ...others] = files.filter((_, rank) => tables[rank])
  if (!tableau) return (await travail.opening()).open(files)
  if (others.length > 0)
    travail.notices.say(
      `Un tableau à la fois : « ${tableau.name} » est ouvert. Restent : ${others.map(({ name }) => name).join(', ')}.`,
    )
  const suite = files.filter((_, rank) => !tables[rank])
  return (await travail.tableaux()).open(tableau, suite)
}

const latin = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes)
const tableur = /\.(?:xls[xmb]?|xlt[xm]?|ods|ots|fods|numbers|csv|tsv|tab|slk|dif)$/i

/** Whether a file is a spreadsheet: by the end of its name, unless its bytes are those of a pièce; a text by its tabs. */
export async function isTableau(file: File): Promise<boolean> {
  const named = tableur.test(file.name)
  if (!named && !/\.txt$/i.test(file.name)) return false
  // A file that cannot be read is told by whoever takes it.
  const head = new Uint8Array(
    await file
      .slice(0, sniffLength)
      .arrayBuffer()
      .catch(() => new ArrayBuffer(0)),
  )
  const nature = sniffNature(head)
  if (nature.formatFichier !== null) return false
  return (
    named || (nature.kind === 'autre' && head.includes(0x09) && !/^[^a-z0-9]*[[{]/i.test(latin(head.subarray(0, 64))))
  )
}

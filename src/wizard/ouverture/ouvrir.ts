import { say } from '../state/actions'

/**
 * Opens any mix of files: deposits with their zips, the portal's returns, advance files, the ASP's modèle, exported
 * drafts. Each is recognised by its content; nothing changes before the clerk has confirmed. format §7
 */
export async function ouvrirFichiers(files: readonly File[]) {
  if (files.length === 0) return
  try {
    const { ouvrir } = await import('./flux')
    await ouvrir(files)
  } catch (error) {
    // A part of the page that could not be fetched, or a fault of ours: the draft stays as it is, and it is said.
    say(
      `Ces fichiers n’ont pas pu être ouverts (${error instanceof Error ? error.message : 'cause inconnue'}). Rechargez la page, puis rouvrez-les.`,
    )
  }
}

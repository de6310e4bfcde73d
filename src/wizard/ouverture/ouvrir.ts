import { travail } from '../poste/travail'

/**
 * Opens any mix of files: deposits with their zips, the portal's returns, advance files, the ASP's modèle, exported
 * drafts. Each is recognised by its content; nothing changes before the clerk has confirmed. format §7
 */
export const ouvrirFichiers = async (files: readonly File[]) => {
  const { open } = await travail.opening()
  await open(files)
}

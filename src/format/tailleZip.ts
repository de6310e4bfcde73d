/** Bytes of what a zip says of a file before its content, in the directory, and at the end of all; names come on top. APPNOTE.TXT §4.3 */
export const [localHeader, directoryHeader, endRecord] = [30, 46, 22] as const

/** One stored file of a zip: its ASCII name and its bytes. */
interface Entree {
  nomFichier: string
  taille: number
}

/** Bytes that these stored files take in a zip, headers included. format §5 */
export const tailleEntrees = (entrees: readonly Entree[]): number =>
  entrees.reduce(
    (size, { nomFichier, taille }) => size + localHeader + directoryHeader + 2 * nomFichier.length + taille,
    0,
  )

/** Bytes of a zip that holds these stored files and nothing else. format §5 */
export const tailleZip = (entrees: readonly Entree[]): number => tailleEntrees(entrees) + endRecord

/** Bytes of a zip in which nothing is stored yet. */
export const tailleZipVide = tailleZip([])

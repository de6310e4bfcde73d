import { parType, profil } from '../../format/profil'
import { showFichier, type PretSurFeuille } from '../../travail/tri/sheet'

/** What the sheet calls the kinds of documents. */
export const typeNames = parType((type) => profil.pieces[type].nomCourt)

/** A demande to be made of these files: the dossier number that they say, else the first one's name. */
export function nameNouvelle(files: readonly Pick<PretSurFeuille, 'nom' | 'dossier' | 'lecture'>[]): string {
  const [first] = files
  const numero = files.map(({ lecture }) => lecture?.numeroASP?.valeur).find((valeur) => valeur !== undefined)
  return `Nouvelle demande (${numero ?? (first ? showFichier(first) : '')})`
}

import type { PieceAttendue } from '../../dossier/fromFichier'
import type { Octets } from '../ports'
import { readNomDepot, readNomPiece } from '../../format/names'

/** A file that may be one of the pièces announced. */
export interface FichierTrouve {
  nom: string
  octets: Octets
  /** Name of the zip it was in, or its own. */
  source: string
}

/** What was found of the pièces that a file announces. */
export interface Recherche {
  trouvees: { attendue: PieceAttendue; fichier: FichierTrouve }[]
  manquantes: string[]
}

/** What a name stands for, letter case, wave word and `.jpeg` aside. format §4 */
function cleOf(nom: string): string {
  const piece = readNomPiece(nom)
  return piece
    ? [piece.typeFichier, piece.numeroEditeur, piece.formatFichier].join(' ').toLowerCase()
    : nom.toLowerCase()
}

const sameDepot = (source: string, nomJson: string) => {
  const [a, b] = [readNomDepot(source), readNomDepot(nomJson)]
  return a !== null && JSON.stringify(a) === JSON.stringify(b)
}

/**
 * The announced pièces among the files at hand: by name, the zip of the same deposit first when several hold it.
 * Nothing is guessed beyond what format §4 makes the same name.
 */
export function chercher(
  attendues: readonly PieceAttendue[],
  fichiers: readonly FichierTrouve[],
  nomJson: string,
): Recherche {
  const byCle = new Map<string, FichierTrouve[]>()
  for (const fichier of fichiers) {
    const cle = cleOf(fichier.nom)
    byCle.set(cle, [...(byCle.get(cle) ?? []), fichier])
  }
  const recherche: Recherche = { trouvees: [], manquantes: [] }
  for (const attendue of attendues) {
    const same = byCle.get(cleOf(attendue.nomFichier)) ?? []
    const exact = same.filter(({ nom }) => nom.toLowerCase() === attendue.nomFichier.toLowerCase())
    const candidates = exact.length > 0 ? exact : same
    const fichier = candidates.find(({ source }) => sameDepot(source, nomJson)) ?? candidates[0]
    if (fichier && attendue.typeFichier !== null) recherche.trouvees.push({ attendue, fichier })
    else recherche.manquantes.push(attendue.nomFichier)
  }
  return recherche
}

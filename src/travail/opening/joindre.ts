import type { Dossier, Piece } from '../../dossier/dossier'
import type { PieceAttendue } from '../../dossier/fromFichier'
import type { TypeFichier } from '../../format/profil'
import type { Octets, PiecesPort, WorkOptions } from '../ports'
import type { Suite } from './panel'
import type { FichierTrouve } from './reserve'

/** A dossier with the pièces that could be taken, their bytes, and what is to be said of the others. */
export interface Joint {
  dossier: Dossier
  octets: Map<string, Octets>
  messages: Suite[]
}

interface AJoindre {
  dossier: Dossier
  trouvees: readonly { attendue: PieceAttendue; fichier: FichierTrouve }[]
}

/** Examines each file that was found and attaches it to its demande; null when it was stopped. */
export async function joindre(
  pieces: PiecesPort,
  { dossier, trouvees }: AJoindre,
  { signal, onProgress }: WorkOptions,
): Promise<Joint | null> {
  const octets = new Map<string, Octets>()
  const messages: Suite[] = []
  const attached = new Map<string, Partial<Record<TypeFichier, Piece>>>()
  for (const [index, { attendue, fichier }] of trouvees.entries()) {
    const examen = await pieces.examine(pieces.toFile(fichier.octets, fichier.nom), signal)
    if (signal.aborted) return null
    if (!examen.ok) {
      const { faute, remede } = examen.message
      messages.push({ kind: 'erreur', faute: `« ${fichier.nom} » n’a pas été joint. ${faute}`, remede })
    } else if (attendue.typeFichier) {
      octets.set(examen.piece.id, examen.octets)
      attached.set(attendue.demande, { ...attached.get(attendue.demande), [attendue.typeFichier]: examen.piece })
    }
    onProgress((index + 1) / trouvees.length)
  }
  // A demande that nothing was found for stays the same object: what was judged of it is known.
  const demandes = dossier.demandes.map((demande) => {
    const found = attached.get(demande.id)
    return found ? { ...demande, pieces: { ...demande.pieces, ...found } } : demande
  })
  return { dossier: { ...dossier, demandes }, octets, messages }
}

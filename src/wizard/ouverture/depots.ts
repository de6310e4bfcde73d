import type { Dossier, Piece } from '../../dossier/dossier'
import type { PieceAttendue } from '../../dossier/fromFichier'
import type { TypeFichier } from '../../format/profil'
import { examineFile } from '../../pieces/examine'
import type { Suite } from './etat'
import type { FichierTrouve } from './reserve'

/** A dossier with the pièces that could be taken, their bytes, and what is to be said of the others. */
export interface Joint {
  dossier: Dossier
  octets: Map<string, Blob>
  messages: Suite[]
}

interface AJoindre {
  dossier: Dossier
  trouvees: readonly { attendue: PieceAttendue; fichier: FichierTrouve }[]
}

/** Examines each file that was found and attaches it to its demande. */
export async function joindre(
  { dossier, trouvees }: AJoindre,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Joint> {
  const octets = new Map<string, Blob>()
  const messages: Suite[] = []
  const pieces = new Map<string, Partial<Record<TypeFichier, Piece>>>()
  for (const [index, { attendue, fichier }] of trouvees.entries()) {
    signal.throwIfAborted()
    const examen = await examineFile(new File([fichier.octets], fichier.nom), signal)
    if (examen.ok && attendue.typeFichier) {
      octets.set(examen.piece.id, examen.octets)
      pieces.set(attendue.demande, { ...pieces.get(attendue.demande), [attendue.typeFichier]: examen.piece })
    } else if (!examen.ok) {
      const { faute, remede } = examen.message
      messages.push({ kind: 'erreur', faute: `« ${fichier.nom} » n’a pas été joint. ${faute}`, remede })
    }
    onProgress((index + 1) / trouvees.length)
  }
  const demandes = dossier.demandes.map((demande) => {
    const attached = pieces.get(demande.id)
    return attached ? { ...demande, pieces: { ...demande.pieces, ...attached } } : demande
  })
  return { dossier: { ...dossier, demandes }, octets, messages }
}

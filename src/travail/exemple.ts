import { exampleDemande, exampleDossier } from '../dossier/example'
import { showMessage } from '../format/message'
import type { Core } from './core'
import type { FichierDonne } from './ports'
import type { Session } from './session'

/** The guide's example. */
export const createExemple =
  ({ ports }: Core, session: Session) =>
  /** Begins a draft with it (guide §3.1), its two sample pièces attached. False: the clerk stays at his own. */
  async ({ facture, va }: { facture: FichierDonne; va: FichierDonne }): Promise<boolean> => {
    const examine = async (fichier: FichierDonne) => {
      const examen = await ports.pieces.examine(fichier)
      if (!examen.ok) throw new Error(`The sample ${fichier.name} is no pièce: ${showMessage(examen.message)}`)
      return examen
    }
    const [FACTURE, VA] = [await examine(facture), await examine(va)]
    const demande = exampleDemande({
      id: ports.newId(),
      pieces: { FACTURE: FACTURE.piece, VA: VA.piece },
      libelleInterne: 'Exemple du guide',
    })
    return session.begin({
      dossier: exampleDossier({ dateDepot: ports.clock.today(), demandes: [demande] }),
      pieces: new Map([FACTURE, VA].map(({ piece, octets }) => [piece.id, octets])),
      nom: 'Exemple du guide',
    })
  }

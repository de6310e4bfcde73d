import { exampleDemande, exampleDossier } from '../../dossier/example'
import type { Piece } from '../../dossier/dossier'
import { examineFile } from '../../pieces/examine'
import { replaceDossier } from './actions'
import { keepPiece } from './attach'
import { today } from './today'

async function loadPiece(path: string, nom: string): Promise<Piece | null> {
  const response = await fetch(new URL(`exemple/${path}`, document.baseURI))
  const examen = await examineFile(new File([await response.blob()], nom))
  return examen.ok ? keepPiece(examen) : null
}

/** Puts the guide's example (§3.1) in the place of the dossier at work, its two sample pièces attached. */
export async function loadExemple() {
  const [FACTURE, VA] = await Promise.all([
    loadPiece('facture.pdf', 'Facture F2023-0118.pdf'),
    loadPiece('attestation.pdf', 'Attestation VA.pdf'),
  ])
  const demande = exampleDemande({
    id: crypto.randomUUID(),
    pieces: { FACTURE, VA },
    libelleInterne: 'Exemple du guide',
  })
  replaceDossier(exampleDossier({ dateDepot: today(), demandes: [demande] }), 'Exemple du guide chargé.')
}

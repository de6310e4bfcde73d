import { exampleDemande, exampleDossier } from '../../dossier/example'
import { showMessage } from '../../format/message'
import { examineFile } from '../../pieces/examine'
import { beginBrouillon } from './session'
import { today } from './today'

async function loadPiece(path: string, nom: string) {
  const response = await fetch(new URL(`exemple/${path}`, document.baseURI))
  const examen = await examineFile(new File([await response.blob()], nom))
  if (!examen.ok) throw new Error(`The sample ${path} is no pièce: ${showMessage(examen.message)}`)
  return examen
}

/** Begins a draft with the guide's example (guide §3.1), its two sample pièces attached. */
export async function loadExemple() {
  const facture = await loadPiece('facture.pdf', 'Facture F-2023-118.pdf')
  const va = await loadPiece('attestation.pdf', 'Attestation VA.pdf')
  const demande = exampleDemande({
    id: crypto.randomUUID(),
    pieces: { FACTURE: facture.piece, VA: va.piece },
    libelleInterne: 'Exemple du guide',
  })
  const octets = new Map([facture, va].map(({ piece, octets }) => [piece.id, octets]))
  await beginBrouillon(exampleDossier({ dateDepot: today(), demandes: [demande] }), octets, 'Exemple du guide')
}

import { exampleDemande, exampleDossier, exemplePieces } from '../dossier/example'
import { toFichier } from '../dossier/toFichier'
import { writeFichier } from '../format/write'

const minimale = exampleDemande({
  id: 'seconde',
  numeroASP: 'FINBIO000007',
  numeroEditeur: '00002',
  montantSegurHTFacture: '1 234,50',
  beneficiaires: ['2A0000014'],
  isDirectToDMP: false,
  identDMP: [],
  isDirectToMSSPro: false,
  pieces: {
    FACTURE: exemplePieces.FACTURE,
    VA: exemplePieces.VA && { ...exemplePieces.VA, formatFichier: 'PNG' },
  },
})

/** The files published beside the schema: name → text. The first is the guide's example (guide §3.1). */
export const exemples: readonly { nom: string; texte: string }[] = [
  { nom: 'exemple-guide.json', texte: writeFichier(toFichier(exampleDossier())) },
  {
    nom: 'exemple-deux-demandes.json',
    texte: writeFichier(toFichier(exampleDossier({ demandes: [exampleDemande(), minimale] }))),
  },
]

import type { TypeFichier } from '../format/profil'
import type { Demande, Dossier, Entete, Piece, Saisie } from './dossier'

const exempleSaisie: Saisie = {
  numeroASP: 'FINBIO000006',
  numeroEditeur: '00001',
  libelleInterne: '',
  dateFacture: '15/03/2023',
  montantSegurHTFacture: '27 450,00',
  montantsAdditionnes: [],
  montantCommande: '',
  beneficiaires: ['999999991', '999999992', '999999993'],
  beneficiairesEnCours: '',
  isDirectToDMP: true,
  identDMP: ['1999999991'],
  identDMPEnCours: '',
  isDirectToMSSPro: true,
  adresseBoiteMSSPro: 'labo@exemple.mssante.fr',
  isDirectToMSSCitoyen: false,
  adresseBoiteMSSCitoyen: '',
}

const exempleEntete: Entete = {
  numeroAns: '1234567890',
  SIRET: '73282932000074',
  dateDepot: '20/03/2023',
  numeroFichier: '001',
  vague: 'Val',
}

const exemplePiece = (type: TypeFichier, nomOriginal: string, taille: number): Piece => ({
  id: `exemple-${type}`,
  nomOriginal,
  formatFichier: 'PDF',
  taille,
  empreinte: type === 'FACTURE' ? 'fa'.repeat(32) : 'a7'.repeat(32),
  pages: 1,
  remarques: [],
  documents: 1,
})

/** The two pièces of the example as values; who shows them stores bytes under these ids, or gives pièces of his own. */
export const exemplePieces: Demande['pieces'] = {
  FACTURE: exemplePiece('FACTURE', 'Facture prestation Ségur.pdf', 48_213),
  VA: exemplePiece('VA', 'Attestation de vérification d’aptitude.pdf', 61_027),
}

/** The guide's demande (guide §3.1), right and complete; `overrides` replace parts of what is typed, the id or the pièces. */
export function exampleDemande(overrides: Partial<Saisie & Omit<Demande, 'saisie'>> = {}): Demande {
  const { id = 'exemple', pieces = exemplePieces, rejet = null, ...saisie } = overrides
  return { id, saisie: { ...exempleSaisie, ...saisie }, pieces, rejet }
}

/** The guide's deposit (guide §3.1) of one demande; `overrides` replace parts of the header, the demandes or what is vérifié. */
export function exampleDossier(overrides: Partial<Entete & Omit<Dossier, 'entete'>> = {}): Dossier {
  const { demandes = [exampleDemande()], verifies = {}, passesOutre = {}, ...entete } = overrides
  return { entete: { ...exempleEntete, ...entete }, demandes, verifies, passesOutre }
}

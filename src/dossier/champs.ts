import { parType, profil, type TypeFichier } from '../format/profil'
import type { TagSaisi } from '../format/tags'

/** Fields that are no tag of the file, and the list of demandes as a whole. */
type ChampAutre = 'dateDepot' | 'numeroFichier' | 'lignesImport' | 'zip' | 'libelleInterne' | 'montantCommande'
export type Champ = TagSaisi | TypeFichier | ChampAutre

/** Everything a constat can be about, with the words the clerk knows it by. */
export const libelles: Readonly<Record<Champ, string>> = {
  numeroAns: 'Numéro de référencement ANS',
  SIRET: 'SIRET',
  dateDepot: 'Date de dépôt',
  numeroFichier: 'Numéro de fichier',
  lignesImport: 'Demandes',
  zip: 'Taille du zip',
  numeroASP: 'Numéro de dossier ASP',
  numeroEditeur: 'Numéro éditeur',
  libelleInterne: 'Libellé interne',
  dateFacture: 'Date de la facture',
  montantSegurHTFacture: 'Montant Ségur HT',
  montantCommande: 'Montant du bon de commande HT',
  beneficiaires: 'FINESS géographiques',
  ...parType((type) => profil.pieces[type].nom),
  isDirectToDMP: 'Envoi direct au DMP',
  identDMP: 'Identifiants de connexion DMP',
  isDirectToMSSPro: 'Envoi direct par MSS Pro',
  adresseBoiteMSSPro: 'Adresse de la boîte MSS Pro',
  isDirectToMSSCitoyen: 'Envoi direct par MSS Citoyen',
  adresseBoiteMSSCitoyen: 'Adresse de la boîte MSS Citoyen',
}

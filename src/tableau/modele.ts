import { libelles } from '../dossier/champs'
import { exempleNumeroASP } from '../format/profil'
import { champsTableau, type ChampTableau } from './champs'

const notices: Readonly<Record<ChampTableau, string>> = {
  numeroASP: `Le numéro de la demande d’avance payée, par exemple ${exempleNumeroASP}.`,
  numeroEditeur: 'Cinq caractères, celui de la demande d’avance, par exemple 00001.',
  libelleInterne: 'Facultatif : le nom que vous donnez à cette demande. Il n’est pas transmis.',
  dateFacture: 'Par exemple 15/03/2023.',
  montantSegurHTFacture: 'En euros hors taxe, par exemple 27450,00.',
  montantCommande:
    'Facultatif : le montant du bon de commande, auquel celui de la facture est comparé. Il n’est pas transmis.',
  beneficiaires: 'Un ou plusieurs FINESS dans la même case, ou une ligne par site avec le même numéro éditeur.',
  isDirectToDMP: 'oui ou non.',
  identDMP: 'Si oui : un ou plusieurs identifiants de structure, séparés par un point-virgule.',
  isDirectToMSSPro: 'oui ou non.',
  adresseBoiteMSSPro: 'Si oui : par exemple labo@exemple.mssante.fr.',
  isDirectToMSSCitoyen: 'oui ou non.',
  adresseBoiteMSSCitoyen: 'Si oui : par exemple labo@exemple.mssante.fr.',
}

/** The titles of the table to download, in the order of its columns, each with what goes below it. */
export const colonnesModele = champsTableau.map((champ) => ({ titre: libelles[champ], notice: notices[champ] }))

import { showCaracteres, showChiffresASP } from '../../format/limites'
import type { Centimes } from '../../format/montant'
import { exempleNumeroASP, profil } from '../../format/profil'
import { showEuros } from '../montant'
import { ailleurs, nomLisible, cite, type Places } from './mots'
import { alerte, contournable, erreur, manque } from './regle'

const { longueurs } = profil

/** Rules of a demande's numbers, invoice date and amount. */
export const reglesDemande = {
  numeroASPManquant: manque('§3.2', {
    faute: 'Numéro de dossier ASP manquant.',
    remede: `L’ASP l’a donné après la demande d’avance, par exemple ${exempleNumeroASP}.`,
  }),
  numeroASPLongueur: contournable(
    erreur<{ longueur: number }>('§3.2', ({ longueur }) => ({
      faute: `${showCaracteres(longueur)} au lieu de ${longueurs.numeroASP}.`,
      remede: `C’est ${profil.prefixeNumeroASP} suivi de ${showChiffresASP()} chiffres, par exemple ${exempleNumeroASP}.`,
    })),
  ),
  numeroASPPrefixe: contournable(
    erreur('§3.2', () => ({
      faute: `Ce numéro ne commence pas par ${profil.prefixeNumeroASP}.`,
      remede: `C’est ${profil.prefixeNumeroASP} suivi de ${showChiffresASP()} chiffres, par exemple ${exempleNumeroASP}.`,
    })),
  ),
  numeroASPChiffres: alerte('§3.2', () => ({
    faute: `Les ${showChiffresASP()} derniers caractères ne sont pas tous des chiffres.`,
    remede: `Comparez avec la notification d’avance : on attend par exemple ${exempleNumeroASP}.`,
  })),
  numeroASPDouble: alerte<{ autres: Places<number> }>('§3.2', ({ autres }) => ({
    faute: `Ce numéro de dossier ASP figure aussi ${ailleurs(autres)}.`,
    remede: 'Une avance se solde d’ordinaire par une seule demande : vérifiez ces numéros.',
  })),
  numeroEditeurManquant: manque('§3.2', {
    faute: 'Numéro éditeur manquant.',
    remede: `C’est le numéro de ${showCaracteres(longueurs.numeroEditeur)} que vous avez donné lors de l’avance, par exemple 00001.`,
  }),
  numeroEditeurLongueur: erreur<{ longueur: number }>('§3.2', ({ longueur }) => ({
    faute: `${showCaracteres(longueur)} au lieu de ${longueurs.numeroEditeur}.`,
    remede: 'C’est le numéro donné lors de l’avance, par exemple 00001.',
  })),
  numeroEditeurCaracteres: erreur('§3.3', () => ({
    faute: 'Ce numéro éditeur contient un caractère interdit.',
    remede: nomLisible,
  })),
  numeroEditeurDouble: erreur<{ autres: Places<number> }>('§3.2', ({ autres }) => ({
    faute: `Ce numéro éditeur figure aussi ${ailleurs(autres)}.`,
    remede: 'Chaque demande doit avoir le sien ; une majuscule ne suffit pas à les distinguer.',
  })),
  numeroEditeurSignes: alerte('§3.2', () => ({
    faute: 'Ce numéro éditeur ne contient pas que des lettres et des chiffres.',
    remede: 'Comparez avec le numéro donné lors de l’avance.',
  })),
  nomFichierLongueur: erreur<{ nom: string; longueur: number }>('§3.2', ({ nom, longueur }) => ({
    faute: `Le nom ${cite(nom)} a ${showCaracteres(longueur)} : ${longueurs.nomFichierMax} au plus sont admis.`,
    remede: 'Raccourcissez le numéro éditeur.',
  })),

  dateFactureManquante: manque('§3.2', {
    faute: 'Date de la facture manquante.',
    remede: 'Recopiez la date inscrite sur la facture, par exemple 15/03/2023.',
  }),
  dateFactureInvalide: erreur('§3.2', () => ({
    faute: 'Cette date n’existe pas ou ne peut pas être lue.',
    remede: 'Écrivez-la ainsi : 15/03/2023.',
  })),
  dateFactureApresDepot: alerte<{ dateDepot: string }>('§3.2', ({ dateDepot }) => ({
    faute: `La facture est postérieure à la date de dépôt (${dateDepot}).`,
    remede: 'Comparez avec la facture, ou corrigez la date de dépôt de l’en-tête.',
  })),
  dateFactureAvantProgramme: alerte('§3.2', () => ({
    faute: `La facture est antérieure au ${profil.debutProgramme}.`,
    remede: 'Le programme n’existait pas encore : vérifiez la date sur la facture.',
  })),
  montantManquant: manque('§3.2', {
    faute: 'Montant Ségur HT manquant.',
    remede: 'Recopiez le montant hors taxe de la prestation Ségur, par exemple 27 450,00.',
  }),
  montantIllisible: erreur('§3.2', () => ({
    faute: 'Ce n’est pas un montant.',
    remede: 'Écrivez-le en euros hors taxe, par exemple 27 450,00.',
  })),
  montantAmbigu: erreur<{ lectures: readonly Centimes[] }>('§3.2', ({ lectures }) => ({
    faute:
      lectures[1] === undefined
        ? 'Ce montant a trois chiffres après son seul point ou sa seule virgule.'
        : 'Ce montant peut se lire de deux façons.',
    remede: `Vouliez-vous écrire ${lectures.map(showEuros).join(' ou ')} ?`,
  })),
  montantDecimales: erreur('§3.2', () => ({
    faute: 'Plus de deux chiffres après la virgule.',
    remede: 'Écrivez-le au centime près, comme sur la facture, par exemple 27 450,00.',
  })),
  montantNul: erreur('§3.2', () => ({
    faute: 'Le montant doit être supérieur à zéro.',
    remede: 'Recopiez le montant hors taxe de la prestation Ségur.',
  })),
  montantSuperieurCommande: contournable(
    erreur<{ commande: Centimes }>('§3.2', ({ commande }) => ({
      faute: `Montant supérieur au bon de commande (${showEuros(commande)}).`,
      remede: 'Il ne peut être qu’égal ou inférieur : corrigez celui des deux qui est faux.',
    })),
  ),
  montantPlafond: alerte('§3.2', () => ({
    faute: `Montant supérieur à ${showEuros(profil.montantPlafond as Centimes)}.`,
    remede: 'C’est plus que le plus haut forfait SGL publié : vérifiez qu’il s’agit du seul montant Ségur, hors taxe.',
  })),
  montantCommandeIllisible: alerte('§3.2', () => ({
    faute: 'Le montant du bon de commande n’est pas lisible.',
    remede: 'La facture n’a pas pu lui être comparée. Écrivez par exemple 27 450,00, ou videz ce champ.',
  })),
} as const

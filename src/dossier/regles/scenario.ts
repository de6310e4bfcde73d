import { showCaracteres } from '../../format/limites'
import { count, joinMots } from '../../format/mots'
import { profil } from '../../format/profil'
import { cite, showSigne } from './mots'
import { alerte, contournable, erreur, manque } from './regle'

const { longueurs } = profil
/** Identifiers that are named one by one. */
const identMax = 3

/** Rules of the answers, identifiers and addresses of the scenario. */
export const reglesScenario = {
  isDirectToDMPManquant: manque('§3.2', {
    faute: 'Réponse manquante.',
    remede: 'Répondez Oui ou Non : les comptes rendus partent-ils directement du SGL vers le DMP ?',
  }),
  isDirectToMSSProManquant: manque('§3.2', {
    faute: 'Réponse manquante.',
    remede: 'Répondez Oui ou Non : le SGL envoie-t-il les comptes rendus par MSS Pro ?',
  }),
  isDirectToMSSCitoyenManquant: manque('§3.2', {
    faute: 'Réponse manquante.',
    remede: 'Répondez Oui ou Non : le SGL envoie-t-il les comptes rendus par MSS Citoyen ?',
  }),
  scenarioTroisNon: alerte('§3.2', () => ({
    faute: 'Aucun envoi direct : trois fois « Non ».',
    remede: 'Le financement suppose d’ordinaire au moins un envoi : vérifiez auprès du laboratoire.',
  })),
  identDMPManquant: manque('§3.2', {
    faute: 'Identifiant de connexion DMP manquant.',
    remede: 'Ajoutez au moins un identifiant de structure (Struct_IdNat), puisque l’envoi au DMP est direct.',
  }),
  identDMPLongueur: contournable(
    erreur<{ longueur: number }>('§3.2', ({ longueur }) =>
      longueur === 0
        ? { faute: 'Identifiant vide.', remede: 'Retirez-le.' }
        : {
            faute: `Identifiant de ${showCaracteres(longueur)} : ${longueurs.identDMPMax} au plus.`,
            remede: 'Retirez-le et recopiez l’identifiant de structure seul.',
          },
    ),
  ),
  identDMPDouble: contournable(
    erreur<{ valeur: string }>('§3.2', ({ valeur }) => ({
      faute: `${cite(valeur)} figure deux fois dans la liste.`,
      remede: 'Retirez l’un des deux.',
    })),
  ),
  identDMPForme: alerte<{ valeurs: readonly string[] }>('§3.2', ({ valeurs }) => ({
    faute: `Pas un identifiant seul : ${joinMots(valeurs.map(cite), identMax)}.`,
    remede:
      'Un identifiant de structure (Struct_IdNat) s’écrit d’un seul tenant : gardez-le seul, sans libellé ni espace, ou vérifiez auprès du laboratoire.',
  })),
  identDMPEnCours: alerte<{ valeur: string }>('§3.2', ({ valeur }) => ({
    faute: `${cite(valeur)} n’a pas été ajouté à la liste.`,
    remede: 'Appuyez sur Entrée dans le champ pour l’ajouter, ou videz-le.',
  })),
  adresseManquante: manque('§3.2', {
    faute: 'La boîte qui envoie n’est pas indiquée.',
    remede: 'On attend son adresse, par exemple labo@exemple.mssante.fr.',
  }),
  adresseInvalide: contournable(
    erreur('§3.2', () => ({
      faute: 'Ce n’est pas une adresse de messagerie.',
      remede: 'On attend par exemple labo@exemple.mssante.fr, sans espace.',
    })),
  ),
  adresseLongueur: contournable(
    erreur<{ longueur: number }>('§3.2', ({ longueur }) => ({
      faute: `Adresse de ${showCaracteres(longueur)} : ${longueurs.adresseMax} au plus.`,
      remede: 'Recopiez l’adresse seule.',
    })),
  ),
  adresseSignes: alerte<{ signes: readonly string[] }>('§3.2', ({ signes }) => ({
    faute: `Cette adresse a ${count(signes.length, 'signe inhabituel')} : ${signes.map(showSigne).join(', ')}.`,
    remede:
      'Une adresse s’écrit d’ordinaire en lettres sans accent et chiffres : retapez-la, ou vérifiez auprès du laboratoire.',
  })),
  adressePatient: alerte('§3.2', () => ({
    faute: `C’est une adresse de patient (${profil.domainePatient}).`,
    remede: 'Indiquez la boîte du laboratoire, celle qui envoie les comptes rendus.',
  })),
  adresseHorsMSS: alerte<{ domaine: string }>('§3.2', ({ domaine }) => ({
    faute: `Le domaine ${domaine} n’appartient pas à MSSanté.`,
    remede: 'Cela peut être juste (Apicrypt et d’autres existent) : vérifiez auprès du laboratoire.',
  })),
} as const

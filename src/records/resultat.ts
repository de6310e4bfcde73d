import type { Message } from '../format/message'
import { nomProfil } from '../format/profil'

/** What the machine refuses. `bloque`: a window of another release holds the database. */
export type RaisonStockage = 'indisponible' | 'plein' | 'bloque' | 'panne'

/** What is wrong with a stored or exported record itself. */
export type RaisonIllisible = 'plusRecent' | 'autreProfil' | 'illisible'
export type RaisonLecture = 'absent' | RaisonIllisible

/** A value, or the named reason why there is none: what the machine refuses is never thrown. */
export type Resultat<Valeur, Raison extends string = RaisonStockage> =
  { ok: true; valeur: Valeur } | { ok: false; raison: Raison }

/** Each reason in the clerk's words. */
export const messagesStockage: Readonly<Record<RaisonStockage | RaisonLecture, Message>> = {
  indisponible: {
    faute: 'Ce navigateur ne laisse rien enregistrer ici.',
    remede:
      'Vous pouvez travailler, mais exportez le brouillon avant de fermer la page. En navigation privée, ouvrez plutôt une fenêtre ordinaire.',
  },
  plein: {
    faute: 'Il n’y a plus de place sur ce poste pour enregistrer.',
    remede:
      'Exportez le brouillon, puis supprimez d’anciens brouillons ou dépôts, ou libérez de l’espace sur le disque.',
  },
  bloque: {
    faute: 'Une autre fenêtre de ce site est ouverte dans une autre version.',
    remede: 'Fermez les autres fenêtres, puis rechargez celle-ci.',
  },
  panne: {
    faute: 'L’enregistrement sur ce poste a échoué.',
    remede: 'Un nouvel essai suivra. Si ce message reste, exportez le brouillon puis rechargez la page.',
  },
  absent: {
    faute: 'Ce brouillon n’est plus sur ce poste.',
    remede: 'Ouvrez un autre brouillon, ou le fichier « Brouillon-… » que vous aviez exporté.',
  },
  plusRecent: {
    faute: 'Ce brouillon vient d’une version plus récente de cette page.',
    remede: 'Rechargez la page pour avoir la dernière version, puis ouvrez-le à nouveau. Il n’a pas été modifié.',
  },
  autreProfil: {
    faute: `Ce brouillon est d’un autre couloir ou d’un autre type de logiciel que ${nomProfil}.`,
    remede: 'Ouvrez-le dans l’outil qui l’a fait. Il n’a pas été modifié.',
  },
  illisible: {
    faute: 'Ce brouillon est abîmé et ne peut pas être ouvert.',
    remede: 'Ouvrez un autre brouillon, ou le fichier « Brouillon-… » que vous aviez exporté.',
  },
}

/** A result that is right. */
export const reussi = <Valeur>(valeur: Valeur): { ok: true; valeur: Valeur } => ({ ok: true, valeur })

/** A result that is not, with its reason. */
export const refuse = <Raison extends string>(raison: Raison): { ok: false; raison: Raison } => ({ ok: false, raison })

import { showMoEntiers } from '../../format/limites'
import type { Message } from '../../format/message'
import type { EchecJonction, Perte } from './join'
import { bornesJonction } from './joinBornes'

const echecs: Record<EchecJonction['raison'], Message> = {
  xml: {
    faute: 'Un fichier XML ne peut pas être joint à d’autres.',
    remede: 'Déposez plutôt le PDF de la même pièce.',
  },
  motDePasse: {
    faute: 'Ce PDF est protégé par un mot de passe et ne peut pas être joint.',
    remede: 'Enregistrez-en une copie sans mot de passe, puis recommencez.',
  },
  illisible: {
    faute: 'Ce document est abîmé et ne peut pas être joint.',
    remede: 'Exportez-le ou numérisez-le de nouveau, puis recommencez.',
  },
  champs: {
    faute: 'Un champ rempli de ce formulaire PDF ne peut pas être redessiné fidèlement.',
    remede: 'Ouvrez ce PDF, imprimez-le en PDF (« Microsoft Print to PDF »), puis joignez cette copie.',
  },
  tropGrand: {
    faute: 'Cette image a trop de points pour être jointe.',
    remede: 'Numérisez le document dans une qualité plus basse, puis recommencez.',
  },
  tropDePages: {
    faute: `Ces documents ont ensemble plus de ${bornesJonction.pages} pages.`,
    remede: 'N’en joignez que les pages utiles.',
  },
  tropLourd: {
    faute: `Ces documents pèsent ensemble plus de ${showMoEntiers(bornesJonction.octets)}.`,
    remede: 'N’en joignez que les pages utiles.',
  },
}

/** Why documents were not joined, and what to do. */
export const showEchecJonction = ({ raison }: EchecJonction): Message => echecs[raison]

const pertes: Record<Perte, string> = {
  signature: 'La signature électronique n’y est plus : gardez l’original, il peut vous être demandé.',
  factureX: 'La facture électronique (XML) contenue dans le PDF n’y est plus ; la page reste la même.',
  piecesJointes: 'Les fichiers joints à l’intérieur du PDF n’y sont plus.',
  formulaire: 'Les champs du formulaire ne sont plus modifiables ; ce qui y était écrit reste.',
}

/** What a rewritten document has lost. */
export const showPerte = (perte: Perte): string => pertes[perte]

import type { Message } from '../../format/message'
import type { Reduction } from './shrink'

type Raison = Extract<Reduction, { ok: false }>['raison']
type Methode = Extract<Reduction, { ok: true }>['methode']

const echecs: Record<Raison, Message> = {
  tropGros: {
    faute: 'Ce document ne peut pas être assez allégé en restant lisible.',
    remede: 'Numérisez-le en noir et blanc, ou n’en gardez que les pages utiles.',
  },
  tropGrand: {
    faute: 'Une image de ce document a trop de points pour être allégée ici.',
    remede: 'Numérisez-le dans une qualité plus basse, puis déposez-le de nouveau.',
  },
  champs: {
    faute: 'Un champ rempli de ce formulaire PDF ne peut pas être redessiné fidèlement.',
    remede: 'Ouvrez ce PDF, imprimez-le en PDF (« Microsoft Print to PDF »), puis déposez cette copie.',
  },
  illisible: {
    faute: 'Ce document est abîmé et ne peut pas être allégé.',
    remede: 'Exportez-le ou numérisez-le de nouveau, puis déposez-le.',
  },
  motDePasse: {
    faute: 'Ce PDF est protégé par un mot de passe et ne peut pas être allégé.',
    remede: 'Enregistrez-en une copie sans mot de passe et déposez-la.',
  },
}

/** Why a document was not made lighter, and what to do. */
export const showEchecReduction = (raison: Raison): Message => echecs[raison]

const methodes: Record<Methode, string> = {
  aucune: 'Le document était déjà assez léger : il n’a pas été modifié.',
  sansPerte: 'Le document a été réécrit plus serré, sans toucher à ce qu’il montre.',
  photo: 'L’image a été enregistrée dans une qualité plus basse : vérifiez qu’elle reste lisible.',
  images: 'Les images du PDF ont été allégées, son texte est intact : vérifiez qu’elles restent lisibles.',
  pages: 'Les pages sans texte ont été redessinées dans une qualité plus basse : vérifiez qu’elles restent lisibles.',
  pagesTexte:
    'Les pages sont devenues des images : leur texte ne peut plus être copié ni recherché. Vérifiez qu’elles restent lisibles.',
}

/** What was done to make a document lighter, and what to check. */
export const showMethode = (methode: Methode): string => methodes[methode]

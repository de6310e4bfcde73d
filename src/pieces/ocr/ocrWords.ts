import type { Reconnaissance } from './reconnaitre'

type Raison = Extract<Reconnaissance, { ok: false }>['raison']

const echecs: Record<Raison, string> = {
  sansTexte:
    'Aucun texte n’a pu être reconnu dans ce document.\nNumérisez-le de nouveau, droit et à 300 points par pouce, ou recopiez ses valeurs.',
  illisible: 'Ce document ne s’ouvre pas.\nOuvrez-le dans un autre logiciel pour le lire.',
  tropGrand:
    'Cette image a trop de points pour être lue ici.\nEnregistrez-la plus petite, en JPG, puis déposez-la de nouveau.',
}

/** Why a document was not recognised, and what to do. */
export const showEchecReconnaissance = (raison: Raison): string => echecs[raison]

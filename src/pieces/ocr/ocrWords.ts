import type { Message } from '../../format/message'
import type { Reconnaissance } from './reconnaitre'

type Raison = Extract<Reconnaissance, { ok: false }>['raison']

const echecs: Record<Raison, Message> = {
  sansTexte: {
    faute: 'Aucun texte n’a pu être reconnu dans ce document.',
    remede: 'Numérisez-le de nouveau, droit et à 300 points par pouce, ou recopiez ses valeurs.',
  },
  illisible: { faute: 'Ce document ne s’ouvre pas.', remede: 'Ouvrez-le dans un autre logiciel pour le lire.' },
  tropGrand: {
    faute: 'Cette image a trop de points pour être lue ici.',
    remede: 'Enregistrez-la plus petite, en JPG, puis déposez-la de nouveau.',
  },
}

/** Why a document was not recognised, and what to do. */
export const showEchecReconnaissance = (raison: Raison): Message => echecs[raison]

import type { Message } from '../../format/message'
import type { Conversion } from './convert'

type Raison = Extract<Conversion, { ok: false }>['raison']

const echecs: Record<Raison, Message> = {
  nonDecode: {
    faute: 'Cette image ne peut pas être convertie ici.',
    remede:
      'Ouvrez-la sur l’ordinateur ou le téléphone d’où elle vient et enregistrez-la en JPG ou en PDF, puis déposez-la.',
  },
  tropGrand: {
    faute: 'Cette image a trop de points pour être convertie ici.',
    remede: 'Enregistrez-la plus petite, en JPG, puis déposez-la.',
  },
}

/** Why a picture was not converted, and what to do. */
export const showEchecConversion = (raison: Raison): Message => echecs[raison]

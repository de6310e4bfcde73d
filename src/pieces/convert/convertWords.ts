import type { Conversion } from './convert'

type Raison = Extract<Conversion, { ok: false }>['raison']

const echecs: Record<Raison, string> = {
  nonDecode:
    'Cette image ne peut pas être convertie ici.\nOuvrez-la sur l’ordinateur ou le téléphone d’où elle vient et enregistrez-la en JPG ou en PDF, puis déposez-la.',
  tropGrand:
    'Cette image a trop de points pour être convertie ici.\nEnregistrez-la plus petite, en JPG, puis déposez-la.',
}

/** Why a picture was not converted, and what to do. */
export const showEchecConversion = (raison: Raison): string => echecs[raison]

import type { Contenant, FichierJoint } from './deplier/deplier'
import { prendre, refuse, type Refus } from './refus'
import type { Nature } from './sniff'

type Autre = Extract<Nature, { formatFichier: null }>

/** Files inside a mail or an envelope; null when it is none, or cannot be read. */
export type Deplier = (contenant: Contenant) => Promise<FichierJoint[] | null>

/** The refusal of a file that is of none of the four formats, with the way out that fits its kind. */
export async function refuserNature(nom: string, { nature, kind }: Autre, deplier: Deplier): Promise<Refus> {
  switch (kind) {
    case 'zip':
      return refuse(nom, 'pieceZip', undefined, { kind: 'ouvrir' })
    case 'lien':
      return refuse(nom, 'pieceLien', { nature })
    case 'courriel':
      return refuserCourriel(nom, nature, await deplier('courriel'))
    case 'enveloppe': {
      const joints = await deplier('enveloppe')
      return refuse(nom, 'pieceEnveloppe', { nature, joints: namesOf(joints) }, prendre(joints))
    }
    case 'ole': {
      const joints = await deplier('outlook')
      if (joints || /\.(?:msg|oft)$/i.test(nom)) return refuserCourriel(nom, 'un courriel d’Outlook (.msg)', joints)
      return refuse(nom, 'pieceFormat', { nature })
    }
    case 'autre':
      return refuse(nom, 'pieceFormat', { nature })
    default:
      return refuse(nom, 'pieceFormat', { nature, convertible: true }, { kind: 'convertir', nature: kind })
  }
}

const namesOf = (joints: readonly FichierJoint[] | null) => joints && joints.map(({ nom }) => nom)

const refuserCourriel = (nom: string, nature: string, joints: readonly FichierJoint[] | null) =>
  refuse(nom, 'pieceCourriel', { nature, joints: namesOf(joints) }, prendre(joints))

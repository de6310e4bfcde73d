import type { Message } from '../format/message'
import type { Champ } from './champs'
import { regles, type FaitsDe, type Gravite, type NomRegle } from './regles'

/** One finding about the dossier: which rule, about which field, in which words. */
export interface Constat {
  regle: NomRegle
  gravite: Gravite
  /** The field is simply not filled in yet. */
  manque: boolean
  champ: Champ
  /** Id of the demande it is about; null for the header and the deposit as a whole. */
  demande: string | null
  /** Rank of the item it is about, in a field that is a list. */
  rang: number | null
  message: Message
  paragraphe: string
  /** The values it speaks of: when they change, it is another constat. */
  valeur: string
  /** Why the clerk let this erreur stand: it is then an alerte. Absent from all others. */
  passeOutre?: string
}

/** Where a constat stands. */
export interface Lieu {
  champ: Champ
  demande?: string | null
  rang?: number | null
  valeur?: string
}

/** The constat of one rule at one place; the facts are those its message needs. */
export function constat<Nom extends NomRegle>(nom: Nom, lieu: Lieu, faits: FaitsDe<Nom>): Constat {
  const regle = regles[nom]
  return {
    regle: nom,
    gravite: regle.gravite,
    manque: regle.manque,
    champ: lieu.champ,
    demande: lieu.demande ?? null,
    rang: lieu.rang ?? null,
    message: (regle.message as (faits: FaitsDe<Nom>) => Message)(faits),
    paragraphe: regle.paragraphe,
    valeur: lieu.valeur ?? '',
  }
}

/** Identity of a constat across checks: same rule, same place, same values. */
export const constatKey = ({ regle, demande, champ, valeur }: Constat) =>
  [regle, demande ?? '', champ, valeur].join('|')

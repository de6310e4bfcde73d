import type { Message } from '../format/message'
import type { Champ } from './champs'
import type { Dossier } from './dossier'
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
  /** Ranks of the items it is about, in a field that is a list; none: the field as a whole. */
  rangs: readonly number[]
  message: Message
  paragraphe: string
  /** The values it speaks of: when they change, it is another constat. */
  valeur: string
  /** What «Vérifié» is remembered by: itself, or each value of several that are told together. */
  marques: readonly string[]
  /** Why the clerk let this erreur stand: it is then an alerte. Absent from all others. */
  passeOutre?: string
}

/** Where a constat stands. */
export interface Lieu {
  champ: Champ
  demande?: string | null
  rang?: number | null
  valeur?: string
  /** In place of `rang` and `valeur`: several items of a list of which the same is to be said. */
  items?: readonly Item[]
}

export interface Item {
  rang: number
  valeur: string
}

/** The constat of one rule at one place; the facts are those its message needs. */
export function constat<Nom extends NomRegle>(nom: Nom, lieu: Lieu, faits: FaitsDe<Nom>): Constat {
  const regle = regles[nom]
  const { champ, demande = null, rang = null, valeur = '', items } = lieu
  const key = (one: string) => constatKey({ regle: nom, demande, champ, valeur: one })
  const valeurs = [...new Set(items?.map((item) => item.valeur) ?? [valeur])]
  return {
    regle: nom,
    gravite: regle.gravite,
    manque: regle.manque,
    champ,
    demande,
    rangs: items?.map((item) => item.rang) ?? (rang === null ? [] : [rang]),
    message: (regle.message as (faits: FaitsDe<Nom>) => Message)(faits),
    paragraphe: regle.paragraphe,
    valeur: valeurs.join(' '),
    marques: valeurs.map(key),
  }
}

/** Identity of a constat across checks: same rule, same place, same values. */
export const constatKey = ({
  regle,
  demande,
  champ,
  valeur,
}: Pick<Constat, 'regle' | 'demande' | 'champ' | 'valeur'>) => [regle, demande ?? '', champ, valeur].join('|')

/** When the clerk marked an alerte «Vérifié» (ISO), the last of its marks; null while one is missing. */
export function verifieLe({ marques }: Pick<Constat, 'marques'>, verifies: Dossier['verifies']): string | null {
  const dates = marques.flatMap((key) => (Object.hasOwn(verifies, key) ? (verifies[key] ?? []) : []))
  return dates.length < marques.length ? null : ([...dates].sort().at(-1) ?? null)
}

/** Whether two constats say the same of the same place. */
const isSame = (one: Constat, other: Constat) =>
  one.regle === other.regle &&
  one.valeur === other.valeur &&
  one.champ === other.champ &&
  one.demande === other.demande &&
  one.gravite === other.gravite &&
  one.passeOutre === other.passeOutre &&
  one.message.faute === other.message.faute &&
  one.message.remede === other.message.remede &&
  one.rangs.join() === other.rangs.join()

/** What was found now, each constat that says what one of before said being that very one: what shows it stands as it is. */
export function keepSame(before: readonly Constat[], now: readonly Constat[]): readonly Constat[] {
  const kept = now.map((one) => before.find((known) => isSame(known, one)) ?? one)
  const are = (others: readonly Constat[]) =>
    kept.length === others.length && kept.every((one, rank) => one === others[rank])
  return are(now) ? now : are(before) ? before : kept
}

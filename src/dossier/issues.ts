import { libelles, type Champ } from './champs'
import { constat, type Constat } from './constat'
import { regles, type FaitsDe, type NomRegle } from './regles'
import type { core } from './zod'

const isNomRegle = (nom: unknown): nom is NomRegle => typeof nom === 'string' && nom in regles
const isChamp = (name: unknown): name is Champ => typeof name === 'string' && name in libelles

/** What our schemas let an issue carry: the rule that is broken, and the facts that its message needs. */
export interface Params<Nom extends NomRegle = NomRegle> {
  regle: Nom
  faits: FaitsDe<Nom>
}

/** The constat that a zod issue of our schemas carries. An issue without a rule is a fault of ours: it throws. */
export function readIssue(issue: core.$ZodIssue, demande: string | null, valeur: string): Constat {
  const params: Partial<Record<keyof Params, unknown>> = (issue.code === 'custom' && issue.params) || {}
  const [champ, rang] = issue.path
  if (!isNomRegle(params.regle) || !isChamp(champ)) throw new Error(`No rule for ${String(champ)}: ${issue.message}`)
  const lieu = { champ, demande, rang: typeof rang === 'number' ? rang : null, valeur }
  return constat(params.regle, lieu, params.faits as FaitsDe<NomRegle>)
}

import { libelles, type Champ } from './champs'
import type { Constat } from './constat'
import { regles, type NomRegle } from './regles'
import type { core } from './zod'

const isNomRegle = (nom: unknown): nom is NomRegle => typeof nom === 'string' && nom in regles
const isChamp = (name: unknown): name is Champ => typeof name === 'string' && name in libelles

/** The constat that a zod issue of our schemas carries. An issue without a rule is a fault of ours: it throws. */
export function readIssue(issue: core.$ZodIssue, demande: string | null, valeur: string): Constat {
  const nom: unknown = issue.code === 'custom' ? issue.params?.regle : undefined
  const [champ, rang] = issue.path
  if (!isNomRegle(nom) || !isChamp(champ)) throw new Error(`No rule for ${String(champ)}: ${issue.message}`)
  const { gravite, manque, paragraphe } = regles[nom]
  return {
    regle: nom,
    gravite,
    manque,
    schema: true,
    champ,
    demande,
    rang: typeof rang === 'number' ? rang : null,
    message: issue.message,
    paragraphe,
    valeur,
  }
}

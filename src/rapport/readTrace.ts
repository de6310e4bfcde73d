import { array, boolean, enumeration, nullable, number, object, string } from '../dossier/zod'
import { regles, type NomRegle } from '../dossier/regles'
import type { Trace } from './trace'

const traceSchema = object({
  version: object({ app: string(), regles: string() }),
  controleLe: string(),
  numeroAns: string(),
  SIRET: string(),
  dateDepot: string(),
  numeroFichier: string(),
  fichiers: array(
    object({
      nom: string(),
      taille: number(),
      empreinte: string(),
      piece: nullable(object({ nomOriginal: string(), lue: boolean() })),
    }),
  ),
  demandes: array(
    object({
      numeroASP: string(),
      numeroEditeur: string(),
      libelleInterne: string(),
      dateFacture: string(),
      centimes: nullable(number()),
      beneficiaires: array(string()),
      pieces: array(string()),
    }),
  ),
  regles: array(string()),
  constats: array(
    object({
      regle: string(),
      gravite: enumeration(['erreur', 'alerte']),
      libelle: string(),
      numLigne: nullable(number()),
      faute: string(),
      remede: string(),
      paragraphe: string(),
      verifieLe: nullable(string()),
      passeOutre: nullable(string()),
    }),
  ),
})

const isNomRegle = (nom: string): nom is NomRegle => Object.hasOwn(regles, nom)

/** The text of a trace → the trace, for what is kept as text; null when it is none, or of a shape no longer known. */
export function readTrace(text: string): Trace | null {
  const read = traceSchema.safeParse(parse(text))
  // A rule that a later release dropped has no title any more: its constats keep their own words.
  return read.success ? { ...read.data, regles: read.data.regles.filter(isNomRegle) } : null
}

/** A trace → the text to be kept. */
export const writeTrace = (trace: Trace) => JSON.stringify(trace)

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

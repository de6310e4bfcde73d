import { reglesBeneficiaires } from './regles/beneficiaires'
import { reglesDemande } from './regles/demande'
import { reglesDepot } from './regles/depot'
import { reglesLecture } from './regles/lecture'
import { reglesPieces } from './regles/pieces'
import { reglesScenario } from './regles/scenario'

export type { Gravite, Regle } from './regles/regle'

/** Every rule of the format, once. The § are the ASP guide's. */
export const regles = {
  ...reglesDepot,
  ...reglesDemande,
  ...reglesLecture,
  ...reglesBeneficiaires,
  ...reglesPieces,
  ...reglesScenario,
} as const

export type NomRegle = keyof typeof regles
/** The facts that the message of this rule needs. */
export type FaitsDe<Nom extends NomRegle> = Parameters<(typeof regles)[Nom]['message']>[0]

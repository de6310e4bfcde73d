import { regles, type NomRegle } from '../../dossier/regles'
import { beneficiaires } from './beneficiaires'
import { demande } from './demande'
import { entete } from './entete'
import type { Explications } from './explication'
import { facture } from './facture'
import { pieces } from './pieces'
import { scenario } from './scenario'

/** The rules in the order of the guide's pages: a heading, then the rules it holds. */
export const chapitres = [
  { titre: 'En-tête et dépôt', regles: Object.keys(entete) },
  { titre: 'Demande', regles: Object.keys(demande) },
  { titre: 'Facture', regles: Object.keys(facture) },
  { titre: 'Bénéficiaires', regles: Object.keys(beneficiaires) },
  { titre: 'Pièces justificatives', regles: Object.keys(pieces) },
  { titre: 'Scénario d’installation', regles: Object.keys(scenario) },
] as readonly { titre: string; regles: readonly NomRegle[] }[]

/** Every rule's explanation: the compiler finds the one that is missing. */
export const explications: Explications = {
  ...entete,
  ...demande,
  ...facture,
  ...beneficiaires,
  ...pieces,
  ...scenario,
}

/** The message that a rule shows, for the facts it is explained with: the rule's own words. */
export function exempleOf(nom: NomRegle) {
  const message = regles[nom].message as (faits: unknown) => ReturnType<(typeof regles)[NomRegle]['message']>
  return message(explications[nom].faits)
}

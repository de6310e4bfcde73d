import type { FaitsDe, NomRegle } from '../../dossier/regles'

/**
 * What the guide says of one rule beside its own words: `titre`, what is checked; `pourquoi`, the ground and the way
 * out. `faits` are those its message is shown with, where it needs some.
 */
export type Explication<Nom extends NomRegle> = { titre: string; pourquoi: string } & (FaitsDe<Nom> extends void
  ? { faits?: undefined }
  : { faits: FaitsDe<Nom> })

/** One explanation for each of these rules. */
export type Explications<Nom extends NomRegle = NomRegle> = { readonly [Each in Nom]: Explication<Each> }

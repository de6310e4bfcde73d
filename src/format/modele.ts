import { isTagBloc, tagsParPlace, type Tag, type TagAvance, type TagBloc, type TagDe } from './tags'

/**
 * The shape a file is written in: tags in order, spelled and nested as the ASP's own modèle shows them (guide §1.2, format §7).
 * Plain data, to be stored. The lists of demandes, pièces and bénéficiaires have a shape of their own for one item.
 */
export interface Modele {
  entete: readonly Case<Ecrits<TagDe<'entete'>>>[]
  ligne: readonly Case<Ecrits<TagDe<'ligne'>>>[]
  piece: readonly Case<Ecrits<TagDe<'piece'>>>[]
  /** Null: each bénéficiaire is a text. */
  beneficiaire: readonly Case<'FINESS'>[] | null
}

/** One place of the shape: a known tag, a block of places, or a tag that only the modèle knows. */
export type Case<Of extends TagEcrit = TagEcrit> =
  | { kind: 'tag'; nom: string; tag: Of }
  /** `liste`: the modèle has the block inside a list. */
  | { kind: 'bloc'; nom: string; liste: boolean; cases: readonly Case<Of>[] }
  | { kind: 'ajout'; nom: string; chemin: string; type: TypeAjout }

/** Those of some tags that a solde has, with a value of their own. */
export type Ecrits<Of extends Tag> = Exclude<Of, TagBloc | TagAvance>
/** A tag with a value of its own; `FINESS` is a bénéficiaire's number, where the modèle wraps it. */
export type TagEcrit = Ecrits<Tag> | 'FINESS'
/** A block of a solde. */
export type BlocEcrit = Exclude<TagBloc, TagAvance>

/** What the modèle shows as the value of a tag that it adds; `libre` when it shows none. */
export type TypeAjout = 'texte' | 'nombre' | 'booleen' | 'libre'

/** Typed once for tags that a modèle adds: `chemin` → text as typed. */
export type ValeursFixes = Readonly<Record<string, string>>

const caseOf = <Of extends TagEcrit>(tag: Of): Case<Of> => ({ kind: 'tag', nom: tag, tag })
const blocPar = (nom: BlocEcrit): Case<Ecrits<TagDe<'ligne'>>> => ({
  kind: 'bloc',
  nom,
  liste: false,
  cases: tagsParPlace[nom].map((tag) => caseOf(tag)),
})

/** The guide's own shape (format §2), used when there is no modèle. */
export const modeleParDefaut: Modele = {
  entete: tagsParPlace.entete.map((tag) => caseOf(tag)),
  ligne: tagsParPlace.ligne.map((tag) => (isTagBloc(tag) ? blocPar(tag) : caseOf(tag))),
  piece: tagsParPlace.piece.map((tag) => caseOf(tag)),
  beneficiaire: null,
}

/** All places of a shape that are no block, blocks opened. */
export const feuillesOf = <Of extends TagEcrit>(cases: readonly Case<Of>[]): Exclude<Case<Of>, { kind: 'bloc' }>[] =>
  cases.flatMap((one) => (one.kind === 'bloc' ? feuillesOf(one.cases) : [one]))

const allFeuilles = (modele: Modele) =>
  [modele.entete, modele.ligne, modele.piece, modele.beneficiaire ?? []].flatMap((cases) => feuillesOf<TagEcrit>(cases))

/** Known tags that the modèle lacks: they will not be written, and the clerk is told. */
export function absentesOf(modele: Modele): TagEcrit[] {
  const present = new Set(allFeuilles(modele).flatMap((one) => (one.kind === 'tag' ? [one.tag] : [])))
  return allFeuilles(modeleParDefaut).flatMap((one) => (one.kind === 'tag' && !present.has(one.tag) ? [one.tag] : []))
}

/** Tags that the modèle adds: written `null`, or with the value fixed for their `chemin`. */
export const ajoutsOf = (modele: Modele) => allFeuilles(modele).filter((one) => one.kind === 'ajout')

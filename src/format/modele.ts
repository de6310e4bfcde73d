import { tagsParPlace, type Tag } from './tags'

/**
 * The shape a file is written in: tags in order, spelled and nested as the ASP's own modèle shows them (guide §1.2, format §7).
 * Plain data, to be stored. The lists of demandes, pièces and bénéficiaires have a shape of their own for one item.
 */
export interface Modele {
  entete: readonly Case[]
  ligne: readonly Case[]
  piece: readonly Case[]
  /** Null: each bénéficiaire is a text. */
  beneficiaire: readonly Case[] | null
}

/** One place of the shape: a known tag, a block of places, or a tag that only the modèle knows. */
export type Case =
  | { kind: 'tag'; nom: string; tag: TagEcrit }
  /** `liste`: the modèle has the block inside a list. */
  | { kind: 'bloc'; nom: string; liste: boolean; cases: readonly Case[] }
  | { kind: 'ajout'; nom: string; chemin: string; type: TypeAjout }

/** A tag with a value of its own; `FINESS` is a bénéficiaire's number, where the modèle wraps it. */
export type TagEcrit =
  Exclude<Tag, 'facture' | 'scenarioInstallation' | (typeof tagsParPlace.avance)[number]> | 'FINESS'

/** What the modèle shows as the value of a tag that it adds; `libre` when it shows none. */
export type TypeAjout = 'texte' | 'nombre' | 'booleen' | 'libre'

/** Typed once for tags that a modèle adds: `chemin` → text as typed. */
export type ValeursFixes = Readonly<Record<string, string>>

const caseOf = (tag: TagEcrit): Case => ({ kind: 'tag', nom: tag, tag })
const blocPar = (nom: 'facture' | 'scenarioInstallation'): Case => ({
  kind: 'bloc',
  nom,
  liste: false,
  cases: tagsParPlace[nom].map(caseOf),
})

/** The guide's own shape (format §2), used when there is no modèle. */
export const modeleParDefaut: Modele = {
  entete: tagsParPlace.entete.map(caseOf),
  ligne: tagsParPlace.ligne.map((tag) =>
    tag === 'facture' || tag === 'scenarioInstallation' ? blocPar(tag) : caseOf(tag),
  ),
  piece: tagsParPlace.piece.map(caseOf),
  beneficiaire: null,
}

/** All places of a shape that are no block, blocks opened. */
export const feuillesOf = (cases: readonly Case[]): Exclude<Case, { kind: 'bloc' }>[] =>
  cases.flatMap((one) => (one.kind === 'bloc' ? feuillesOf(one.cases) : [one]))

const allFeuilles = (modele: Modele) =>
  [modele.entete, modele.ligne, modele.piece, modele.beneficiaire ?? []].flatMap(feuillesOf)

/** Known tags that the modèle lacks: they will not be written, and the clerk is told. */
export function absentesOf(modele: Modele): TagEcrit[] {
  const present = new Set(allFeuilles(modele).flatMap((one) => (one.kind === 'tag' ? [one.tag] : [])))
  return allFeuilles(modeleParDefaut).flatMap((one) => (one.kind === 'tag' && !present.has(one.tag) ? [one.tag] : []))
}

/** Tags that the modèle adds: written `null`, or with the value fixed for their `chemin`. */
export const ajoutsOf = (modele: Modele) => allFeuilles(modele).filter((one) => one.kind === 'ajout')

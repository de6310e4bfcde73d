import type { Case, TagEcrit } from '../format/modele'
import { profil } from '../format/profil'
import { quand, rien, type Schema } from './schema'
import { adresse, nomPiecePattern } from './valeurs'

/** How these places spell a tag, or null when it is not among them. */
export const nameOf = (tag: TagEcrit, cases: readonly Case[]): string | null =>
  cases.find((one) => one.kind === 'tag' && one.tag === tag)?.nom ?? null

/** An answer, the tag that depends on it, and what that tag must be after a «oui» and after a «non». format §2 */
const answered: readonly (readonly [TagEcrit, TagEcrit, Schema, Schema])[] = [
  ['isDirectToDMP', 'identDMP', { minItems: 1 }, { maxItems: 0 }],
  ['isDirectToMSSPro', 'adresseBoiteMSSPro', adresse, rien],
  ['isDirectToMSSCitoyen', 'adresseBoiteMSSCitoyen', adresse, rien],
]

/** What ties the tags of one block together: a pièce's name holds its type and its format. guide §3.3 */
export function linksOf(cases: readonly Case[]): Schema[] {
  const link = (tag: TagEcrit, value: unknown, other: TagEcrit, then: Schema, otherwise?: Schema): Schema[] => {
    const [name, named] = [nameOf(tag, cases), nameOf(other, cases)]
    if (name === null || named === null) return []
    return [quand(name, value, { [named]: then }, otherwise && { [named]: otherwise })]
  }
  return [
    ...answered.flatMap(([answer, value, yes, no]) => link(answer, true, value, yes, no)),
    ...profil.typesFichier.flatMap((type) =>
      link('typeFichier', type, 'nomFichier', { pattern: nomPiecePattern([type]) }),
    ),
    ...Object.entries(profil.extensions).flatMap(([format, extension]) =>
      link('formatFichier', format, 'nomFichier', { pattern: nomPiecePattern(undefined, [extension]) }),
    ),
  ]
}

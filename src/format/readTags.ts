import type { Json, JsonObject } from './json'
import { abrege, type Rapporteur } from './rapport'
import { blocOfTag, findTag, isTagBloc, type Portee, type Tag, type TagBloc } from './tags'

/** Where a reading stands: in which block, and in which demande (rank from 1; null in the header). */
export interface Lieu {
  portee: Portee
  chemin: string
  rang: number | null
  rapporteur: Rapporteur
}

/**
 * Every known tag of one header, demande or pièce, however it is nested: the blocks of the guide, none, or others. A tag
 * that stands twice is told; the last one counts, as for every JSON reader. Unknown tags are named.
 */
export function readTags(object: JsonObject, lieu: Lieu): Map<Tag, Json> {
  const trouves = new Map<Tag, Json>()
  const take = (tag: Tag, value: Json) => {
    if (trouves.has(tag))
      lieu.rapporteur.reprise(`La balise ${tag} s’y trouve deux fois : la dernière est lue.`, lieu.rang)
    trouves.set(tag, value)
  }
  walk(object, lieu, null, take)
  return trouves
}

function walk(object: JsonObject, lieu: Lieu, bloc: TagBloc | null, take: (tag: Tag, value: Json) => void) {
  for (const { name, value } of object.entries) {
    const tag = findTag(name, lieu.portee)
    const inside = { ...lieu, chemin: `${lieu.chemin}${abrege(name)}.` }
    if (tag) {
      tellShape(tag, name, bloc, lieu)
      take(tag, value)
      const own = isTagBloc(tag) ? blocOf(value, tag, lieu) : null
      if (own && isTagBloc(tag)) walk(own, inside, tag, take)
    } else {
      lieu.rapporteur.inconnue(`${lieu.chemin}${name}`)
      if (value.kind === 'object') walk(value, inside, bloc, take)
    }
  }
}

function tellShape(tag: Tag, name: string, bloc: TagBloc | null, { rapporteur, rang }: Lieu) {
  if (name !== tag && tag !== 'montantSegurHTCommande')
    rapporteur.reprise(`La balise « ${abrege(name)} » est lue comme ${tag}.`, rang)
  const expected = blocOfTag(tag)
  if (expected && expected !== bloc)
    rapporteur.reprise(
      `Les balises du bloc ${expected} n’étaient pas dans ce bloc : elles sont lues là où elles sont.`,
      rang,
    )
}

/** A block that stands in a list is read when it is alone there: of two invoices, taking one would be a wrong amount. */
function blocOf(value: Json, tag: Tag, { rapporteur, rang }: Lieu): JsonObject | null {
  if (value.kind === 'object') return value
  if (value.kind !== 'array') return null
  const blocs = value.items.filter((item) => item.kind === 'object')
  if (blocs.length > 1) {
    rapporteur.reprise(`Plusieurs blocs ${tag} dans une demande : aucun n’est lu, saisissez-en les valeurs.`, rang)
    return null
  }
  return blocs[0] ?? null
}

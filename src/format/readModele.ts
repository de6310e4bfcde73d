import { jsonNull, type Json, type JsonEntry, type JsonObject } from './json'
import {
  feuillesOf,
  modeleParDefaut,
  type BlocEcrit,
  type Case,
  type Ecrits,
  type Modele,
  type TagEcrit,
  type TypeAjout,
} from './modele'
import { isFinessName } from './readValeurs'
import { findTag, isTagBloc, tagsParPlace, type Portee, type Tag, type TagDe } from './tags'

/** A tag's name → what the modèle means by it: a value, a block of the guide, or nothing that a solde has. */
type Find<Of extends TagEcrit> = (entry: JsonEntry) => Of | BlocEcrit | null

/**
 * The shape of a modèle, out of its root object: nesting, spelling and order of its tags. A block that it shows empty
 * keeps the default shape. Null when there is no lignesImport. format §7
 */
export function readModele(root: JsonObject): Modele | null {
  const entete = readCases(root, '', inPortee('entete'))
  if (!feuillesOf(entete.cases).some((one) => one.kind === 'tag' && one.tag === 'lignesImport')) return null
  const ligne = readItem(entete.values.get('lignesImport'), 'lignesImport.', inPortee('ligne'))
  const piece = readItem(
    ligne?.values.get('piecesJustificatives'),
    'lignesImport.piecesJustificatives.',
    inPortee('piece'),
  )
  const beneficiaire = readItem(ligne?.values.get('beneficiaires'), 'lignesImport.beneficiaires.', findFiness)
  const hasFiness = beneficiaire?.cases && feuillesOf(beneficiaire.cases).some((one) => one.kind === 'tag')
  return {
    entete: entete.cases,
    ligne: ligne?.cases ?? modeleParDefaut.ligne,
    piece: piece?.cases ?? modeleParDefaut.piece,
    beneficiaire: hasFiness ? beneficiaire.cases : null,
  }
}

const inPortee =
  <Of extends Portee>(portee: Of): Find<Ecrits<TagDe<Of>>> =>
  ({ name }) => {
    const tag = findTag(name, portee)
    return tag && isOfSolde<Of>(tag) ? tag : null
  }

const isOfSolde = <Of extends Portee>(tag: Tag): tag is Tag & (Ecrits<TagDe<Of>> | BlocEcrit) =>
  !tagsParPlace.avance.some((one) => one === tag)
const isBloc = (tag: TagEcrit | BlocEcrit): tag is BlocEcrit => tag !== 'FINESS' && isTagBloc(tag)

const findFiness: Find<'FINESS'> = ({ name, value }) =>
  isFinessName(name) && value.kind !== 'object' && value.kind !== 'array' ? 'FINESS' : null

interface Cases<Of extends TagEcrit> {
  cases: Case<Of>[]
  values: Map<Of | BlocEcrit, Json>
}

/** The shape of one item of a list, from its first object; null when the list shows none. */
function readItem<Of extends TagEcrit>(list: Json | undefined, chemin: string, find: Find<Of>): Cases<Of> | null {
  const object = list && objectIn(list)
  return object ? readCases(object, chemin, find) : null
}

/** The object itself, or the first in a list, unless it is empty. */
function objectIn(json: Json): JsonObject | null {
  const object = json.kind === 'array' ? json.items.find((item) => item.kind === 'object') : json
  return object?.kind === 'object' && object.entries.length > 0 ? object : null
}

function readCases<Of extends TagEcrit>(root: JsonObject, chemin: string, find: Find<Of>): Cases<Of> {
  const values: Cases<Of>['values'] = new Map()
  const vides: { nom: BlocEcrit; cases: Case<Of>[] }[] = []

  const readEntry = (entry: JsonEntry, inside: string): Case<Of>[] => {
    const tag = find(entry)
    if (tag !== null && values.has(tag)) return []
    if (tag !== null) values.set(tag, entry.value)
    if (tag !== null && !isBloc(tag)) return [{ kind: 'tag', nom: entry.name, tag }]
    const liste = entry.value.kind === 'array'
    const object = objectIn(entry.value)
    if (object && (tag !== null || !liste))
      return [{ kind: 'bloc', nom: entry.name, liste, cases: readObject(object, `${inside}${entry.name}.`) }]
    if (tag === null)
      return [{ kind: 'ajout', nom: entry.name, chemin: `${inside}${entry.name}`, type: typeOf(entry.value) }]
    const cases: Case<Of>[] = []
    vides.push({ nom: tag, cases })
    return [{ kind: 'bloc', nom: entry.name, liste: false, cases }]
  }

  const readObject = (object: JsonObject, inside: string): Case<Of>[] => {
    // Of two equal names the last counts, here as everywhere; it takes the first one's place.
    const last = new Map(object.entries.map((entry) => [entry.name, entry]))
    return [...last.values()].flatMap((entry) => readEntry(entry, inside))
  }

  const cases = readObject(root, chemin)
  // Only now is it known which tags of an empty block stand elsewhere.
  for (const vide of vides)
    for (const nom of tagsParPlace[vide.nom]) {
      const tag = find({ name: nom, value: jsonNull })
      if (tag !== null && !isBloc(tag) && !values.has(tag)) vide.cases.push({ kind: 'tag', nom, tag })
    }
  return { cases, values }
}

function typeOf(json: Json): TypeAjout {
  if (json.kind === 'text') return 'texte'
  if (json.kind === 'number') return 'nombre'
  return json.kind === 'boolean' ? 'booleen' : 'libre'
}

import { readAdresse } from './adresse'
import { withoutMidnight } from './jour'
import type { Json } from './json'
import { readMontant, writeMontant } from './montant'
import { abrege, type Rapporteur } from './rapport'
import { foldTag, type Tag } from './tags'
import { cleanTexte, cleanValeur, countInvisibles } from './texte'

/** Reads the values of one header, demande or pièce: what is meant comes out, what was mended is told. */
export interface Lecteur {
  /** Text as it stands, trimmed; a number's literal; empty for null or nothing. */
  texte: (tag: Tag) => string
  /** Text of an amount: `27450.00` for a number, whatever a text holds otherwise. */
  montant: (tag: Tag) => string
  /** Text of a day, without the midnight that other programs add to it. */
  jour: (tag: Tag) => string
  /** Text of an address, without what mail programs put around one. */
  adresse: (tag: Tag) => string
  /** Null when there is no answer, or none that can be understood. */
  booleen: (tag: Tag) => boolean | null
  liste: (tag: Tag) => string[]
  /** Texts of the FINESS, out of a list of texts, numbers or objects, or of one of these alone. */
  finess: (tag: Tag) => string[]
}

export function createLecteur(trouves: ReadonlyMap<Tag, Json>, rapporteur: Rapporteur, rang: number | null): Lecteur {
  const tell = (texte: string) => {
    rapporteur.reprise(texte, rang)
  }
  const valueOf = (tag: Tag): Json => trouves.get(tag) ?? { kind: 'null' }
  return {
    texte: (tag) => readTexte(valueOf(tag), tag, tell),
    montant: (tag) => readMontantOf(valueOf(tag), tag, tell),
    jour: (tag) => readJour(valueOf(tag), tag, tell),
    adresse: (tag) => readAdresseOf(valueOf(tag), tag, tell),
    booleen: (tag) => readBooleen(valueOf(tag), tag, tell),
    liste: (tag) => readListe(valueOf(tag), tag, tell),
    finess: (tag) => readFinessListe(valueOf(tag), tag, tell),
  }
}

type Tell = (texte: string) => void

/** A list of one value stands for that value. */
function alone(json: Json, tag: Tag, tell: Tell): Json {
  const only = json.kind === 'array' && json.items.length === 1 ? json.items[0] : undefined
  if (!only || only.kind === 'array' || only.kind === 'object') return json
  tell(`La valeur de ${tag} était seule dans une liste : elle en est sortie.`)
  return only
}

function readTexte(value: Json, tag: Tag, tell: Tell): string {
  const json = alone(value, tag, tell)
  switch (json.kind) {
    case 'text':
      return unquoteNull(seen(json.text, tag, tell), tag, tell)
    case 'number':
      tell(`La valeur de ${tag} était un nombre : elle est lue comme un texte, sans rien y ajouter.`)
      return json.literal
    case 'boolean':
      tell(`La valeur de ${tag} n’était pas un texte : elle est gardée, à corriger.`)
      return String(json.value)
    case 'null':
      return ''
    default:
      tell(`La valeur de ${tag} était une liste ou un bloc : elle n’est pas lue.`)
      return ''
  }
}

/** The text without what nobody sees in it, trimmed. */
function seen(text: string, tag: Tag, tell: Tell): string {
  if (countInvisibles(text) > 0) tell(`La valeur de ${tag} avait des caractères invisibles : ils en sont retirés.`)
  return cleanTexte(text).trim()
}

function readJour(value: Json, tag: Tag, tell: Tell): string {
  const text = cleanValeur(readTexte(value, tag, tell))
  const jour = withoutMidnight(text)
  if (jour !== text) tell(`L’heure de ${tag}, minuit, est retirée : la date reste.`)
  return jour
}

function readAdresseOf(value: Json, tag: Tag, tell: Tell): string {
  const { adresse, entourage } = readAdresse(readTexte(value, tag, tell))
  if (entourage !== '') tell(`Autour de l’adresse de ${tag}, « ${abrege(entourage)} » est retiré.`)
  return adresse
}

function unquoteNull(text: string, tag: Tag, tell: Tell): string {
  if (text.toLowerCase() !== 'null') return text
  tell(`La valeur de ${tag} était le mot « null » entre guillemets : elle est lue comme vide.`)
  return ''
}

function readMontantOf(value: Json, tag: Tag, tell: Tell): string {
  const json = alone(value, tag, tell)
  if (json.kind === 'number') {
    const literal = expand(json.literal)
    const centimes = readMontant(literal)
    return centimes === null ? literal : writeMontant(centimes)
  }
  const text = readTexte(json, tag, tell)
  if (json.kind === 'text' && text !== '') tell(`Le montant de ${tag} était un texte et non un nombre : vérifiez-le.`)
  return text
}

/** `2.745e4` → `27450`, digit by digit; a literal without an exponent, or with an absurd one, as it is. */
function expand(literal: string): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?e([+-]?\d{1,2})$/i.exec(literal)
  if (!parts) return literal
  const [, sign = '', units = '', decimals = '', exponent = ''] = parts
  const point = units.length + Number(exponent)
  const digits = (units + decimals).padEnd(point, '0').padStart((units + decimals).length + Math.max(0, 1 - point), '0')
  const split = Math.max(1, point)
  const tail = digits.slice(split)
  return sign + digits.slice(0, split) + (tail && `.${tail}`)
}

const answers = new Map([
  ['true', true],
  ['vrai', true],
  ['oui', true],
  ['1', true],
  ['false', false],
  ['faux', false],
  ['non', false],
  ['0', false],
])

function readBooleen(value: Json, tag: Tag, tell: Tell): boolean | null {
  const json = alone(value, tag, tell)
  if (json.kind === 'boolean') return json.value
  if (json.kind === 'null') return null
  const text = json.kind === 'text' ? seen(json.text, tag, tell) : json.kind === 'number' ? json.literal : '[…]'
  if (unquoteNull(text, tag, tell) === '') return null
  const answer = answers.get(text.toLowerCase()) ?? null
  tell(
    answer === null
      ? `La valeur « ${abrege(text)} » de ${tag} n’est ni oui ni non : répondez à cette question.`
      : `La réponse de ${tag} n’était pas un booléen : elle est lue comme « ${answer ? 'oui' : 'non'} ».`,
  )
  return answer
}

function readListe(json: Json, tag: Tag, tell: Tell): string[] {
  if (json.kind === 'null') return []
  if (json.kind !== 'array') {
    const text = readTexte(json, tag, tell)
    if (text === '') return []
    tell(`La valeur de ${tag} n’était pas dans une liste : elle y est mise.`)
    return [text]
  }
  return json.items.flatMap((item) => {
    // Among the items of a list, the text «null» may be meant.
    const text = item.kind === 'text' ? seen(item.text, tag, tell) : readTexte(item, tag, tell)
    return text === '' ? [] : [text]
  })
}

function readFinessListe(json: Json, tag: Tag, tell: Tell): string[] {
  if (json.kind === 'object' || json.kind === 'text' || json.kind === 'number')
    tell(`La valeur de ${tag} n’était pas une liste : elle est lue comme une liste.`)
  return finessOf(json, tag, tell)
}

function finessOf(json: Json, tag: Tag, tell: Tell): string[] {
  if (json.kind === 'array') return json.items.flatMap((item) => finessOf(item, tag, tell))
  if (json.kind === 'object') {
    tell(`Les numéros de ${tag} étaient dans des blocs : ils en sont sortis.`)
    const found = json.entries.filter(({ name }) => isFinessName(name))
    const only = json.entries.length === 1 ? json.entries : json.entries.filter(({ value }) => isNested(value))
    return (found.length > 0 ? found : only).flatMap(({ value }) => finessOf(value, tag, tell))
  }
  const text = readTexte(json, tag, tell)
  return text === '' ? [] : splitFiness(text, tag, tell)
}

const isNested = (json: Json) => json.kind === 'object' || json.kind === 'array'

/** Whether a name announces a FINESS géographique: FINESSGeo, finess, numeroFiness; not the legal entity's. */
export const isFinessName = (name: string) => {
  const folded = foldTag(name)
  return folded.includes('finess') && !/jur|ej$/.test(folded)
}

function splitFiness(text: string, tag: Tag, tell: Tell): string[] {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '')
  if (parts.length < 2 || !parts.every((part) => /^[0-9a-z]{8,9}$/i.test(part))) return [text]
  tell(`Plusieurs numéros de ${tag} étaient dans un seul texte : ils sont séparés.`)
  return parts
}

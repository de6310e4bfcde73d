import type { Json, JsonEntry } from './json'
import { bornes, type Attendu, type Refuse } from './refus'

export type LectureJson = { ok: true; json: Json; reprises: string[] } | Refuse

type Arret = { raison: 'tropGrand' } | { raison: 'tropProfond' } | { raison: 'faute'; attendu: Attendu; offset: number }

/** Unwinds the parser; never leaves this file. */
class Stop extends Error {
  constructor(readonly arret: Arret) {
    super(arret.raison)
  }
}

/**
 * Text → JSON value, or why not, with line and column. Two slips of hand-made files are let pass and told: a comma
 * before a closing bracket, a number with leading zeros (kept). A byte order mark is skipped.
 */
export function readJson(text: string): LectureJson {
  if (text.length > bornes.longueur) return { ok: false, raison: 'tropGrand' }
  if (/^[\ufeff\s]*$/.test(text)) return { ok: false, raison: 'vide' }
  try {
    return { ok: true, ...parseText(text) }
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    if (error.arret.raison !== 'faute') return { ok: false, raison: error.arret.raison }
    const { attendu, offset } = error.arret
    return { ok: false, raison: 'pasDuJson', attendu, ...placeAt(text, offset) }
  }
}

function placeAt(text: string, offset: number) {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/)
  return { ligne: lines.length, colonne: (lines.at(-1) ?? '').replace(/^\ufeff/, '').length + 1 }
}

const words = new Map<string, Json>([
  ['true', { kind: 'boolean', value: true }],
  ['false', { kind: 'boolean', value: false }],
  ['null', { kind: 'null' }],
])

const isSpace = (char: string) => char === ' ' || char === '\n' || char === '\r' || char === '\t'

function parseText(text: string): { json: Json; reprises: string[] } {
  const reprises = new Set<string>()
  let at = text.startsWith('\ufeff') ? 1 : 0
  let count = 0
  skip()
  const json = parseValue(0)
  skip()
  if (at < text.length) fail('fin')
  return { json, reprises: [...reprises] }

  function fail(attendu: Attendu): never {
    throw new Stop({ raison: 'faute', attendu: at >= text.length ? 'coupe' : attendu, offset: at })
  }

  function skip() {
    while (isSpace(text.charAt(at))) at += 1
  }

  function parseValue(depth: number): Json {
    if (depth > bornes.profondeur) throw new Stop({ raison: 'tropProfond' })
    count += 1
    if (count > bornes.valeurs) throw new Stop({ raison: 'tropGrand' })
    const char = text.charAt(at)
    if (char === '{') return { kind: 'object', entries: parseMembers('}', () => parseEntry(depth)) }
    if (char === '[') return { kind: 'array', items: parseMembers(']', () => parseValue(depth + 1)) }
    if (char === '"') return { kind: 'text', text: parseString() }
    return parseNumber() ?? parseWord()
  }

  function parseMembers<Member>(close: '}' | ']', parseMember: () => Member): Member[] {
    const members: Member[] = []
    at += 1
    skip()
    while (text.charAt(at) !== close) {
      members.push(parseMember())
      skip()
      if (text.charAt(at) === close) break
      if (text.charAt(at) !== ',') fail(close === '}' ? 'virguleObjet' : 'virguleListe')
      at += 1
      skip()
      if (text.charAt(at) === close) reprises.add('Virgule en trop avant « } » ou « ] » : ignorée.')
    }
    at += 1
    return members
  }

  function parseEntry(depth: number): JsonEntry {
    if (text.charAt(at) !== '"') fail('balise')
    const name = parseString()
    skip()
    if (text.charAt(at) !== ':') fail('deuxPoints')
    at += 1
    skip()
    return { name, value: parseValue(depth + 1) }
  }

  function parseString(): string {
    const start = at
    at += 1
    while (text.charAt(at) !== '"') {
      if (at >= text.length || text.charAt(at) < ' ') fail('guillemet')
      at += text.charAt(at) === '\\' ? escapeLength() : 1
    }
    at += 1
    return JSON.parse(text.slice(start, at)) as string
  }

  function escapeLength(): number {
    const next = text.slice(at + 1, at + 6)
    if (/^["\\/bfnrt]/.test(next)) return 2
    if (/^u[0-9a-f]{4}/i.test(next)) return 6
    return fail('echappement')
  }

  function parseNumber(): Json | null {
    const pattern = /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/iy
    pattern.lastIndex = at
    const literal = pattern.exec(text)?.[0]
    if (literal === undefined) return null
    if (/^-?0\d/.test(literal)) reprises.add('Nombre écrit avec des zéros devant et sans guillemets : gardé tel quel.')
    at += literal.length
    return { kind: 'number', literal }
  }

  function parseWord(): Json {
    for (const [word, json] of words)
      if (text.startsWith(word, at)) {
        at += word.length
        return json
      }
    return fail('valeur')
  }
}

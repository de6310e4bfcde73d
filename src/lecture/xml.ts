/** An element, by its local name and namespace; attributes by local name. Its text is without that of its children. */
export interface Noeud {
  nom: string
  espace: string
  attributs: ReadonlyMap<string, string>
  enfants: Noeud[]
  texte: string
}

const limites = { profondeur: 512, noeuds: 400_000 }
const start = String.raw`A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u1fff\u2c00-\ud7ff`
const ncName = `[${start}][${start}.0-9\\u00b7-]*`
const tagName = new RegExp(`${ncName}(?::${ncName})?`, 'y')
const attribute = new RegExp(`\\s+(${ncName}(?::${ncName})?)\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'y')
const tagEnd = /\s*(\/?)>/y
const predefined: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
// XML 1.0 has no place for these, not even as references.
const isForbidden = (code: number) =>
  (code < 32 && code !== 9 && code !== 10 && code !== 13) ||
  code === 0xfffe ||
  code === 0xffff ||
  (code >= 0xd800 && code < 0xe000)

interface Ouvert {
  name: string
  /** Prefix → namespace; shared with the parent unless the element declares one. */
  espaces: ReadonlyMap<string, string>
  noeud: Noeud | null
}

interface Etat {
  text: string
  at: number
  open: Ouvert[]
  root: Noeud | null
  rooted: boolean
  /** Names of entities that a DOCTYPE declares; their definitions are never looked at. */
  declared: ReadonlySet<string> | null
  /** A declared entity was used: its place in the text is a hole. */
  holes: boolean
  nodes: number
  keep: boolean
}

/** Whether a text is well-formed XML with its namespaces: one root, matching tags, known references. Expands no entity. */
export const checkXml = (text: string) => walk(text, false) !== null

/** Text → its root element; null when it is not well-formed, uses entities of its own, or is beyond measure. */
export function readXml(text: string): Noeud | null {
  const state = walk(text, true)
  return state && !state.holes ? state.root : null
}

function walk(text: string, keep: boolean): Etat | null {
  const state: Etat = {
    text,
    at: text.startsWith('\ufeff') ? 1 : 0,
    open: [],
    root: null,
    rooted: false,
    declared: null,
    holes: false,
    nodes: 0,
    keep,
  }
  while (state.at < text.length) {
    const next = text.indexOf('<', state.at)
    if (!takeText(state, next === -1 ? text.length : next)) return null
    if (next !== -1 && !takeMarkup(state)) return null
  }
  return state.rooted && state.open.length === 0 ? state : null
}

function takeText(state: Etat, end: number): boolean {
  const raw = state.text.slice(state.at, end)
  state.at = end
  const parent = state.open.at(-1)
  if (!parent) return raw.trim() === ''
  if (raw.includes(']]>')) return false
  const text = resolve(raw, state)
  if (text === null) return false
  if (parent.noeud) parent.noeud.texte += text
  return true
}

/** The text with character references replaced; null when one is unknown or a character may not be. */
function resolve(raw: string, state: Etat): string | null {
  if (hasForbidden(raw)) return null
  if (!raw.includes('&')) return raw
  if (/&(?!(?:#x[0-9a-f]{1,6}|#\d{1,7}|[\w.:-]{1,80});)/i.test(raw)) return null
  const unknown: string[] = []
  const text = raw.replace(
    /&(?:#(x[0-9a-f]{1,6}|\d{1,7})|([\w.:-]{1,80}));/gi,
    (_match, code?: string, name?: string) => {
      const known = code ? charOf(code) : name ? (predefined[name] ?? entity(name, state)) : null
      if (known === null) unknown.push('&')
      return known ?? ''
    },
  )
  return unknown.length === 0 ? text : null
}

const hasForbidden = (raw: string) =>
  /[^\t\n\r -\ud7ff]/.test(raw) && Array.from(raw).some((char) => isForbidden(char.codePointAt(0) ?? 0))

function charOf(reference: string): string | null {
  const code = reference.startsWith('x')
    ? parseInt(reference.slice(1), 16)
    : /^\d/.test(reference)
      ? Number(reference)
      : NaN
  return Number.isNaN(code) || code > 0x10ffff || isForbidden(code) ? null : String.fromCodePoint(code)
}

function entity(name: string, state: Etat): string | null {
  state.holes = true
  return state.declared?.has(name) ? '' : null
}

function takeMarkup(state: Etat): boolean {
  const { text, at } = state
  if (text.startsWith('<!--', at))
    return skipTo(state, '-->', 4, (comment) => !comment.includes('--') && !comment.endsWith('-'))
  if (text.startsWith('<![CDATA[', at)) return takeCdata(state)
  if (text.startsWith('<?', at)) return takeInstruction(state)
  if (text.startsWith('<!DOCTYPE', at)) return takeDoctype(state)
  return text.startsWith('</', at) ? takeClose(state) : takeOpen(state)
}

function skipTo(state: Etat, mark: string, skip: number, test: (inside: string) => boolean): boolean {
  const end = state.text.indexOf(mark, state.at + skip)
  if (end === -1 || !test(state.text.slice(state.at + skip, end))) return false
  state.at = end + mark.length
  return true
}

function takeCdata(state: Etat): boolean {
  const noeud = state.open.at(-1)
  return (
    noeud !== undefined &&
    skipTo(state, ']]>', 9, (inside) => {
      if (noeud.noeud) noeud.noeud.texte += inside
      return !hasForbidden(inside)
    })
  )
}

const takeInstruction = (state: Etat) => {
  const { at, text } = state
  const declaration = /^<\?xml\s/i.test(text.slice(at, at + 6))
  if (declaration && text.slice(0, at).replace('\ufeff', '') !== '') return false
  return skipTo(state, '?>', 2, (inside) => /^[A-Za-z_]/.test(inside))
}

/** Steps over a DOCTYPE and its inner subset, noting the names of entities only. */
function takeDoctype(state: Etat): boolean {
  if (state.rooted || state.declared) return false
  const parts = /"|'|\[|\]|<!--|<\?|>/g
  parts.lastIndex = state.at + 9
  const from = state.at
  let inside = false
  for (let part = parts.exec(state.text); part; part = parts.exec(state.text)) {
    const close = { '"': '"', "'": "'", '<!--': '-->', '<?': '?>' }[part[0]]
    if (close) {
      const end = state.text.indexOf(close, parts.lastIndex)
      if (end === -1) return false
      parts.lastIndex = end + close.length
    } else if (part[0] === '[') inside = true
    else if (part[0] === ']') inside = false
    else if (!inside) {
      state.at = parts.lastIndex
      const subset = state.text.slice(from, state.at)
      state.declared = new Set([...subset.matchAll(/<!ENTITY\s+([\w.:-]{1,80})\s/g)].map((match) => match[1] ?? ''))
      return true
    }
  }
  return false
}

function matchAt(pattern: RegExp, state: Etat): RegExpExecArray | null {
  pattern.lastIndex = state.at
  const match = pattern.exec(state.text)
  if (match) state.at = pattern.lastIndex
  return match
}

function takeClose(state: Etat): boolean {
  state.at += 2
  const name = matchAt(tagName, state)?.[0]
  return name !== undefined && name === state.open.pop()?.name && matchAt(tagEnd, state)?.[1] === ''
}

function takeOpen(state: Etat): boolean {
  state.at += 1
  const name = matchAt(tagName, state)?.[0]
  const parent = state.open.at(-1)
  if (name === undefined || (!parent && state.rooted) || state.open.length >= limites.profondeur) return false
  const attributes = new Map<string, string>()
  for (let match = matchAt(attribute, state); match; match = matchAt(attribute, state)) {
    const value = resolve(match[2] ?? match[3] ?? '', state)
    const key = match[1] ?? ''
    if (value === null || attributes.has(key)) return false
    attributes.set(key, value)
  }
  const end = matchAt(tagEnd, state)
  state.nodes += 1
  if (!end || (state.keep && state.nodes > limites.noeuds)) return false
  return enter(state, name, attributes, parent, end[1] === '/')
}

const xmlSpaces: ReadonlyMap<string, string> = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']])

function enter(
  state: Etat,
  name: string,
  attributes: ReadonlyMap<string, string>,
  parent: Ouvert | undefined,
  empty: boolean,
): boolean {
  const espaces = declareSpaces(attributes, parent?.espaces ?? xmlSpaces)
  const colon = name.indexOf(':')
  const espace = espaces.get(colon === -1 ? '' : name.slice(0, colon))
  if ((colon !== -1 && espace === undefined) || !prefixesKnown(attributes, espaces)) return false
  const noeud = state.keep
    ? { nom: name.slice(colon + 1), espace: espace ?? '', attributs: localNames(attributes), enfants: [], texte: '' }
    : null
  if (noeud) {
    parent?.noeud?.enfants.push(noeud)
    state.root ??= noeud
  }
  state.rooted = true
  if (!empty) state.open.push({ name, espaces, noeud })
  return true
}

function declareSpaces(attributes: ReadonlyMap<string, string>, inherited: ReadonlyMap<string, string>) {
  const declared = [...attributes].filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'))
  if (declared.length === 0) return inherited
  return new Map([...inherited, ...declared.map(([key, value]) => [key.slice(6), value] as const)])
}

const prefixesKnown = (attributes: ReadonlyMap<string, string>, espaces: ReadonlyMap<string, string>) =>
  [...attributes.keys()].every(
    (key) => !key.includes(':') || key.startsWith('xmlns:') || espaces.has(key.slice(0, key.indexOf(':'))),
  )

const localNames = (attributes: ReadonlyMap<string, string>) =>
  new Map([...attributes].map(([key, value]) => [key.slice(key.indexOf(':') + 1), value]))

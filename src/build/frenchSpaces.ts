import ts from 'typescript'
import type { Plugin } from 'vite'

const noBreak = '\u00a0'

/** French text with no-break spaces before : ; ! ? » and after «, so that no line begins or ends with one of them. */
export const setFrenchSpaces = (texte: string): string =>
  texte.replace(/(?<=^|[^\s]) (?=[:;!?»](?:[\s.,;:)…]|$))/gu, noBreak).replace(/« /gu, `«${noBreak}`)

/** What stands around a text in the source: quotes, the ends of a template's parts. */
const edges = /^(['"`}]?)([\s\S]*?)(\$\{|['"`]?)$/u

const isText = (node: ts.Node) =>
  ts.isStringLiteralLike(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddleOrTemplateTail(node) ||
  ts.isJsxText(node)

const isSentence = (texte: string) => /^\p{Lu}\S*\s\S+\s\p{L}/u.test(texte)

/** A text as it is written, or the beginning of the template that it is a part of. */
function beginningOf(node: ts.Node): string {
  const template = ts.isTemplateSpan(node.parent) ? node.parent.parent : null
  return template && ts.isTemplateExpression(template) ? template.head.text : 'text' in node ? String(node.text) : ''
}

/**
 * A module's source (TypeScript, with JSX by the ending of its path) with French spaces in its texts, or in those alone
 * that are sentences; nothing else of it is touched, and nothing moves.
 */
export function setInSource(path: string, source: string, sentencesOnly = false): string {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true)
  const parts: string[] = []
  let done = 0
  const visit = (node: ts.Node) => {
    if (isText(node) && (!sentencesOnly || isSentence(beginningOf(node)))) {
      const [start, end] = [ts.isJsxText(node) ? node.pos : node.getStart(file), node.end]
      const [, before = '', texte = '', after = ''] = edges.exec(source.slice(start, end)) ?? []
      parts.push(source.slice(done, start), before, setFrenchSpaces(texte), after)
      done = end
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return parts.join('') + source.slice(done)
}

/** A room that runs in no page. */
const apart = /\/src\/build\/|\/node_modules\//
/** A room whose texts are patterns to be looked for in documents, but for what it says in sentences. */
const patterns = /\/src\/lecture\//

/** Sets French spaces in the words of the app as it is built: in the source they are ordinary ones, that can be seen and searched. */
export const frenchSpaces: Plugin = {
  name: 'french-spaces',
  enforce: 'pre',
  apply: (_, { mode }) => mode !== 'test',
  transform(source, id) {
    const [path = ''] = id.replaceAll('\\', '/').split('?')
    if (!/\/src\/.*\.tsx?$/.test(path) || apart.test(path)) return null
    // Each sign stands where it stood: the map of the source stays as it is.
    return { code: setInSource(path, source, patterns.test(path)), map: null }
  },
}

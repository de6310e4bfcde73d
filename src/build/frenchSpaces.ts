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

/** A module's source (TypeScript, with JSX by the ending of its path) with French spaces in its texts; nothing else of it is touched, and nothing moves. */
export function setInSource(path: string, source: string): string {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest)
  const parts: string[] = []
  let done = 0
  const visit = (node: ts.Node) => {
    if (isText(node)) {
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

/** Rooms whose texts are patterns to be looked for in documents, or run in no page. */
const apart = /\/src\/(?:lecture|build)\/|\/node_modules\//

/** Sets French spaces in the words of the app as it is built: in the source they are ordinary ones, that can be seen and searched. */
export const frenchSpaces: Plugin = {
  name: 'french-spaces',
  enforce: 'pre',
  apply: (_, { mode }) => mode !== 'test',
  transform(source, id) {
    const [path = ''] = id.replaceAll('\\', '/').split('?')
    if (!/\/src\/.*\.tsx?$/.test(path) || apart.test(path)) return null
    // Each sign stands where it stood: the map of the source stays as it is.
    return { code: setInSource(path, source), map: null }
  },
}

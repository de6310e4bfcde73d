import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite'

/**
 * Names in the page what its first script asks for one after the other, so that all of it is fetched at once: the script
 * itself runs before any of it is known.
 */
export const firstScreen: Plugin = {
  name: 'first-screen',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle = {}, chunk }) {
      const found = new Set<Rolldown.OutputChunk>()
      const follow = (fileName: string) => {
        const output = bundle[fileName]
        if (output?.type !== 'chunk' || found.has(output)) return
        found.add(output)
        output.imports.forEach(follow)
      }
      chunk?.dynamicImports.forEach(follow)
      const named = new Set(chunk?.imports)
      const scripts = [...found].map(({ fileName }) => fileName).filter((fileName) => !named.has(fileName))
      const styles = [...found].flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])])
      return [
        ...scripts.map((fileName) => link('modulepreload', fileName)),
        ...styles.map((fileName) => link('stylesheet', fileName)),
      ]
    },
  },
}

const link = (rel: string, fileName: string): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: { rel, crossorigin: true, href: `./${fileName}` },
  injectTo: 'head',
})

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'
import { ownFiles, readOwn } from './ownAssets.ts'
import { packId } from '../octets/ownFiles.ts'

const root = join(import.meta.dirname, '..', '..')

/** Where the page that is the whole app is written. */
export const oneFileFolder = 'fichier'
const fileName = 'solde-bio-sgl.html'

// Left out: colour profiles, which pdf.js fetches in its own way only; what stands in for WebAssembly where that is
// forbidden, a script of its own that no page from a disk may fetch.
const leftOut = /^pdfjs\/(?:iccs\/|wasm\/(?:qcms|openjpeg_nowasm))/

/** Lines of `ownFiles.ts`: what documents are read with, the recognition of scans, and the guide's example. */
function writePack(): string {
  const exemples = readdirSync(join(root, 'public', 'exemple')).map(
    (name) => [`exemple/${name}`, readFileSync(join(root, 'public', 'exemple', name))] as const,
  )
  const own = [...ownFiles].map(([path, from]) => [path, readOwn(from)] as const)
  return [...own, ...exemples]
    .filter(([path]) => !leftOut.test(path))
    .map(([path, bytes]) => `${path} ${gzipSync(bytes, { level: 9 }).toString('base64')}\n`)
    .join('')
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** The same policy as far as a file has one: its own script and style by their fingerprints, and nothing fetched. */
const policyOf = (script: string, style: string) =>
  [
    "default-src 'none'",
    `script-src ${hashOf(script)} 'wasm-unsafe-eval'`,
    `style-src ${hashOf(style)}`,
    'img-src blob: data:',
    'font-src data:',
    // What the page itself holds: neither goes anywhere.
    'connect-src blob: data:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

/** As it may stand in an HTML script: read there, it is the same. */
function asInline(code: string): string {
  // An HTML reader would change them, and the fingerprint with them.
  if (/[\0\r]/.test(code)) throw new Error('The script holds signs that cannot stand in HTML')
  return code.replace(/<(?=\/script|!--)/gi, '\\x3C')
}

const textOf = (output: Rolldown.OutputChunk | Rolldown.OutputAsset) =>
  output.type === 'chunk'
    ? output.code
    : typeof output.source === 'string'
      ? output.source
      : Buffer.from(output.source).toString('utf8')

/** Starts workers from the page's own text: none can be fetched from a disk. */
export const inlineWorkers: Plugin = {
  name: 'inline-workers',
  enforce: 'pre',
  transform: {
    filter: { code: 'new Worker(' },
    handler(code) {
      const imports: string[] = []
      const started = code.replace(
        /new Worker\(new URL\(('[^']+')\.?, import\.meta\.url\), \{ type: 'module' \}\)/g,
        (_all, path: string) => {
          imports.push(`import Started${imports.length} from ${path.slice(0, -1)}?worker&inline'\n`)
          return `new Started${imports.length - 1}()`
        },
      )
      return imports.length > 0 ? imports.join('') + started : null
    },
  },
}

/** Makes one HTML file of the whole app, which works when it is opened from a disk. */
export const oneFile: Plugin = {
  name: 'one-file',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const outputs = Object.values(bundle)
      const only = (ending: string) => {
        const [found, ...others] = outputs.filter((output) => output.fileName.endsWith(ending))
        if (!found || others.length > 0) throw new Error(`Not one ${ending}: ${others.length + (found ? 1 : 0)}`)
        return textOf(found)
      }
      const [html, script, style] = [only('.html'), asInline(only('.js')), only('.css')]
      const icon = readFileSync(join(root, 'public', 'icone.svg')).toString('base64')
      const body = [
        `<script type="text/plain" id="${packId}">\n${writePack()}</script>`,
        `<script type="module">${script}</script>`,
      ].join('\n')
      const page = html
        .replace(/\s*<(?:script|link rel="(?:stylesheet|manifest|modulepreload)")[^>]*>(?:<\/script>)?/g, '')
        .replace('href="./icone.svg"', `href="data:image/svg+xml;base64,${icon}"`)
        // After the encoding, which has to stand at the very beginning.
        .replace(
          /<meta charset="utf-8" \/>/,
          (charset) =>
            `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${policyOf(script, style)}" />`,
        )
        .replace('</head>', () => `<style>${style}</style>\n  </head>`)
        .replace('</body>', () => `${body}\n  </body>`)
      for (const name of Object.keys(bundle)) Reflect.deleteProperty(bundle, name)
      this.emitFile({ type: 'asset', fileName, source: page })
    },
  },
}

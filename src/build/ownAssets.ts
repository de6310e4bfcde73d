import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const installed = (path: string) => new URL(`../../node_modules/${path}`, import.meta.url)

// What pdf.js loads by itself when a document needs it: character maps, standard fonts, decoders, colour profiles.
const pdfFiles = ['cmaps', 'standard_fonts', 'wasm', 'iccs'].flatMap((folder) =>
  readdirSync(installed(`pdfjs-dist/${folder}/`)).map(
    (file) => [`pdfjs/${folder}/${file}`, installed(`pdfjs-dist/${folder}/${file}`)] as const,
  ),
)

// What recognises scans, loaded when a clerk asks for it: Tesseract for the web, its French, its licence.
const ocrFiles = [
  ['ocr/tesseract-core-simd-lstm.wasm', installed('tesseract.js-core/tesseract-core-simd-lstm.wasm')],
  ['ocr/LICENSE', installed('tesseract.js-core/LICENSE')],
  ['ocr/fra.traineddata', installed('@tesseract.js-data/fra/4.0.0_best_int/fra.traineddata.gz')],
] as const

/** Path in the app → file installed. */
export const ownFiles = new Map<string, URL>([...pdfFiles, ...ocrFiles])

// Some servers unpack what ends in .gz and some do not: it is written unpacked.
export const readOwn = (from: URL) =>
  from.pathname.endsWith('.gz') ? gunzipSync(readFileSync(from)) : readFileSync(from)

/** Lays out, under `pdfjs/` and `ocr/`, the files that are asked for while a document is read. */
export const ownAssets: Plugin = {
  name: 'own-assets',
  generateBundle() {
    for (const [fileName, from] of ownFiles) this.emitFile({ type: 'asset', fileName, source: readOwn(from) })
  },
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      const from = ownFiles.get((request.url ?? '').slice(1))
      if (!from) return next()
      response.end(readOwn(from))
    })
  },
}

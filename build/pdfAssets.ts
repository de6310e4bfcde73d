import { readdirSync, readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

// What pdf.js loads by itself when a document needs it: character maps, standard fonts, decoders, colour profiles.
const pdfFolders = ['cmaps', 'standard_fonts', 'wasm', 'iccs']
const pdfSource = (folder: string) => new URL(`../node_modules/pdfjs-dist/${folder}/`, import.meta.url)

/** Lays out, under `pdfjs/`, the files that pdf.js asks for while it reads a document. */
export const pdfAssets: Plugin = {
  name: 'pdf-assets',
  generateBundle() {
    for (const folder of pdfFolders)
      for (const file of readdirSync(pdfSource(folder)))
        this.emitFile({
          type: 'asset',
          fileName: `pdfjs/${folder}/${file}`,
          source: readFileSync(new URL(file, pdfSource(folder))),
        })
  },
  configureServer(server) {
    server.middlewares.use('/pdfjs', (request, response, next) => {
      const [, folder = '', file = ''] = /^\/([a-z_]+)\/([\w.-]+)$/.exec(request.url ?? '') ?? []
      if (!pdfFolders.includes(folder) || !readdirSync(pdfSource(folder)).includes(file)) return next()
      response.end(readFileSync(new URL(file, pdfSource(folder))))
    })
  },
}

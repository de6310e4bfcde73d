import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

// Built page only: the development server injects inline scripts that it would refuse.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const shut: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
      injectTo: 'head-prepend',
    },
  ],
}

// What pdf.js loads by itself when a document needs it: character maps, standard fonts, decoders, colour profiles.
const pdfFolders = ['cmaps', 'standard_fonts', 'wasm', 'iccs']
const pdfSource = (folder: string) => new URL(`./node_modules/pdfjs-dist/${folder}/`, import.meta.url)

const filesOf = (folder: string) =>
  readdirSync(pdfSource(folder)).map((file) => [`${folder}/${file}`, new URL(file, pdfSource(folder))] as const)

// What recognises scans, loaded when a clerk asks for it: Tesseract for the web, its French, its licence.
const ocrFiles: readonly (readonly [string, URL])[] = [
  ...['tesseract-core-simd-lstm.wasm', 'LICENSE'].map(
    (file) => [file, new URL(`./node_modules/tesseract.js-core/${file}`, import.meta.url)] as const,
  ),
  [
    'fra.traineddata',
    new URL('./node_modules/@tesseract.js-data/fra/4.0.0_best_int/fra.traineddata.gz', import.meta.url),
  ],
]

const ownFiles = new Map<string, URL>([
  ...pdfFolders.flatMap(filesOf).map(([name, from]) => [`pdfjs/${name}`, from] as const),
  ...ocrFiles.map(([name, from]) => [`ocr/${name}`, from] as const),
])

// Some servers unpack what ends in .gz and some do not: it is written unpacked.
const readOwn = (from: URL) => (from.pathname.endsWith('.gz') ? gunzipSync(readFileSync(from)) : readFileSync(from))

const ownAssets: Plugin = {
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

export default defineConfig({
  base: './',
  plugins: [react(), shut, ownAssets],
  build: { target: 'es2022', modulePreload: { polyfill: false }, assetsInlineLimit: 0, chunkSizeWarningLimit: 1200 },
  worker: { format: 'es' },
  preview: { headers: { 'Content-Security-Policy': contentSecurityPolicy, 'X-Content-Type-Options': 'nosniff' } },
  // Shared machines stall for seconds.
  test: { include: ['src/**/*.test.ts'], environment: 'node', testTimeout: 60_000 },
})

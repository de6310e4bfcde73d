import { readdirSync, readFileSync } from 'node:fs'
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

const pdfAssets: Plugin = {
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

export default defineConfig({
  base: './',
  plugins: [react(), shut, pdfAssets],
  build: { target: 'es2022', modulePreload: { polyfill: false }, assetsInlineLimit: 0, chunkSizeWarningLimit: 1200 },
  worker: { format: 'es' },
  preview: { headers: { 'Content-Security-Policy': contentSecurityPolicy, 'X-Content-Type-Options': 'nosniff' } },
  // Shared machines stall for seconds.
  test: { include: ['src/**/*.test.ts'], environment: 'node', testTimeout: 60_000 },
})

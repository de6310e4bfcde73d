import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build, preview } from 'vite'

const root = fileURLToPath(new URL('./references/', import.meta.url))
const pages = ['vide', 'champ', 'formulaire', 'zip']

/** The small pages that measures of the app are held against, built and served as it is. */
export async function serveReferences() {
  const outDir = await mkdtemp(join(tmpdir(), 'references-'))
  const input = pages.map((page) => join(root, `${page}.html`))
  const shared = { root, base: './', configFile: false, logLevel: 'warn' } as const
  const made = { outDir, emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } }
  await build({ ...shared, plugins: [react()], build: { ...made, rolldownOptions: { input } } })
  const server = await preview({ ...shared, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } })
  return {
    url: (page: string) => `${server.resolvedUrls?.local[0] ?? ''}${page}.html`,
    close: async () => {
      await server.close()
      await rm(outDir, { recursive: true })
    },
  }
}

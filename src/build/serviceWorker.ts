import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build, type Plugin } from 'vite'

/** Bytes over which a file is kept on a computer only once it was needed there. */
const keptAtOnce = 3_000_000

/** Every built file, in an order that does not change. */
const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path !== 'sw.js' && statSync(join(folder, path)).isFile())
    .sort()

/** Writes the service worker last: it names every file of this build. */
export function serviceWorker(): Plugin {
  let folder = 'dist'
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved: ({ root, build: { outDir } }) => {
      folder = resolve(root, outDir)
    },
    closeBundle: {
      order: 'post',
      async handler() {
        const files = filesOf(folder)
        const hash = createHash('sha256')
        for (const file of files) hash.update(file).update(readFileSync(join(folder, file)))
        const small = files.filter((file) => statSync(join(folder, file)).size <= keptAtOnce)
        const made = await build({
          configFile: false,
          logLevel: 'warn',
          define: { __FILES__: JSON.stringify(small), __RELEASE__: JSON.stringify(hash.digest('hex').slice(0, 16)) },
          build: {
            write: false,
            target: 'es2022',
            lib: {
              entry: resolve(import.meta.dirname, '../offline/serviceWorker.ts'),
              formats: ['iife'],
              name: 'serviceWorker',
            },
          },
        })
        const outputs = Array.isArray(made) ? made : [made]
        const code = outputs.flatMap((output) => ('output' in output ? [output.output[0].code] : [])).join('')
        if (code === '') throw new Error('The service worker was not built')
        writeFileSync(join(folder, 'sw.js'), code)
      },
    },
  }
}

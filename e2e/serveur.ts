import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { extname, join, normalize } from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.pdf': 'application/pdf',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
}

/** A web server that can be stopped, or be given another folder, in the middle of a test. */
export interface Serveur {
  url: string
  /** Paths asked for, in their order. */
  demandes: string[]
  /** From now on what is asked for is looked for there. */
  serve: (folder: string) => void
  /** Leaves the requests for that path without an answer. */
  hold: (path: string) => void
  stop: () => Promise<void>
}

/** Serves a folder on a port of its own. */
export async function startServeur(folder: string): Promise<Serveur> {
  let root = folder
  const demandes: string[] = []
  const held = new Set<string>()
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').replace(/[?#].*$/, ''))
    demandes.push(path)
    if (held.has(path)) return
    const file = join(root, normalize(path.endsWith('/') ? `${path}index.html` : path))
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' })
    createReadStream(file).pipe(response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    demandes,
    serve: (next) => {
      root = next
    },
    hold: (path) => void held.add(path),
    stop: async () => {
      server.closeAllConnections()
      if (!server.listening) return
      server.close()
      await once(server, 'close')
    },
  }
}

/** What a service worker is given, as far as this one needs it: the page's types do not know it. */
interface LongEvent extends Event {
  waitUntil: (work: Promise<unknown>) => void
}
interface FetchEvent extends LongEvent {
  request: Request
  respondWith: (response: Promise<Response>) => void
}
interface WorkerScope {
  registration: { scope: string }
  clients: { claim: () => Promise<void> }
  skipWaiting: () => Promise<void>
  addEventListener: ((type: 'install' | 'activate', listener: (event: LongEvent) => void) => void) &
    ((type: 'fetch', listener: (event: FetchEvent) => void) => void) &
    ((type: 'message', listener: (event: MessageEvent<unknown>) => void) => void)
}

/** Paths of the built app's files, and the fingerprint of all their bytes: the build fills them in. */
declare const __FILES__: readonly string[]
declare const __RELEASE__: string

const worker = globalThis as unknown as WorkerScope
const { scope } = worker.registration
// Other apps may share the origin: ours are known by the path they are for.
const prefix = `solde-bio-sgl ${scope} `
const current = prefix + __RELEASE__
const index = new URL('index.html', scope).href
/** Files fetched at a time: the page's own requests come first. */
const together = 4

// A name with a fingerprint always means the same bytes.
const isHashed = (file: string) => /-[\w-]{8}\.\w+$/.test(file)

/** A response that a server sent on to another address is refused for a navigation; its bytes are not. */
const plain = (response: Response) =>
  response.redirected ? new Response(response.body, { headers: response.headers, status: response.status }) : response

async function keep(cache: Cache, file: string) {
  const url = new URL(file, scope).href
  const known = isHashed(file) ? await caches.match(url) : undefined
  const response = known ?? (await fetch(url, { cache: 'no-cache' }))
  if (!response.ok) throw new Error(`${response.status} for ${file}`)
  await cache.put(url, plain(response))
}

/** Keeps every file of this release, or none. */
async function keepAll() {
  const cache = await caches.open(current)
  const waiting = [...__FILES__]
  const fetchOn = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) await keep(cache, file)
  }
  try {
    await Promise.all(Array.from({ length: together }, fetchOn))
  } catch (error) {
    await caches.delete(current)
    throw error
  }
}

/** Windows opened with the release before still ask for its lazy parts: that one stays, older ones go. */
async function forgetOlder() {
  const ours = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== current)
  await Promise.all(ours.slice(0, -1).map((name) => caches.delete(name)))
}

const isPage = ({ mode, url }: Request) => mode === 'navigate' && [scope, index].includes(url.replace(/[?#].*$/, ''))

/** This release's file, else one of the release before, else the network's: what was too large to keep is kept then. */
async function answer(request: Request): Promise<Response> {
  const url = isPage(request) ? index : request.url
  const cache = await caches.open(current)
  const kept = (await cache.match(url, { ignoreSearch: true })) ?? (await caches.match(url, { ignoreSearch: true }))
  if (kept) return kept
  const response = await fetch(request)
  if (response.ok && request.mode !== 'navigate') await cache.put(url, response.clone())
  return response
}

worker.addEventListener('install', (event) => event.waitUntil(keepAll()))
worker.addEventListener('activate', (event) => event.waitUntil(forgetOlder().then(() => worker.clients.claim())))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method === 'GET' && request.url.startsWith(scope)) event.respondWith(answer(request))
})
// Only the clerk's own word puts a new release in the place of the one at work.
worker.addEventListener('message', ({ data }) => {
  if (data === 'prendre') void worker.skipWaiting()
})

// The app's own files that are asked for while it works: served beside the page, or, when the app is one HTML file, held
// in it as lines of a path, a space and the file's bytes, gzipped, in Base64.

/** id of the element that holds them, in a page that is the whole app. */
export const packId = 'fichiers'

// Blob addresses do not cross to a worker of a page from a disk, whose origin is like no other: files go by this name.
const scheme = 'page:'

const pack = () => document.getElementById(packId)

/** Whether the page is the whole app, in one HTML file. */
export const isOneFile = () => pack() !== null

/** Address of a folder of the app's own files, with its final slash; for `readOwnFile`, here or in a worker. */
export const ownFolder = (folder: string) => (pack() ? scheme + folder : new URL(folder, document.baseURI).href)

/** Whether what stands at that address is held in the page: only `readOwnFile` finds it. */
export const isHeld = (address: string) => address.startsWith(scheme)

/** Bytes of one of the app's own files. Rejects when it is not there. */
export async function readOwnFile(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = isHeld(address) ? await openHeld(address.slice(scheme.length)) : await fetch(address)
  if (!response.ok) throw new Error(`${response.status} ${address}`)
  return new Uint8Array(await response.arrayBuffer())
}

let held: Blob | null = null

const holdPack = () => {
  held ??= new Blob([pack()?.textContent ?? ''])
  return held
}

/** Page side: lets a worker read what the page holds. */
export function lendOwnFiles(worker: Worker): Worker {
  if (isOneFile()) worker.postMessage({ ownFiles: holdPack() })
  return worker
}

/** Worker side: takes what the page lends. */
export function borrowOwnFiles() {
  addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'object' && data && 'ownFiles' in data && data.ownFiles instanceof Blob) held = data.ownFiles
  })
}

let lines: Promise<Map<string, string>> | null = null

async function openHeld(path: string): Promise<Response> {
  lines ??= readPack(held ?? holdPack())
  const base64 = (await lines).get(path)
  if (base64 === undefined) throw new Error(`Not in this page: ${path}`)
  const packed = await fetch(`data:application/octet-stream;base64,${base64}`)
  return new Response((await packed.blob()).stream().pipeThrough(new DecompressionStream('gzip')))
}

async function readPack(text: Blob): Promise<Map<string, string>> {
  const all = (await text.text()).trim().split('\n')
  return new Map(all.map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]))
}

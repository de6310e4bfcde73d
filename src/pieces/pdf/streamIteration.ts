/** The chunks of a stream, one after the other. Who leaves early cancels it, as the Streams standard has it. */
export async function* iterateStream<Chunk>(this: ReadableStream<Chunk>): AsyncGenerator<Chunk, void, undefined> {
  const reader = this.getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
  } finally {
    // An ended stream has nothing left to cancel, and a broken one has already said so.
    await reader.cancel().catch(() => undefined)
    reader.releaseLock()
  }
}

/** Lets `for await` go through streams: pdf.js reads a page's text that way, which WebKit (2.50) cannot by itself. */
export function mendStreams(prototype: object = ReadableStream.prototype) {
  if (Symbol.asyncIterator in prototype) return
  Object.defineProperty(prototype, Symbol.asyncIterator, { value: iterateStream, configurable: true, writable: true })
}

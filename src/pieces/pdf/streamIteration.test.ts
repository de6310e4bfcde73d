import { expect, test } from 'vitest'
import { iterateStream, mendStreams } from './streamIteration'

/** A real stream, and whether it was cancelled. */
function createStream(chunks: readonly string[], { fails = false } = {}) {
  const seen = { cancelled: false }
  const left = [...chunks]
  const stream = new ReadableStream<string>({
    pull: (controller) => {
      const chunk = left.shift()
      if (chunk !== undefined) controller.enqueue(chunk)
      else if (fails) controller.error(new Error('broken'))
      else controller.close()
    },
    cancel: () => void (seen.cancelled = true),
  })
  return { seen, stream }
}

test('a stream gives its chunks in order, and is then let go', async () => {
  const { seen, stream } = createStream(['a', 'b', 'c'])
  const read: string[] = []
  for await (const chunk of iterateStream.call(stream)) read.push(String(chunk))
  expect(read).toEqual(['a', 'b', 'c'])
  expect([seen.cancelled, stream.locked]).toEqual([false, false])
})

test('who leaves early cancels the stream', async () => {
  const { seen, stream } = createStream(['a', 'b', 'c'])
  for await (const chunk of iterateStream.call(stream)) if (chunk === 'b') break
  expect([seen.cancelled, stream.locked]).toEqual([true, false])
})

test('what breaks the stream breaks the loop', async () => {
  const { stream } = createStream(['a'], { fails: true })
  const read: string[] = []
  const readAll = async () => {
    for await (const chunk of iterateStream.call(stream)) read.push(String(chunk))
  }
  await expect(readAll()).rejects.toThrow('broken')
  expect([read, stream.locked]).toEqual([['a'], false])
})

test('only a browser that cannot iterate streams is mended', () => {
  const own = () => undefined
  const able = { [Symbol.asyncIterator]: own }
  mendStreams(able)
  expect(able[Symbol.asyncIterator]).toBe(own)
  const unable = {}
  mendStreams(unable)
  expect(Reflect.get(unable, Symbol.asyncIterator)).toBe(iterateStream)
  expect(Object.keys(unable)).toEqual([])
})

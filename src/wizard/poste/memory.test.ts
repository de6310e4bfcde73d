import { afterEach, expect, test, vi } from 'vitest'
import { createMemory } from './memory'

afterEach(() => void vi.unstubAllGlobals())

test('what is kept is read again, until it is forgotten', () => {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => kept.set(name, text),
    removeItem: (name: string) => kept.delete(name),
  }
  vi.stubGlobal('window', { sessionStorage: storage })
  const memory = createMemory('sessionStorage')
  expect(memory.read('a')).toBeNull()
  memory.keep('a', 'b')
  expect(memory.read('a')).toBe('b')
  memory.keep('a', null)
  expect(memory.read('a')).toBeNull()
})

test('a browser that keeps nothing, or has no room, is no fault', () => {
  vi.stubGlobal('window', {
    get localStorage(): Storage {
      throw new DOMException('denied')
    },
    sessionStorage: {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    },
  })
  for (const kind of ['localStorage', 'sessionStorage'] as const) {
    const memory = createMemory(kind)
    expect(() => memory.keep('a', 'b')).not.toThrow()
    expect(memory.read('a')).toBeNull()
  }
})

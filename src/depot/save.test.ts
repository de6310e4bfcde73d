import { expect, test } from 'vitest'
import { writeFiles, type Folder } from './save'

/** A folder in memory, as the browser's: a file is empty from the moment it is asked for, and bears its bytes once closed. */
function exampleFolder(standing: Record<string, string>, refuses: string | null = null) {
  const files = new Map(Object.entries(standing))
  const open = new Set<string>()
  const folder = {
    getFileHandle: (nom: string, { create = false } = {}) => {
      if (!files.has(nom) && !create) return Promise.reject(new DOMException('', 'NotFoundError'))
      if (!files.has(nom)) files.set(nom, '')
      let written = ''
      return Promise.resolve({
        createWritable: () => {
          open.add(nom)
          return Promise.resolve({
            write: async (octets: Blob) => {
              if (nom === refuses) throw new DOMException('', 'QuotaExceededError')
              written = await octets.text()
            },
            close: () => {
              files.set(nom, written)
              open.delete(nom)
              return Promise.resolve()
            },
            abort: () => Promise.resolve(void open.delete(nom)),
          })
        },
      })
    },
    removeEntry: (nom: string) => Promise.resolve(void files.delete(nom)),
  }
  return { files, open, folder: folder as unknown as Folder }
}

const files = ['a.json', 'a.zip', 'b.json', 'b.zip'].map((nom) => ({ nom, octets: new Blob([`new ${nom}`]) }))
const write = (folder: Folder, signal = new AbortController().signal, shares: number[] = []) =>
  writeFiles(folder, files, { signal, onProgress: (share) => shares.push(share) })
const names = (some: readonly { nom: string }[]) => some.map(({ nom }) => nom)

test('files are written under their names, over those that stand there, and progress grows up to 1', async () => {
  const { files: kept, folder } = exampleFolder({ 'a.zip': 'old', 'other.txt': 'other' })
  const shares: number[] = []
  expect(await write(folder, undefined, shares)).toEqual({ ecrits: files, refuse: null })
  expect([...kept].sort()).toEqual([
    ['a.json', 'new a.json'],
    ['a.zip', 'new a.zip'],
    ['b.json', 'new b.json'],
    ['b.zip', 'new b.zip'],
    ['other.txt', 'other'],
  ])
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(shares.at(-1)).toBe(1)
})

test('where the disk is full, those before stand whole, the one refused is named, and no empty file bears its name', async () => {
  const { files: kept, open, folder } = exampleFolder({}, 'b.json')
  const { ecrits, refuse } = await write(folder)
  expect([names(ecrits), refuse]).toEqual([['a.json', 'a.zip'], 'b.json'])
  expect([...kept.keys()]).toEqual(['a.json', 'a.zip'])
  expect(open.size).toBe(0)
})

test('an empty file that the browser still holds is taken away once it lets go', async () => {
  const { files: kept, folder } = exampleFolder({}, 'a.zip')
  let held = true
  const removeEntry: Folder['removeEntry'] = (nom) => {
    if (!held) return folder.removeEntry(nom)
    held = false
    return Promise.reject(new DOMException('', 'NoModificationAllowedError'))
  }
  await write({ ...folder, removeEntry })
  expect([...kept.keys()]).toEqual(['a.json'])
})

test('what stood under the name of the one refused stays as it was', async () => {
  const { files: kept, folder } = exampleFolder({ 'a.zip': 'old' }, 'a.zip')
  expect((await write(folder)).refuse).toBe('a.zip')
  expect(kept.get('a.zip')).toBe('old')
})

test('stopped, what is written stays and nothing more is', async () => {
  const { files: kept, folder } = exampleFolder({})
  const abort = new AbortController()
  const onProgress = () => abort.abort()
  const { ecrits, refuse } = await writeFiles(folder, files, { signal: abort.signal, onProgress })
  expect([names(ecrits), refuse]).toEqual([['a.json'], null])
  expect([...kept.keys()]).toEqual(['a.json'])
})

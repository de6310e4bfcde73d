import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import exemple from '../format/exemple-guide.json?raw'
import { ouvertureAbilities } from './abilities'

const lire = (...fichiers: [nom: string, contenu: string | Uint8Array<ArrayBuffer>][]) =>
  ouvertureAbilities.lire(
    fichiers.map(([nom, contenu]) => ({ nom, octets: new Blob([contenu]) })),
    () => undefined,
  )
const bytes = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string) =>
  new Uint8Array(new Uint16Array([0xfeff, ...Array.from(text, (c) => c.charCodeAt(0))]).buffer)
const zip = (entries: Record<string, Uint8Array>) => new Uint8Array(zipSync(entries, { level: 0 }))

test.each([
  ['a deposit by its content, whatever its name', 'sans-nom', exemple, { kind: 'json', lecture: { kind: 'depot' } }],
  ['UTF-16 as such, and tells it', 'a.json', utf16(exemple), { kind: 'json', says: 'UTF-16' }],
  [
    'a file named .json that is none, with line and column',
    'a.json',
    '{"a": 1,\n"b" 2}',
    { kind: 'refus', says: 'ligne 2, colonne 5' },
  ],
  ['an empty JSON file', 'a.json', '', { kind: 'refus', says: 'vide' }],
  [
    'a zip cut short',
    'a.zip',
    zip({ 'a.pdf': bytes('x'.repeat(500)) }).slice(0, 300),
    { kind: 'refus', says: 'abîmé' },
  ],
  ['a file named .zip that is none', 'a.zip', 'bonjour', { kind: 'refus', says: 'pas un zip' }],
  ['a PDF as another kind of file', 'a.json.pdf', '%PDF-1.7\n', { kind: 'autre' }],
  ['RTF as another kind of file', 'a.txt', '{\\rtf1 texte}', { kind: 'autre' }],
] as const)(
  '[format §7] recognises %s',
  async (_, nom, contenu, { says = '', ...attendu }: { kind: string; says?: string; lecture?: object }) => {
    const [ouvert] = await lire([nom, contenu])
    expect(ouvert).toMatchObject({ nom, ...attendu })
    expect(JSON.stringify(ouvert)).toContain(says)
  },
)

test('[format §7] opens a zip: its JSON read, its files apart, what could not be read told', async () => {
  const [ouvert] = await lire([
    'dépôt.zip',
    zip({
      'dossier/JSON.json': bytes(exemple),
      'autre.json': bytes('{'),
      'dossier/BIO-SGL-Val-VA-00001.pdf': bytes('%PDF-'),
    }),
  ])
  expect(ouvert).toMatchObject({
    kind: 'zip',
    jsons: [{ nom: 'JSON.json', lecture: { kind: 'depot' } }],
    refuses: [{ nom: 'autre.json' }],
    nomsJson: ['JSON.json', 'autre.json'],
    fichiers: [{ nom: 'BIO-SGL-Val-VA-00001.pdf' }],
  })
})

test('[format §7] a file that cannot be read any more is refused in words, and the others are read', async () => {
  const gone = new Blob(['x'])
  gone.slice = () => {
    throw new DOMException('gone', 'NotReadableError')
  }
  const shares: number[] = []
  const [lost, found] = await ouvertureAbilities.lire(
    [
      { nom: 'parti.json', octets: gone },
      { nom: 'la.json', octets: new Blob([exemple]) },
    ],
    (share) => shares.push(share),
  )
  expect(lost).toMatchObject({ kind: 'refus' })
  expect(JSON.stringify(lost)).toContain('déplacé')
  expect(found).toMatchObject({ kind: 'json' })
  expect(shares.at(-1)).toBe(1)
})

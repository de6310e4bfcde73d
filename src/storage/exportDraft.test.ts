import { BlobReader, BlobWriter, configure, TextReader, ZipReader, ZipWriter } from '@zip.js/zip.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Demande, Dossier, Piece } from '../dossier/dossier'
import { exampleDossier } from '../dossier/example'
import { profil } from '../format/profil'
import { isExport, writeNomExport, type Draft } from '../records/draft'
import { exampleDraft } from './example'
import { readExport, writeExport } from './exportDraft'
import { refuse, reussi } from '../records/resultat'

configure({ useWebWorkers: false })

const text = fc.string({ unit: 'binary', maxLength: 12 })
const texts = fc.array(text, { maxLength: 3 })
const answer = fc.constantFrom(true, false, null)
const piece: fc.Arbitrary<Piece> = fc.record({
  id: text,
  nomOriginal: text,
  formatFichier: fc.constantFrom('PDF', 'PNG', 'JPG', 'XML'),
  taille: fc.nat(),
  empreinte: text,
  pages: fc.option(fc.nat()),
  remarques: fc.subarray(['extension', 'repare', 'octetsAvant', 'restrictions', 'nonVerifie']),
  documents: fc.integer({ min: 1, max: 50 }),
})
const demande: fc.Arbitrary<Demande> = fc.record({
  id: fc.string({ minLength: 1 }),
  saisie: fc.record({
    numeroASP: text,
    numeroEditeur: text,
    libelleInterne: text,
    dateFacture: text,
    montantSegurHTFacture: text,
    montantsAdditionnes: texts,
    montantCommande: text,
    beneficiaires: texts,
    beneficiairesEnCours: text,
    isDirectToDMP: answer,
    identDMP: texts,
    identDMPEnCours: text,
    isDirectToMSSPro: answer,
    adresseBoiteMSSPro: text,
    isDirectToMSSCitoyen: answer,
    adresseBoiteMSSCitoyen: text,
  }),
  pieces: fc.record({ FACTURE: fc.option(piece), VA: fc.option(piece) }),
  rejet: fc.option(fc.record({ libelle: text, champ: fc.constantFrom('SIRET', 'beneficiaires', 'VA'), valeur: text })),
})
const dossier: fc.Arbitrary<Dossier> = fc.record({
  entete: fc.record({
    numeroAns: text,
    SIRET: text,
    dateDepot: text,
    numeroFichier: text,
    vague: fc.constantFrom(...profil.vagues),
  }),
  demandes: fc.uniqueArray(demande, { maxLength: 4, selector: ({ id }) => id }),
  verifies: fc.dictionary(text, text),
  passesOutre: fc.dictionary(text, text),
})

const piecesOf = ({ demandes }: Dossier) =>
  demandes.flatMap(({ pieces }) => Object.values(pieces)).filter((piece) => piece !== null)
const bytesOf = (pieces: ReadonlyMap<string, Blob>) =>
  Promise.all(
    [...pieces]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(async ([id, blob]) => [id, blob.type, ...new Uint8Array(await blob.arrayBuffer())]),
  )

test('[export] any draft exported and read again is the same, to the last byte of its pièces', async () => {
  await fc.assert(
    fc.asyncProperty(dossier, fc.infiniteStream(fc.uint8Array({ maxLength: 40 })), async (dossier, contents) => {
      const octets = new Map<string, Blob>()
      for (const { id } of piecesOf(dossier))
        octets.set(id, new Blob([contents.next().value ?? ''], { type: 'application/pdf' }))
      const draft = exampleDraft({ dossier, extra: { lecture: { p: [1, null, 'é'] } } })
      const read = await readExport(await writeExport(draft, octets))
      expect(read).toMatchObject(reussi({ draft, manquantes: [] }))
      expect(read.ok && read.valeur.draft).toEqual(draft)
      expect(read.ok && (await bytesOf(read.valeur.pieces))).toEqual(await bytesOf(octets))
    }),
    { numRuns: 40 },
  )
})

const octets = new Map([
  ['exemple-FACTURE', new Blob(['facture'])],
  ['exemple-VA', new Blob(['attestation'])],
])
const namesIn = async (zip: Blob) =>
  (await new ZipReader(new BlobReader(zip)).getEntries()).map(({ filename }) => filename)

test('[export] who unpacks it finds the pièces under plain names, and it is told from a deposit by them', async () => {
  const names = await namesIn(await writeExport(exampleDraft(), octets))
  expect(names).toEqual(['brouillon.json', 'pieces/001-FACTURE.pdf', 'pieces/001-VA.pdf'])
  expect(isExport(names)).toBe(true)
  expect(isExport(['BIO-SGL-Val-FACTURE-00001.pdf', 'BIO-SGL-Val-VA-00001.pdf'])).toBe(false)
})

test('[export] says how far it is, and stops when told', async () => {
  const shares: number[] = []
  const onProgress = (share: number) => void shares.push(share)
  const file = await writeExport(exampleDraft(), octets, { onProgress })
  await readExport(file, { onProgress })
  expect(shares).toEqual([0.5, 1, 0.5, 1])
  const signal = AbortSignal.abort()
  await expect(writeExport(exampleDraft(), octets, { signal })).rejects.toBe(signal.reason)
  await expect(readExport(file, { signal })).rejects.toBe(signal.reason)
})

test('[export] a pièce whose bytes are lost is taken out and named, the rest is read', async () => {
  const read = await readExport(await writeExport(exampleDraft(), new Map([['exemple-FACTURE', new Blob(['f'])]])))
  expect(read.ok && read.valeur.manquantes).toEqual(['Attestation de vérification d’aptitude.pdf'])
  const [demande] = exampleDossier().demandes
  expect(read.ok && read.valeur.draft.dossier.demandes[0]?.pieces).toEqual({
    FACTURE: demande?.pieces.FACTURE,
    VA: null,
  })
})

test.each<[Partial<Draft>, string]>([
  [{}, 'Brouillon-Labo-des-Lilas-2023-03-15.zip'],
  [{ nom: 'Été : n° 2/3' }, 'Brouillon-Ete-n-2-3-2023-03-15.zip'],
  [{ nom: '', modifieLe: '' }, 'Brouillon.zip'],
])('[export] name of %j is %s', (overrides, nom) => expect(writeNomExport(exampleDraft(overrides))).toBe(nom))

/** A zip made by someone else, of these texts by name. */
async function zipOf(entries: Record<string, string>, level: number): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter(), { level })
  for (const [name, content] of Object.entries(entries)) await writer.add(name, new TextReader(content))
  return writer.close()
}
const draft = { ...exampleDraft(), version: 1 }

describe('[export] a foreign file is refused with a reason', () => {
  test.each<[string, () => Promise<Blob>, string]>([
    ['no zip', () => Promise.resolve(new Blob(['PK, mais non'])), 'illisible'],
    ['nothing', () => Promise.resolve(new Blob([])), 'illisible'],
    ['a cut one', async () => (await writeExport(exampleDraft(), octets)).slice(0, 900), 'illisible'],
    ['a deposit', () => zipOf({ 'BIO-SGL-Val-VA-00001.pdf': '%PDF-' }, 0), 'illisible'],
    ['no JSON', () => zipOf({ 'brouillon.json': '{' }, 0), 'illisible'],
    ['another JSON', () => zipOf({ 'brouillon.json': '[]' }, 0), 'illisible'],
    [
      'a record that swells when unpacked',
      () => zipOf({ 'brouillon.json': JSON.stringify({ draft }) + ' '.repeat(1e6) }, 9),
      'illisible',
    ],
    [
      'a newer draft',
      () => zipOf({ 'brouillon.json': JSON.stringify({ draft: { ...draft, version: 99 } }) }, 0),
      'plusRecent',
    ],
  ])('%s', async (_case, make, raison) => expect(await readExport(await make())).toEqual(refuse(raison)))

  test('an entry named again and again is read once', async () => {
    const entree = { entree: 'pieces/001-VA.pdf', type: '' }
    const record = { draft, entrees: [1, 2, 3].map((id) => ({ ...entree, id: `p${id}` })) }
    const read = await readExport(await zipOf({ 'brouillon.json': JSON.stringify(record), [entree.entree]: 'va' }, 0))
    expect(read.ok && [...read.valeur.pieces.keys()]).toEqual(['p1'])
  })

  test('a pièce whose bytes are damaged is not read', async () => {
    const exported = await writeExport(exampleDraft(), octets)
    const bytes = new Uint8Array(await exported.arrayBuffer())
    const at = new TextDecoder('latin1').decode(bytes).indexOf('attestation')
    bytes[at] = 0
    const damaged = await readExport(new Blob([bytes]))
    expect(damaged.ok && [...damaged.valeur.pieces.keys()]).toEqual(['exemple-FACTURE'])
  })
})

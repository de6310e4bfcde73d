import fc from 'fast-check'
import { expect, test } from 'vitest'
import { profil } from '../format/profil'
import { tailleZip, tailleZipVide } from '../format/tailleZip'
import { exampleDemande, exampleDossier, exemplePieces } from './example'
import { splitDossier, splitSizes, weighDossier } from './split'
import { createChecker } from './checkDossier'
import { noContexte } from './contexte'
import type { Jour } from '../format/jour'

const room = profil.zipTaillePrudente - tailleZipVide

/** How many files a list needs at least, by trying every place of each cut. */
function fewest(sizes: readonly number[]): number {
  const best = [0]
  for (let end = 1; end <= sizes.length; end++) {
    let [taille, least] = [0, Infinity]
    for (let start = end - 1; start >= 0 && end - start <= profil.demandesMax; start--) {
      taille += sizes[start] ?? 0
      if (taille > room) break
      least = Math.min(least, (best[start] ?? Infinity) + 1)
    }
    best[end] = least
  }
  return best[sizes.length] ?? Infinity
}

const lists = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 6_300_000 }), { maxLength: 700 }),
  fc.array(fc.integer({ min: 0, max: room }), { maxLength: 40 }),
  fc
    .array(fc.constantFrom(0, 1, room / 2, room / 2 + 1, room - 1, room), { maxLength: 30 })
    .map((sizes) => sizes.map(Math.floor)),
)

test('[format §6] every demande is in one deposit, in order, within both limits, and no fewer deposits are possible', () => {
  fc.assert(
    fc.property(lists, (sizes) => {
      const ends = splitSizes(sizes)
      const parts = ends.map((end, index) => sizes.slice(ends[index - 1] ?? 0, end))
      expect(parts.flat()).toEqual(sizes)
      for (const part of parts) {
        expect(part.length).toBeGreaterThan(0)
        expect(part.length).toBeLessThanOrEqual(profil.demandesMax)
        expect(part.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(room)
      }
      expect(parts.length).toBe(fewest(sizes))
    }),
  )
})

test.each([
  [0, []],
  [1, [1]],
  [200, [200]],
  [201, [200, 1]],
  [400, [200, 200]],
  [450, [200, 200, 50]],
])('[format §6] %d demandes without weight are cut into %j', (count, expected) => {
  const ends = splitSizes(Array.from({ length: count }, () => 0))
  expect(ends.map((end, index) => end - (ends[index - 1] ?? 0))).toEqual(expected)
})

const heavy = (numeroEditeur: string, taille: number) =>
  exampleDemande({
    id: numeroEditeur,
    numeroEditeur,
    pieces: { FACTURE: exemplePieces.FACTURE && { ...exemplePieces.FACTURE, taille }, VA: null },
  })
const name = 'BIO-SGL-Val-FACTURE-00001.pdf'
const alone = profil.zipTaillePrudente - tailleZip([{ nomFichier: name, taille: 0 }])

test('[format §6] the headers of the zip count: exactly 200 000 000 bytes are one file, one more byte are two', () => {
  const rest = 1_000_000
  const two = (first: number) => exampleDossier({ demandes: [heavy('00001', first), heavy('00002', rest)] })
  const fits = (first: number) => splitDossier(two(first)).map(({ taille }) => taille)
  const told = (first: number) => createChecker()(two(first), noContexte('20/03/2023' as Jour)).depot
  const second =
    profil.zipTaillePrudente -
    tailleZip([
      { nomFichier: name, taille: rest },
      { nomFichier: name, taille: 0 },
    ])
  expect(fits(second)).toEqual([profil.zipTaillePrudente])
  expect(told(second)).toEqual([])
  expect(fits(second + 1)).toHaveLength(2)
  expect(told(second + 1).map(({ regle }) => regle)).toEqual(['zipTaille'])
  expect(fits(alone)[0]).toBe(profil.zipTaillePrudente)
})

test('[format §6] file numbers follow each other, and each lot says which demandes of the list it holds', () => {
  const demandes = Array.from({ length: 450 }, (_, index) => exampleDemande({ id: String(index) }))
  const lots = splitDossier(exampleDossier({ demandes, numeroFichier: '9' }))
  expect(lots.map(({ dossier, premiere, derniere }) => [dossier.entete.numeroFichier, premiere, derniere])).toEqual([
    ['009', 1, 200],
    ['010', 201, 400],
    ['011', 401, 450],
  ])
  expect(lots.flatMap(({ dossier }) => dossier.demandes)).toEqual(demandes)
  expect(weighDossier(exampleDossier({ demandes })).depots).toBe(3)
})

test('[format §6] past 999 the number of a lot is one that the header refuses', () => {
  const demandes = Array.from({ length: 201 }, (_, index) => exampleDemande({ id: String(index) }))
  const lots = splitDossier(exampleDossier({ demandes, numeroFichier: '999' }))
  expect(lots.map(({ dossier }) => dossier.entete.numeroFichier)).toEqual(['999', '1000'])
})

test('a list that fits one file stays the dossier that it was', () => {
  const dossier = exampleDossier()
  expect(splitDossier(dossier)[0]?.dossier).toBe(dossier)
  expect(splitDossier(exampleDossier({ demandes: [] }))).toEqual([])
})

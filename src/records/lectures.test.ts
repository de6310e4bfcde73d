import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleContenu, exampleXml } from '../lecture/examplePage'
import { readContenu } from '../lecture/readContenu'
import { rien } from '../lecture/readTexte'
import { toDocumentLu } from '../lecture/documentLu'
import stored from './fixtures/draft-v1.json'
import { readDraft } from './draft'
import { readLectures } from './lectures'
import { isRecord } from './restore'

const facture = readContenu(
  exampleContenu(`ODYSSEE SGL              FACTURE N° F-2023-0315
SIRET 732 829 320 00074  Date de facture : 15/03/2023
Prestation Ségur, dossier FINBIO000006, numéro éditeur 00001
FINESS 999999991

Total HT                 27 450,00 €
TVA 20 %                 5 490,00 €
Total TTC                32 940,00 €
`),
)
const real = [rien, facture, readContenu(exampleContenu('')), readContenu(exampleXml('<a/>'))]
const stays = (lecture: unknown) => Object.hasOwn(readLectures({ p: lecture }), 'p')

/** Every place in a value, as the keys that lead to it. */
function pathsOf(value: unknown): string[][] {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return entries.flatMap(([key, part]) => [[key], ...pathsOf(part).map((rest) => [key, ...rest])])
}

/** A copy of it, with something else at one place; nothing at all when that is undefined. */
function withAt(value: unknown, [key = '', ...rest]: readonly string[], other: unknown): unknown {
  if (Array.isArray(value))
    return value.map((item: unknown, rank) => (`${rank}` === key ? at(item, rest, other) : item))
  return { ...(isRecord(value) ? value : {}), [key]: at(isRecord(value) ? value[key] : null, rest, other) }
}
const at = (value: unknown, rest: readonly string[], other: unknown) =>
  rest.length === 0 ? other : withAt(value, rest, other)

describe('[lectures] kept readings: the one door', () => {
  test.each(real.map((lecture, rank) => [rank, lecture] as const))(
    'a real reading (%i) comes back as it is',
    (_, lecture) => {
      expect(readLectures(JSON.parse(JSON.stringify({ p: lecture })))).toEqual({ p: lecture })
    },
  )

  test('that of an invoice holds enough to be tried', () => {
    expect(facture).toMatchObject({ montantHT: { valeur: 2_745_000 }, dateFacture: { valeur: '15/03/2023' } })
    expect(pathsOf(facture).length).toBeGreaterThan(60)
  })

  test('nothing to read in a pièce is kept as that', () => {
    expect(readLectures({ p: null })).toEqual({ p: null })
  })

  test.each([[undefined], [null], ['texte'], [12], [[facture]]])('%j holds none', (kept) => {
    expect(readLectures(kept)).toEqual({})
  })

  test('one that lacks any part, however deep, is read anew', () => {
    for (const path of pathsOf(facture)) expect([path, stays(withAt(facture, path, undefined))]).toEqual([path, false])
  })

  test.each([[{}], [['x', 12]], [Number.NaN], [{ valeur: 12 }]])('one with %j at any place is read anew', (other) => {
    for (const path of pathsOf(facture)) expect([path, stays(withAt(facture, path, other))]).toEqual([path, false])
  })

  test.each<[string, string[], unknown]>([
    ['an amount in euros', ['montantHT', 'valeur'], 27450.5],
    ['a day that is none', ['dateFacture', 'valeur'], '31/02/2023'],
    ['a SIRET with a wrong length', ['sirets', '0', 'valeur'], '7328293200007'],
    ['a FINESS of eight digits', ['finess', '0', 'valeur'], '99999999'],
    ['a type that is unknown', ['type', 'valeur'], 'DEVIS'],
    ['a role that is unknown', ['sirets', '0', 'role'], 'payeur'],
    ['a source that is unknown', ['montantHT', 'source'], 'image'],
  ])('one with %s is read anew', (_, path, other) => {
    expect(stays(withAt(facture, path, other))).toBe(false)
  })

  test('a damaged one takes no other along', () => {
    expect(readLectures({ a: facture, b: { ...facture, montants: 'x' }, c: rien })).toEqual({ a: facture, c: rien })
  })

  test('whatever shape is stored, what comes back fits: it can be judged, and has every part of a reading', () => {
    const parts = fc.record(
      Object.fromEntries(
        Object.entries(facture).map(([key, part]) => [key, fc.oneof(fc.constant(part), fc.anything())]),
      ),
    )
    const kept = fc.dictionary(fc.string(), fc.oneof(parts, fc.constantFrom(...real), fc.anything()))
    fc.assert(
      fc.property(fc.oneof(kept, fc.anything()), (shape) => {
        for (const lecture of Object.values(readLectures(shape))) {
          if (lecture === null) continue
          expect(Object.keys(lecture)).toEqual(expect.arrayContaining(Object.keys(rien)))
          expect(() => toDocumentLu(lecture)).not.toThrow()
        }
      }),
    )
  })
})

test('[lectures] those of a stored draft come back as they were, but for those to be read anew', () => {
  const read = readDraft(stored)
  const kept: Record<string, unknown> = stored.extra.lectures
  const lectures = read.ok ? readLectures(read.valeur.extra.lectures) : {}
  expect(lectures['exemple-VA']).toBeNull()
  for (const [id, lecture] of Object.entries(lectures)) expect(lecture).toEqual(kept[id])
})

test('[draft] a stored draft of today’s version opens with everything it holds', () => {
  const { version: _, ...draft } = stored
  expect(readDraft(stored)).toEqual({ ok: true, valeur: draft })
})

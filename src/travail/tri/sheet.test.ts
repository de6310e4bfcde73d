import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { profil } from '../../format/profil'
import { fichier, pret, triOf } from './exampleSheet'
import { countPlaced, groupesOf, partsOf } from './groupes'
import { createSheet, createTriStore, pretsOf, type Element, type Tri } from './sheet'

const refus: Element = {
  ...{ id: 'r', nom: 'r.doc', dossier: 'labo/', fichier },
  etat: { kind: 'refus', faute: 'Format inconnu.', remede: '', recours: null },
}
const ciblesOf = (tri: Tri) => Object.fromEntries(pretsOf(tri).map(({ id, cible }) => [id, cible]))

describe('[groupes] documents by place', () => {
  const element = fc.record({
    cible: fc.constantFrom(null, 'a', 'b', 'nouvelle-1'),
    type: fc.constantFrom(null, ...profil.typesFichier),
  })
  const elements = fc.array(element, { maxLength: 12 }).map((parts) => parts.map((part, rank) => pret(`${rank}`, part)))

  test('each document with a demande and a type is in one group, in the order of the sheet', () =>
    fc.assert(
      fc.property(elements, (all) => {
        const ready = pretsOf(triOf(...all))
        const groupes = groupesOf(ready)
        const placed = ready.filter(({ cible, type }) => cible !== null && type !== null)
        expect(
          groupes
            .flatMap(({ documents }) => documents)
            .map(({ id }) => id)
            .sort(),
        ).toEqual(placed.map(({ id }) => id).sort())
        expect(countPlaced(ready)).toBe(placed.length)
        for (const { cible, type, documents } of groupes) {
          const ranks = documents.map(({ id }) => Number(id))
          expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
          for (const document of documents) expect(document).toMatchObject({ cible, type })
        }
      }),
    ))

  test('no two groups are for one place', () =>
    fc.assert(
      fc.property(elements, (all) => {
        const places = groupesOf(pretsOf(triOf(...all))).map(({ cible, type }) => `${cible} ${type}`)
        expect(new Set(places).size).toBe(places.length)
      }),
    ))

  test('what each demande gets is what its places get', () =>
    fc.assert(
      fc.property(elements, (all) => {
        const ready = pretsOf(triOf(...all))
        const parts = partsOf(ready)
        expect(new Set(parts.map(({ cible }) => cible)).size).toBe(parts.length)
        const places = parts.flatMap(({ cible, documents }) =>
          profil.typesFichier.map((type) => ({ cible, type, documents: documents[type] })),
        )
        const groupes = groupesOf(ready)
        expect(places.filter(({ documents }) => documents.length > 0)).toHaveLength(groupes.length)
        for (const groupe of groupes) expect(places).toContainEqual(groupe)
      }),
    ))

  test('a refused file is in none', () => {
    expect(groupesOf(pretsOf(triOf(refus)))).toEqual([])
  })
})

describe('[sheet] changes of the sheet that is open', () => {
  const open = (...elements: Element[]) => {
    const store = createTriStore()
    store.setState({ tri: triOf(...elements) })
    return { store, sheet: createSheet(store), elements: () => store.getState().tri?.elements ?? [] }
  }

  test('without one they do nothing', () => {
    const store = createTriStore()
    const sheet = createSheet(store)
    sheet.setTravail({ texte: 'x', share: 0 })
    sheet.move('a', 1)
    sheet.changePret('a', { cible: 'b' })
    expect(store.getState().tri).toBeNull()
  })

  test('a guess is changed for that document alone, and a refused file has none', () => {
    const { sheet, store, elements } = open(pret('a'), pret('b'), refus)
    sheet.changePret('a', { cible: 'x', type: 'VA' })
    sheet.changePret('r', { cible: 'x' })
    expect(ciblesOf(store.getState().tri ?? triOf())).toEqual({ a: 'x', b: null })
    expect(elements()[0]?.etat).toMatchObject({ type: 'VA', raisonType: '', raisonCible: '', choisi: true })
    expect(elements()[1]?.etat).toMatchObject({ choisi: false })
    expect(elements()[2]).toBe(refus)
  })

  test('a file made of another one is to be examined, under its own name on the sheet', () => {
    const { sheet, elements } = open(refus)
    sheet.setFichier('r', { ...fichier, name: 'r.pdf' })
    expect(elements()).toEqual([
      { id: 'r', nom: 'r.pdf', dossier: 'labo/', fichier: { ...fichier, name: 'r.pdf' }, etat: { kind: 'attente' } },
    ])
  })

  test.each<[string, -1 | 1, string[]]>([
    ['a', -1, ['a', 'b', 'c']],
    ['a', 1, ['b', 'a', 'c']],
    ['c', 1, ['a', 'b', 'c']],
    ['c', -1, ['a', 'c', 'b']],
    ['z', 1, ['a', 'b', 'c']],
  ])('moving %s by %i', (id, by, order) => {
    const { sheet, elements } = open(pret('a'), pret('b'), pret('c'))
    sheet.move(id, by)
    expect(elements().map((one) => one.id)).toEqual(order)
  })

  test('a move there and back leaves the order as it was', () =>
    fc.assert(
      fc.property(fc.nat(3), fc.constantFrom(1 as const, -1 as const), (rank, by) => {
        const { sheet, elements } = open(...['0', '1', '2', '3'].map((id) => pret(id)))
        const before = elements().map(({ id }) => id)
        const edge = before[rank + by] === undefined
        sheet.move(`${rank}`, by)
        if (!edge) sheet.move(`${rank}`, by === 1 ? -1 : 1)
        expect(elements().map(({ id }) => id)).toEqual(before)
      }),
    ))
})

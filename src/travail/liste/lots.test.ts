import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyDemande, type Demande, type Saisie } from '../../dossier/dossier'
import { exampleDossier } from '../../dossier/example'
import { applyEdits, invertEdits, type Edit } from '../edits'
import { deplacementEdit, ecartOf, retraitEdits, valeursEdits, type Destination } from './lots'

const names = ['a', 'b', 'c', 'd', 'e', 'f']
const demande = (id: string, saisie: Partial<Saisie> = {}): Demande => {
  const empty = emptyDemande(id)
  return { ...empty, saisie: { ...empty.saisie, ...saisie } }
}
const list = (ids: readonly string[]) => ids.map((id) => demande(id))
const run = (demandes: readonly Demande[], edits: readonly Edit[]) =>
  applyEdits(exampleDossier({ demandes }), edits).dossier.demandes
const ids = (demandes: readonly Demande[]) => demandes.map(({ id }) => id)

const some = fc.uniqueArray(fc.constantFrom(...names), { maxLength: 6 })
const chosen = fc.uniqueArray(fc.constantFrom(...names, 'gone'), { maxLength: 7 }).map((all) => new Set(all))
const vers: fc.Arbitrary<Destination> = fc.oneof(
  fc.constantFrom<Destination>('debut', 'fin'),
  fc.record({ avant: fc.integer({ min: -1, max: 9 }) }),
)

describe('[lots] moving', () => {
  test.each<[string[], Destination, string]>([
    [['b'], 'debut', 'bacdef'],
    [['b', 'e'], 'debut', 'beacdf'],
    [['e', 'b'], 'fin', 'acdfbe'],
    [['a'], { avant: 3 }, 'bacdef'],
    [['e', 'f'], { avant: 2 }, 'aefbcd'],
    // Before one that moves along: before the next that stays.
    [['c', 'd'], { avant: 4 }, 'abcdef'],
    [['a', 'd'], { avant: 4 }, 'bcadef'],
    [['a'], { avant: 7 }, 'bcdefa'],
    [['a'], { avant: 99 }, 'bcdefa'],
    [['f'], { avant: 0 }, 'fabcde'],
  ])('%j to %j gives %s', (moved, where, order) => {
    const edit = deplacementEdit(list(names), new Set(moved), where)
    expect(ids(run(list(names), edit ? [edit] : [])).join('')).toBe(order)
  })

  test('nothing is lost or doubled, those moved stay in their order, so do the others, and it can be taken back', () => {
    fc.assert(
      fc.property(some, chosen, vers, (all, moved, where) => {
        const edit = deplacementEdit(list(all), moved, where)
        const edits = edit ? [edit] : []
        const after = ids(run(list(all), edits))
        expect([...after].sort()).toEqual([...all].sort())
        expect(after.filter((id) => moved.has(id))).toEqual(all.filter((id) => moved.has(id)))
        expect(after.filter((id) => !moved.has(id))).toEqual(all.filter((id) => !moved.has(id)))
        expect(edit === null).toBe(after.join() === all.join())
        expect(ids(run(run(list(all), edits), invertEdits(edits)))).toEqual(all)
      }),
    )
  })
})

describe('[lots] removing', () => {
  test('takes out what is chosen and nothing else; taken back, each is at its place again', () => {
    fc.assert(
      fc.property(some, chosen, (all, out) => {
        const edits = retraitEdits(list(all), out)
        const left = run(list(all), edits)
        expect(ids(left)).toEqual(all.filter((id) => !out.has(id)))
        expect(ids(run(left, invertEdits(edits)))).toEqual(all)
      }),
    )
  })
})

const saisies = fc.record({
  dateFacture: fc.constantFrom('', '15/03/2023', '16/03/2023'),
  isDirectToDMP: fc.constantFrom(null, true, false),
  identDMP: fc.constantFrom<string[]>([], ['1999999991'], ['1999999991', '2']),
})

describe('[lots] giving values', () => {
  test('says how many are empty, the same, or another', () => {
    const demandes = ['', ' ', '15/03/2023', '16/03/2023', '16/3/2023'].map((dateFacture, index) =>
      demande(String(index), { dateFacture }),
    )
    expect(ecartOf(demandes, { dateFacture: '15/03/2023' }, 'dateFacture')).toEqual({
      vides: 2,
      pareilles: 1,
      autres: 2,
    })
    expect(ecartOf(list(names), { isDirectToDMP: false }, 'isDirectToDMP')).toEqual({
      vides: 6,
      pareilles: 0,
      autres: 0,
    })
    expect(ecartOf(list(names), { identDMP: ['1'] }, 'identDMP')).toEqual({ vides: 6, pareilles: 0, autres: 0 })
  })

  test('every demande has them after, other values stand, and one step back gives all back', () => {
    fc.assert(
      fc.property(fc.array(saisies, { maxLength: 6 }), saisies, (standing, given) => {
        const before = standing.map((saisie, index) => demande(String(index), { ...saisie, montantCommande: '1' }))
        const edits = valeursEdits(before, given)
        const after = run(before, edits)
        expect(after.map(({ saisie }) => saisie)).toEqual(before.map(({ saisie }) => ({ ...saisie, ...given })))
        expect(edits.length).toBe(after.filter((one, index) => one !== before[index]).length)
        expect(run(after, invertEdits(edits))).toEqual(before)
      }),
    )
  })

  test('counts add up to all of them', () => {
    fc.assert(
      fc.property(fc.array(saisies, { maxLength: 6 }), saisies, (standing, { identDMP }) => {
        const demandes = standing.map((saisie, index) => demande(String(index), saisie))
        const { vides, pareilles, autres } = ecartOf(demandes, { identDMP }, 'identDMP')
        expect(vides + pareilles + autres).toBe(demandes.length)
      }),
    )
  })
})

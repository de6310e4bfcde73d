import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyDemande, type Demande, type Dossier, type Piece } from '../dossier/dossier'
import { exampleDemande, exampleDossier, exemplePieces } from '../dossier/example'
import { profil } from '../format/profil'
import { applyEdits, invertEdits, sameDemande, sameValue, type Edit } from './edits'

const piece = (id: string): Piece => ({
  ...{ id, nomOriginal: `${id}.pdf`, formatFichier: 'PDF', taille: 10, empreinte: id },
  ...{ pages: 1, remarques: [], documents: 1 },
})
const demande = (id: string, numeroEditeur = ''): Demande => ({
  ...emptyDemande(id),
  saisie: { ...emptyDemande(id).saisie, numeroEditeur },
})
const dossierOf = (...ids: string[]): Dossier => exampleDossier({ demandes: ids.map((id) => demande(id)) })
const ids = ({ demandes }: Dossier) => demandes.map(({ id }) => id)

/** What a clerk may do to a dossier; the numbers are reduced to what is there. */
type Act =
  | { kind: 'add'; at: number }
  | { kind: 'remove'; at: number }
  | { kind: 'type'; at: number; text: string; list: string[] }
  | { kind: 'attach'; at: number; type: 'FACTURE' | 'VA' }
  | { kind: 'detach'; at: number; type: 'FACTURE' | 'VA' }
  | { kind: 'move'; at: number }
  | { kind: 'shuffle'; by: number }

const at = fc.nat(7)
const type = fc.constantFrom(...profil.typesFichier)
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), at }),
  fc.record({ kind: fc.constant('remove' as const), at }),
  fc.record({
    kind: fc.constant('type' as const),
    at,
    text: fc.constantFrom('', '00001', '00002'),
    list: fc.array(fc.constantFrom('999999991', '999999992'), { maxLength: 2 }),
  }),
  fc.record({ kind: fc.constant('attach' as const), at, type }),
  fc.record({ kind: fc.constant('detach' as const), at, type }),
  fc.record({ kind: fc.constant('move' as const), at }),
  fc.record({ kind: fc.constant('shuffle' as const), by: fc.nat(5) }),
)

/** The changes that an act comes to in a dossier; `rank` makes ids of their own. */
function editsOf({ demandes }: Dossier, one: Act, rank: number): Edit[] {
  if (one.kind === 'add') {
    const apres = one.at === 0 ? null : (demandes[(one.at - 1) % Math.max(1, demandes.length)]?.id ?? null)
    return [{ kind: 'demande', apres, before: null, after: demande(`nouvelle-${rank}`) }]
  }
  if (one.kind === 'shuffle') {
    const before = demandes.map(({ id }) => id)
    const cut = one.by % Math.max(1, before.length)
    return [{ kind: 'ordre', before, after: [...before.slice(cut), ...before.slice(0, cut)] }]
  }
  const index = one.at % Math.max(1, demandes.length)
  const standing = demandes[index]
  if (!standing) return []
  const { id, saisie, pieces } = standing
  switch (one.kind) {
    case 'remove':
      return [{ kind: 'demande', apres: demandes[index - 1]?.id ?? null, before: standing, after: null }]
    case 'type':
      return [
        {
          kind: 'saisie',
          demande: id,
          before: { numeroEditeur: saisie.numeroEditeur, beneficiaires: saisie.beneficiaires },
          after: { numeroEditeur: one.text, beneficiaires: one.list },
        },
      ]
    case 'attach':
      return [{ kind: 'piece', demande: id, type: one.type, before: pieces[one.type], after: piece(`piece-${rank}`) }]
    case 'detach':
      return [{ kind: 'piece', demande: id, type: one.type, before: pieces[one.type], after: null }]
    case 'move': {
      const other = demandes[index + 1]?.id
      return other === undefined ? [] : [{ kind: 'ordre', before: [id, other], after: [other, id] }]
    }
  }
}

/** Does acts one after the other; gives the changes of each. */
function perform(start: Dossier, acts: readonly Act[], firstRank = 0) {
  const steps: Edit[][] = []
  let dossier = start
  for (const [rank, one] of acts.entries()) {
    const { done, ...applied } = applyEdits(dossier, editsOf(dossier, one, firstRank + rank))
    dossier = applied.dossier
    steps.push(done)
  }
  return { dossier, steps }
}

const start = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 })
  .map((names) => dossierOf(...names))
const acts = fc.array(act, { maxLength: 12 })

describe('[edits] undo as data', () => {
  test('a change turned round gives back what stood before: invert(apply(x)) is x', () =>
    fc.assert(
      fc.property(start, acts, (before, some) => {
        const { dossier, steps } = perform(before, some)
        const back = applyEdits(dossier, invertEdits(steps.flat()))
        expect(back.restes).toEqual([])
        expect(back.dossier).toEqual(before)
      }),
    ))

  test('turned round twice, it is itself', () =>
    fc.assert(
      fc.property(start, acts, (before, some) => {
        const edits = perform(before, some).steps.flat()
        expect(invertEdits(invertEdits(edits))).toEqual(edits)
      }),
    ))

  test('what is undone and done again stands as it did', () =>
    fc.assert(
      fc.property(start, acts, (before, some) => {
        const { dossier, steps } = perform(before, some)
        const edits = steps.flat()
        const back = applyEdits(dossier, invertEdits(edits))
        expect(applyEdits(back.dossier, edits).dossier).toEqual(dossier)
      }),
    ))

  test('what is done and what remains are together all that was asked, and a dossier is never changed in place', () =>
    fc.assert(
      fc.property(start, acts, start, (before, some, other) => {
        const edits = perform(before, some).steps.flat()
        const frozen = structuredClone(other)
        const { done, restes } = applyEdits(other, edits)
        expect(done.length + restes.length).toBe(edits.length)
        expect(other).toEqual(frozen)
      }),
    ))

  test('later work is never taken along: each pièce and value set after an act stands when that act is undone', () =>
    fc.assert(
      fc.property(start, acts, act, acts, (before, earlier, one, later) => {
        const first = perform(before, earlier)
        const step = perform(first.dossier, [one], 100)
        const last = perform(step.dossier, later, 200)
        const { dossier } = applyEdits(last.dossier, invertEdits(step.steps.flat()))
        const find = (id: string) => dossier.demandes.find((found) => found.id === id)
        for (const standing of last.dossier.demandes) {
          const touchedLater = last.steps
            .flat()
            .some((edit) => (edit.kind === 'piece' || edit.kind === 'saisie') && edit.demande === standing.id)
          if (!touchedLater) continue
          const before = step.dossier.demandes.find(({ id }) => id === standing.id)
          const now = find(standing.id)
          // Unless it says again what the act said.
          if (before && sameDemande(before, standing)) continue
          expect(now).toBeDefined()
          for (const kind of profil.typesFichier)
            if (standing.pieces[kind]?.id !== before?.pieces[kind]?.id)
              expect(now?.pieces[kind]).toEqual(standing.pieces[kind])
        }
      }),
    ))

  test('demandes that an undo does not speak of keep their identity, so that nothing of them is judged anew', () =>
    fc.assert(
      fc.property(start, act, (before, one) => {
        const edits = editsOf(before, one, 0)
        const named = new Set(edits.flatMap((edit) => ('demande' in edit ? [edit.demande] : [])))
        const { dossier } = applyEdits(before, edits)
        for (const standing of before.demandes)
          if (!named.has(standing.id) && dossier.demandes.some(({ id }) => id === standing.id))
            expect(dossier.demandes).toContain(standing)
      }),
    ))
})

describe('[edits] a change whose ground was changed is refused, and changes nothing', () => {
  const facture = piece('facture')
  const filled: Demande = { ...demande('a', '00001'), pieces: { FACTURE: facture, VA: null } }
  const before = exampleDossier({ demandes: [filled, demande('b')] })
  test.each<[string, Edit, string]>([
    [
      'a demande is there already',
      { kind: 'demande', apres: null, before: null, after: demande('a') },
      'demandeChangee',
    ],
    [
      'a demande that goes is gone',
      { kind: 'demande', apres: null, before: demande('z'), after: null },
      'demandeAbsente',
    ],
    ['no demande is named', { kind: 'demande', apres: null, before: null, after: null }, 'demandeAbsente'],
    [
      'a demande that goes was filled in',
      { kind: 'demande', apres: null, before: demande('a', '00001'), after: null },
      'demandeChangee',
    ],
    [
      'a demande that goes was typed in',
      { kind: 'demande', apres: null, before: { ...filled, saisie: demande('a').saisie }, after: null },
      'demandeChangee',
    ],
    [
      'the place of a pièce is no longer empty',
      { kind: 'piece', demande: 'a', type: 'FACTURE', before: null, after: piece('autre') },
      'pieceChangee',
    ],
    [
      'another pièce stands there',
      { kind: 'piece', demande: 'a', type: 'FACTURE', before: piece('autre'), after: null },
      'pieceChangee',
    ],
    [
      'a pièce that goes is gone',
      { kind: 'piece', demande: 'a', type: 'VA', before: piece('va'), after: null },
      'pieceChangee',
    ],
    [
      'the demande of a pièce is gone',
      { kind: 'piece', demande: 'z', type: 'VA', before: null, after: facture },
      'demandeAbsente',
    ],
    [
      'another value was typed',
      { kind: 'saisie', demande: 'a', before: { numeroEditeur: '' }, after: { numeroEditeur: '00009' } },
      'saisieChangee',
    ],
    [
      'a list has another item',
      { kind: 'saisie', demande: 'a', before: { beneficiaires: ['999999991'] }, after: { beneficiaires: [] } },
      'saisieChangee',
    ],
    ['its demande is gone', { kind: 'saisie', demande: 'z', before: {}, after: {} }, 'demandeAbsente'],
    ['the order is another', { kind: 'ordre', before: ['b', 'a'], after: ['a', 'b'] }, 'ordreChange'],
  ])('%s', (_, edit, raison) => {
    const applied = applyEdits(before, [edit])
    expect(applied.dossier).toBe(before)
    expect(applied).toMatchObject({ done: [], restes: [{ edit, raison }] })
  })

  test('what can be done of several is done, and the rest is named', () => {
    const { dossier, done, restes } = applyEdits(before, [
      { kind: 'piece', demande: 'a', type: 'FACTURE', before: piece('autre'), after: null },
      { kind: 'piece', demande: 'a', type: 'VA', before: null, after: piece('va') },
    ])
    expect(done).toHaveLength(1)
    expect(restes.map(({ raison }) => raison)).toEqual(['pieceChangee'])
    expect(dossier.demandes[0]?.pieces).toEqual({ FACTURE: facture, VA: piece('va') })
  })
})

describe('[edits] an item of a list is taken back alone', () => {
  const withList = (beneficiaires: string[]): Dossier =>
    exampleDossier({ demandes: [{ ...demande('a'), saisie: { ...demande('a').saisie, beneficiaires } }] })
  const listOf = ({ demandes: [first] }: Dossier) => first?.saisie.beneficiaires
  const change = (before: string[], after: string[]): Edit => ({
    kind: 'saisie',
    demande: 'a',
    before: { beneficiaires: before },
    after: { beneficiaires: after },
  })
  const item = fc.constantFrom<string[]>('1', '2', '3', '4', '5', '6', '7', '8')

  test.each<[string, string[], string[], string[], string[]]>([
    ['removed, another typed since', ['1', '2', '3'], ['1', '3'], ['1', '3', '4'], ['1', '2', '3', '4']],
    ['removed at the head', ['1', '2'], ['2'], ['2', '4'], ['1', '2', '4']],
    ['removed, the one before it gone since', ['1', '2', '3'], ['1', '3'], ['3'], ['2', '3']],
    ['several that were suggested', ['1'], ['1', '2', '3'], ['1', '2', '3', '4'], ['1', '4']],
    ['one of them removed since', ['1'], ['1', '2', '3'], ['1', '3'], ['1']],
  ])('%s', (_, before, after, standing, back) => {
    const applied = applyEdits(withList(standing), invertEdits([change(before, after)]))
    expect(listOf(applied.dossier)).toEqual(back)
    expect(applied.restes).toEqual([])
  })

  test('where it stands there again by other ways nothing changes, and it is said', () => {
    const standing = withList(['1', '2'])
    const applied = applyEdits(standing, invertEdits([change(['2'], [])]))
    expect(applied.dossier).toBe(standing)
    expect(applied.restes.map(({ raison }) => raison)).toEqual(['saisieChangee'])
  })

  test('amounts that are added up are no such list: they stand in their rows', () => {
    const typed = { montantsAdditionnes: ['1,00', '2,00'] }
    const standing = exampleDossier({ demandes: [{ ...demande('a'), saisie: { ...demande('a').saisie, ...typed } }] })
    const edit: Edit = {
      kind: 'saisie',
      demande: 'a',
      before: { montantsAdditionnes: ['1,00'] },
      after: { montantsAdditionnes: ['1,00', '3,00'] },
    }
    expect(applyEdits(standing, [edit]).dossier).toBe(standing)
  })

  test('whatever came or went since stays as it is, and each item is there once', () =>
    fc.assert(
      fc.property(fc.uniqueArray(item), fc.uniqueArray(item), fc.uniqueArray(item), (before, after, standing) => {
        const list = listOf(applyEdits(withList(standing), [change(before, after)]).dossier) ?? []
        const touched = new Set([...before, ...after].filter((one) => before.includes(one) !== after.includes(one)))
        expect(list.filter((one) => !touched.has(one)).sort()).toEqual(
          standing.filter((one) => !touched.has(one)).sort(),
        )
        expect(new Set(list).size).toBe(list.length)
        expect([...touched].filter((one) => list.includes(one)).sort()).toEqual(
          after.filter((one) => touched.has(one)).sort(),
        )
      }),
    ))
})

describe('[edits] places', () => {
  const insert = (apres: string | null): Edit => ({ kind: 'demande', apres, before: null, after: demande('n') })

  test.each([
    [null, ['n', 'a', 'b']],
    ['a', ['a', 'n', 'b']],
    ['b', ['a', 'b', 'n']],
    ['gone', ['a', 'b', 'n']],
  ])('a demande comes after %s', (apres, order) => {
    expect(ids(applyEdits(dossierOf('a', 'b'), [insert(apres)]).dossier)).toEqual(order)
  })

  test('an order speaks of the demandes it names: those added between stay where they are', () => {
    const edit: Edit = { kind: 'ordre', before: ['a', 'b', 'c'], after: ['c', 'b', 'a'] }
    expect(ids(applyEdits(dossierOf('a', 'x', 'b', 'c'), [edit]).dossier)).toEqual(['c', 'x', 'b', 'a'])
  })

  test('an order goes on without the demandes that were removed since', () => {
    const edit: Edit = { kind: 'ordre', before: ['a', 'b', 'c'], after: ['c', 'b', 'a'] }
    expect(ids(applyEdits(dossierOf('a', 'c'), [edit]).dossier)).toEqual(['c', 'a'])
  })
})

describe('[edits] what says the same', () => {
  test.each([
    ['', '', true],
    ['a', 'b', false],
    [['a'], ['a'], true],
    [['a'], ['a', 'b'], false],
    [['a', 'b'], ['b', 'a'], false],
    [[], '', false],
    [null, false, false],
  ])('%j and %j: %s', (a, b, same) => expect(sameValue(a, b)).toBe(same))

  test('a demande is its values and its pièces, not its object', () => {
    const one = exampleDemande()
    expect(sameDemande(one, structuredClone(one))).toBe(true)
    expect(sameDemande(one, exampleDemande({ montantCommande: '1' }))).toBe(false)
    expect(sameDemande(one, exampleDemande({ pieces: { ...exemplePieces, VA: null } }))).toBe(false)
    expect(sameDemande(one, exampleDemande({ beneficiaires: [] }))).toBe(false)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toCentimes } from '../../format/montant'
import { profil } from '../../format/profil'
import type { Lecture, Lu } from '../../lecture/lecture'
import { rien } from '../../lecture/readTexte'
import type { Finess } from '../../dossier/finess'
import { countPlaced, groupesOf } from './groupes'
import { isNouvelle, nouvelleFor, planNouvelles } from './nouvelles'
import { createSheet, createTriStore, pretsOf, type Element, type Pret, type Tri } from './sheet'

const fichier = { name: 'x.pdf', size: 1, type: 'application/pdf' }
const lu = <T>(valeur: T): Lu<T> => ({
  ...{ valeur, sure: true, source: 'texte', page: 1, cadre: null },
  ...{ imprime: '', doute: null },
})
const pret = (id: string, part: Partial<Pret> = {}, nom = `${id}.pdf`): Element => ({
  id,
  nom,
  fichier,
  etat: {
    kind: 'pret',
    piece: {
      ...{ id: `p-${id}`, nomOriginal: nom, formatFichier: 'PDF', taille: 1, empreinte: id },
      ...{ pages: 1, remarques: [], documents: 1 },
    },
    octets: fichier,
    lecture: null,
    ...{ type: null, raisonType: '', cible: null, raisonCible: '', double: null },
    ...part,
  },
})
const refus: Element = {
  ...{ id: 'r', nom: 'r.doc', fichier },
  etat: { kind: 'refus', faute: 'Format inconnu.', remede: '', recours: null },
}
const triOf = (...elements: Element[]): Tri => ({ elements, travail: null })
const lecture = (part: Partial<Lecture>): Lecture => ({ ...rien, texteLisible: true, ...part })
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

  test('a refused file is in none', () => {
    expect(groupesOf(pretsOf(triOf(refus)))).toEqual([])
  })
})

describe('[nouvelles] a demande to be made for each invoice without one', () => {
  test('and the attestation with the same number in its ASP name goes along', () => {
    const planned = planNouvelles(
      triOf(
        pret('f1', { type: 'FACTURE' }, 'BIO-SGL-Val-FACTURE-00001.pdf'),
        pret('f2', { type: 'FACTURE' }, 'BIO-SGL-Val-FACTURE-00002.pdf'),
        pret('v2', { type: 'VA' }, 'BIO-SGL-Va1-VA-00002.pdf'),
      ),
    )
    expect(ciblesOf(planned)).toEqual({ f1: nouvelleFor('f1'), f2: nouvelleFor('f2'), v2: nouvelleFor('f2') })
  })

  test.each<[string, Partial<Lecture>, Partial<Lecture>, boolean]>([
    ['the same numéro de dossier', { numeroASP: lu('FINBIO000006') }, { numeroASP: lu('FINBIO000006') }, true],
    ['another numéro de dossier', { numeroASP: lu('FINBIO000006') }, { numeroASP: lu('FINBIO000007') }, false],
    ['a FINESS of it', { finess: [lu('999999991' as Finess)] }, { finess: [lu('999999991' as Finess)] }, true],
    ['another FINESS', { finess: [lu('999999991' as Finess)] }, { finess: [lu('999999992' as Finess)] }, false],
    ['nothing', {}, {}, false],
    ['the same amount only', { montants: amounts(1) }, { montants: amounts(1) }, false],
  ])('an attestation that says %s', (_, invoice, attestation, along) => {
    const planned = planNouvelles(
      triOf(
        pret('f', { type: 'FACTURE', lecture: lecture(invoice) }),
        pret('v', { type: 'VA', lecture: lecture(attestation) }),
      ),
    )
    expect(ciblesOf(planned)).toEqual({ f: nouvelleFor('f'), v: along ? nouvelleFor('f') : null })
  })

  test('an attestation that speaks of two invoices waits for the clerk', () => {
    const both = lecture({ finess: [lu('999999991' as Finess)] })
    const planned = planNouvelles(
      triOf(
        pret('f1', { type: 'FACTURE', lecture: both }),
        pret('f2', { type: 'FACTURE', lecture: both }),
        pret('v', { type: 'VA', lecture: both }),
      ),
    )
    expect(ciblesOf(planned).v).toBeNull()
  })

  test('a document that has its place keeps it, one of no type stays', () => {
    const planned = planNouvelles(triOf(pret('f', { type: 'FACTURE', cible: 'a' }), pret('x'), refus))
    expect(ciblesOf(planned)).toEqual({ f: 'a', x: null })
    expect(planned.elements[2]).toBe(refus)
  })

  test('a place to be made is told from a demande', () => {
    expect(isNouvelle(nouvelleFor('x'))).toBe(true)
    expect(isNouvelle('x')).toBe(false)
  })
})

function amounts(...valeurs: number[]) {
  return valeurs.flatMap((valeur) => toCentimes(valeur) ?? [])
}

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
    expect(elements()[2]).toBe(refus)
  })

  test('a file made of another one is to be examined, under its own name on the sheet', () => {
    const { sheet, elements } = open(refus)
    sheet.setFichier('r', { ...fichier, name: 'r.pdf' })
    expect(elements()).toEqual([
      { id: 'r', nom: 'r.pdf', fichier: { ...fichier, name: 'r.pdf' }, etat: { kind: 'attente' } },
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

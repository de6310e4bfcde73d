import { describe, expect, test } from 'vitest'
import type { Finess } from '../../dossier/finess'
import { exampleDemande } from '../../dossier/example'
import { emptyDemande } from '../../dossier/dossier'
import { toCentimes } from '../../format/montant'
import type { Lecture } from '../../lecture/lecture'
import { lecture, lu, pret, triOf } from './exampleSheet'
import { departOf, isNouvelle, nouvelleFor, planNouvelles, sansDemande } from './nouvelles'
import { pretsOf, type Tri } from './sheet'

const ciblesOf = (tri: Tri) => Object.fromEntries(pretsOf(tri).map(({ id, cible }) => [id, cible]))
const raisonsOf = (tri: Tri) => Object.fromEntries(pretsOf(tri).map(({ id, raisonCible }) => [id, raisonCible]))
const facture = (id: string, part: Partial<Lecture> = {}, nom?: string) =>
  pret(id, { type: 'FACTURE', lecture: lecture(part) }, nom)
const va = (id: string, part: Partial<Lecture> = {}, nom?: string) =>
  pret(id, { type: 'VA', lecture: lecture(part) }, nom)
const dossier = (numero: string) => ({ numeroASP: lu(numero) })
const sites = (...finess: string[]) => ({ finess: finess.map((one) => lu(one as Finess)) })

describe('[nouvelles] a demande to be made for each invoice without one', () => {
  test('and the attestation with the same number in its ASP name goes along', () => {
    const planned = planNouvelles(
      triOf(
        facture('f1', {}, 'BIO-SGL-Val-FACTURE-00001.pdf'),
        facture('f2', {}, 'BIO-SGL-Val-FACTURE-00002.pdf'),
        va('v2', {}, 'BIO-SGL-Va1-VA-00002.pdf'),
      ),
    )
    expect(ciblesOf(planned)).toEqual({ f1: nouvelleFor('f1'), f2: nouvelleFor('f2'), v2: nouvelleFor('f2') })
  })

  test.each<[string, Partial<Lecture>, Partial<Lecture>, boolean]>([
    ['the same numéro de dossier', dossier('FINBIO000006'), dossier('FINBIO000006'), true],
    ['another numéro de dossier', dossier('FINBIO000006'), dossier('FINBIO000007'), false],
    ['a FINESS of it', sites('999999991'), sites('999999991'), true],
    ['a FINESS of it, but another numéro de dossier', both('FINBIO000006'), both('FINBIO000007'), false],
    ['another FINESS', sites('999999991'), sites('999999992'), false],
    ['nothing', {}, {}, false],
    ['the same amount only', { montants: amounts(1) }, { montants: amounts(1) }, false],
  ])('an attestation that says %s, among others', (_, invoice, attestation, along) => {
    const planned = planNouvelles(triOf(facture('f', invoice), facture('g'), va('v', attestation), va('w')))
    expect(ciblesOf(planned).v).toBe(along ? nouvelleFor('f') : null)
  })

  test.each<[string, Partial<Lecture>, Partial<Lecture>, boolean]>([
    ['that say nothing of each other', sites('999999991'), {}, true],
    ['of two numéros de dossier', dossier('FINBIO000006'), dossier('FINBIO000007'), false],
    ['of other sites', sites('999999991'), sites('999999992'), false],
  ])('one invoice and one attestation %s: together unless they contradict', (_, invoice, attestation, along) => {
    const planned = planNouvelles(triOf(facture('f', invoice), va('v', attestation)))
    expect(ciblesOf(planned)).toEqual({ f: nouvelleFor('f'), v: along ? nouvelleFor('f') : null })
    if (along) expect(raisonsOf(planned).v).toBe('seule attestation pour la seule facture')
  })

  test('guide §3.2: invoices of one numéro de dossier are one demande, with its attestation', () => {
    const planned = planNouvelles(
      triOf(
        facture('f1', dossier('FINBIO000012')),
        facture('g', dossier('FINBIO000013')),
        facture('f2', dossier('FINBIO000012')),
        va('v', dossier('FINBIO000012')),
      ),
    )
    const [one, other] = [nouvelleFor('f1'), nouvelleFor('g')]
    expect(ciblesOf(planned)).toEqual({ f1: one, g: other, f2: one, v: one })
    expect(raisonsOf(planned).f2).toBe('même numéro que « f1.pdf »')
  })

  test('invoices of the same sites but without a number are a demande each', () => {
    const planned = planNouvelles(triOf(facture('f1', sites('999999991')), facture('f2', sites('999999991'))))
    expect(ciblesOf(planned)).toEqual({ f1: nouvelleFor('f1'), f2: nouvelleFor('f2') })
  })

  test('an attestation that speaks of two invoices waits for the clerk', () => {
    const planned = planNouvelles(
      triOf(facture('f1', sites('999999991')), facture('f2', sites('999999991')), va('v', sites('999999991'))),
    )
    expect(ciblesOf(planned).v).toBeNull()
  })

  test('a copy of an invoice is no demande of its own', () => {
    const copy = pret('c', { type: 'FACTURE', double: 'même facture que « f.pdf »' })
    expect(ciblesOf(planNouvelles(triOf(facture('f'), copy)))).toEqual({ f: nouvelleFor('f'), c: null })
  })

  test('a document that has its place keeps it, one of no type stays', () => {
    const planned = planNouvelles(triOf(pret('f', { type: 'FACTURE', cible: 'a' }), pret('x')))
    expect(ciblesOf(planned)).toEqual({ f: 'a', x: null })
  })

  test('what the clerk chose stays, and what hung on it is planned anew', () => {
    const start = planNouvelles(triOf(facture('f', dossier('FINBIO000006')), va('v', dossier('FINBIO000006'))))
    const left = planNouvelles(choose(start, 'f', null))
    expect(ciblesOf(left)).toEqual({ f: null, v: null })
    const own = planNouvelles(choose(left, 'f', nouvelleFor('f')))
    expect(ciblesOf(own)).toEqual({ f: nouvelleFor('f'), v: nouvelleFor('f') })
  })

  test('an invoice that the clerk set apart does not draw the other of its dossier along', () => {
    const start = planNouvelles(triOf(facture('f1', dossier('FINBIO000006')), facture('f2', dossier('FINBIO000006'))))
    const apart = planNouvelles(choose(start, 'f2', nouvelleFor('f2')))
    expect(ciblesOf(apart)).toEqual({ f1: nouvelleFor('f1'), f2: nouvelleFor('f2') })
  })

  test('planned twice, nothing changes, and every line keeps its identity', () => {
    const once = planNouvelles(triOf(facture('f'), va('v'), pret('x')))
    const twice = planNouvelles(once)
    expect(twice.elements.every((element, rank) => element === once.elements[rank])).toBe(true)
  })

  test('a place to be made is told from a demande', () => {
    expect(isNouvelle(nouvelleFor('x'))).toBe(true)
    expect(isNouvelle('x')).toBe(false)
  })
})

describe('[nouvelles] what stands in the deposit already', () => {
  const empty = { FACTURE: null, VA: null }

  test('no demande is made unasked while one waits for its invoice', () => {
    const tri = { ...triOf(facture('f')), ...departOf([exampleDemande({ id: 'a', pieces: empty })]) }
    expect(ciblesOf(planNouvelles(tri))).toEqual({ f: null })
    expect(sansDemande(planNouvelles(tri))).toBe(1)
    const asked = planNouvelles({ ...tri, creer: true })
    expect(ciblesOf(asked)).toEqual({ f: nouvelleFor('f') })
    expect(sansDemande(asked)).toBe(0)
  })

  test('one is made where all have theirs', () => {
    expect(departOf([exampleDemande()])).toEqual({ creer: true, vides: [] })
    expect(departOf([])).toEqual({ creer: true, vides: [] })
  })

  test('a demande in which nothing stands takes the first invoice, but none whose name gives its number', () => {
    const tri = { ...triOf(facture('f'), facture('g'), va('v')), ...departOf([emptyDemande('vide')]) }
    expect(ciblesOf(planNouvelles(tri))).toEqual({ f: 'vide', g: nouvelleFor('g'), v: null })
    const named = triOf(facture('f', {}, 'BIO-SGL-Val-FACTURE-00001.pdf'))
    expect(ciblesOf(planNouvelles({ ...named, ...departOf([emptyDemande('vide')]) }))).toEqual({ f: nouvelleFor('f') })
  })
})

function choose(tri: Tri, id: string, cible: string | null): Tri {
  const elements = tri.elements.map((one) =>
    one.id === id && one.etat.kind === 'pret' ? { ...one, etat: { ...one.etat, cible, choisi: true } } : one,
  )
  return { ...tri, elements }
}

function both(numero: string): Partial<Lecture> {
  return { ...dossier(numero), ...sites('999999991') }
}

function amounts(...valeurs: number[]) {
  return valeurs.flatMap((valeur) => toCentimes(valeur) ?? [])
}

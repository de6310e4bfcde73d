import { describe, expect, test } from 'vitest'
import { exampleDemande } from '../../dossier/example'
import type { Finess } from '../../dossier/finess'
import { parseJour } from '../../dossier/jour'
import { toCentimes } from '../../format/montant'
import type { Cadre, Lecture, Lu } from '../../lecture/lecture'
import { rien } from '../../lecture/readTexte'
import { isHeld, lusSurPage, pageLue } from './lus'

const at = (y: number): Cadre => ({ x: 10, y, largeur: 50, hauteur: 10 })
const lu = <T>(valeur: T | null, page: number, cadre: Cadre | null): Lu<T> | null =>
  valeur === null ? null : { ...{ valeur, sure: true, source: 'texte', page, cadre }, ...{ imprime: '', doute: null } }
const listed = <T>(one: T | null): T[] => (one === null ? [] : [one])
const lecture = (part: Partial<Lecture>): Lecture => ({ ...rien, texteLisible: true, ...part })

const facture = lecture({
  montantHT: lu(toCentimes(2745000), 2, at(500)),
  dateFacture: lu(parseJour('15/03/2023'), 1, at(40)),
  numeroASP: lu('FINBIO000006', 2, at(80)),
  finess: listed(lu('999999991' as Finess, 2, null)),
})

describe('[lus] what was read, where the page prints it', () => {
  test('a document opens at the page of its amount, one that says nothing at its first', () => {
    expect(pageLue(facture)).toBe(2)
    expect(pageLue(lecture({ dateFacture: facture.dateFacture }))).toBe(1)
    expect(pageLue(rien)).toBe(1)
    expect(pageLue(null)).toBe(1)
  })

  test('each value of that page, with the field that it is for', () => {
    expect(lusSurPage(facture, 2).map(({ champ, valeur }) => [champ, valeur.replace(/\s/g, ' ')])).toEqual([
      ['montantSegurHTFacture', '27 450,00'],
      ['numeroASP', 'FINBIO000006'],
    ])
    expect(lusSurPage(facture, 1).map(({ texte }) => texte)).toEqual(['la date 15/03/2023'])
    expect(lusSurPage(facture, 3)).toEqual([])
  })

  test('two readings of one place are one', () => {
    const twice = lecture({ candidatsDate: [...listed(facture.dateFacture), ...listed(facture.dateFacture)] })
    expect(lusSurPage(twice, 1)).toHaveLength(1)
  })

  test.each([
    ['montantSegurHTFacture', '27 450,00', true],
    ['montantSegurHTFacture', '22 875,00', false],
    ['dateFacture', '15/03/2023', true],
    ['numeroASP', 'FINBIO000006', true],
    ['numeroASP', 'FINBIO000007', false],
    ['beneficiaires', '999999991', true],
    ['beneficiaires', '999999994', false],
    [null, '', true],
  ] as const)('a field of %s holds %s, however it is spelt: %s', (champ, valeur, held) => {
    const { saisie } = exampleDemande({ dateFacture: '15/3/23', numeroASP: 'finbio000006' })
    expect(isHeld(saisie, { champ, valeur })).toBe(held)
  })

  test('a sum of several amounts is not written over', () => {
    const { saisie } = exampleDemande({ montantsAdditionnes: ['1', '2'], montantSegurHTFacture: '3,00' })
    expect(isHeld(saisie, { champ: 'montantSegurHTFacture', valeur: '27 450,00' })).toBe(true)
  })
})

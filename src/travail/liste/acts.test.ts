import { beforeEach, expect, test } from 'vitest'
import { exampleDemande, exampleDossier } from '../../dossier/example'
import { examplePoste, exampleTravail, type Example } from '../examplePorts'
import { checkValeurs, emptyLot, valeursOf } from './saisieLot'
import { noSelection } from './selection'

let window: Example
beforeEach(async () => {
  window = exampleTravail(examplePoste())
  await window.travail.fetchJudging()
  const demandes = ['a', 'b', 'c', 'd'].map((id) => exampleDemande({ id, numeroEditeur: `0000${id}` }))
  await window.travail.session.begin({ dossier: exampleDossier({ demandes }), pieces: new Map() })
})
const ids = () => window.dossier().demandes.map(({ id }) => id)
const dates = () => window.dossier().demandes.map(({ saisie }) => saisie.dateFacture)
const lots = () => window.travail.lots

test('[lots] values given to many are one act, that says how many changed and is taken back whole', () => {
  const before = window.dossier()
  expect(lots().setValeurs(new Set(['a', 'c', 'gone']), { dateFacture: '16/03/2023', isDirectToDMP: false })).toBe(true)
  expect(dates()).toEqual(['16/03/2023', '15/03/2023', '16/03/2023', '15/03/2023'])
  expect(window.avis()).toEqual(['2 demandes modifiées.'])
  window.travail.undo()
  expect(window.dossier()).toEqual(before)
  window.travail.redo()
  expect(dates()[0]).toBe('16/03/2023')
})

test('[lots] values that all have already change nothing, and nothing is said', () => {
  expect(lots().setValeurs(new Set(['a', 'b']), { dateFacture: '15/03/2023' })).toBe(false)
  expect(window.avis()).toEqual([])
})

test('[lots] many are removed by one act and come back to their places', () => {
  expect(lots().remove(new Set(['a', 'b', 'd']))).toBe(true)
  expect(ids()).toEqual(['c'])
  expect(window.avis()).toEqual(['3 demandes supprimées.'])
  window.travail.undo()
  expect(ids()).toEqual(['a', 'b', 'c', 'd'])
})

test('[lots] many are moved by one act; a move by one place is not announced', () => {
  expect(lots().move(new Set(['d', 'b']), 'debut')).toBe(true)
  expect(ids()).toEqual(['b', 'd', 'a', 'c'])
  expect(window.avis()).toEqual(['2 demandes déplacées.'])
  window.travail.undo()
  expect(lots().move(new Set(['d']), { avant: 3 }, { silent: true })).toBe(true)
  expect(ids()).toEqual(['a', 'b', 'd', 'c'])
  expect(lots().move(new Set(['d']), { avant: 3 })).toBe(false)
  expect(window.avis()).toEqual(['Annulé : 2 demandes déplacées.'])
})

test('[lots] a demande changed since keeps its change when the act is taken back', () => {
  lots().setValeurs(new Set(['a', 'b']), { dateFacture: '16/03/2023' })
  const [first] = window.state().avis
  lots().setValeurs(new Set(['b']), { dateFacture: '17/03/2023' })
  if (first?.annulation) window.travail.reverse(first.annulation)
  expect(dates().slice(0, 2)).toEqual(['15/03/2023', '17/03/2023'])
})

test('[lots] two thousand are changed and given back', async () => {
  const many = Array.from({ length: 2000 }, (_, index) => exampleDemande({ id: `n${index}` }))
  await window.travail.session.begin({ dossier: exampleDossier({ demandes: many }), pieces: new Map() })
  const before = window.dossier()
  const all = new Set(ids())
  lots().setValeurs(all, { dateFacture: '16/03/2023' })
  lots().remove(all)
  expect(ids()).toEqual([])
  window.travail.undo()
  expect(new Set(dates())).toEqual(new Set(['16/03/2023']))
  window.travail.undo()
  expect(window.dossier()).toEqual(before)
})

test('[lots] another draft’s list is seen whole, with nothing chosen', async () => {
  const { liste } = window.travail
  liste.setVue({ texte: 'x' })
  liste.choose('a', true)
  await window.travail.session.begin({ dossier: exampleDossier(), pieces: new Map() })
  expect(liste.store.getState()).toMatchObject({ vue: { texte: '' }, selection: noSelection })
})

test('[lots] a range and «all» take what the view shows and nothing else; what is hidden stays chosen until let go', () => {
  const { liste } = window.travail
  const chosen = () => [...liste.store.getState().selection].sort().join('')
  liste.choose('a', true)
  liste.choose('c', true, true)
  expect(chosen()).toBe('abc')
  liste.choose('b', false, true)
  expect(chosen()).toBe('a')
  liste.setVue({ texte: '0000d' })
  liste.chooseShown(true)
  expect(chosen()).toBe('ad')
  liste.dropHidden()
  expect(chosen()).toBe('d')
  liste.setVue({ texte: '' })
  liste.chooseShown(true)
  expect(chosen()).toBe('abcd')
  liste.chooseNone()
  expect(chosen()).toBe('')
})

test('[lots] what is left empty or unanswered gives nothing; the rest is settled as a field settles it', () => {
  expect(valeursOf(emptyLot)).toEqual({})
  expect(
    valeursOf({
      ...emptyLot,
      dateFacture: ' 1/2/23',
      isDirectToDMP: true,
      identDMP: '1999999991; 2',
      isDirectToMSSPro: false,
      adresseBoiteMSSPro: 'kept@exemple.mssante.fr',
      isDirectToMSSCitoyen: true,
      adresseBoiteMSSCitoyen: ' ',
    }),
  ).toEqual({
    dateFacture: '01/02/2023',
    isDirectToDMP: true,
    identDMP: ['1999999991', '2'],
    isDirectToMSSPro: false,
    isDirectToMSSCitoyen: true,
  })
})

test('[lots] what is wrong in the values themselves is said; what a demande lacks besides is not', () => {
  const regles = (values: Parameters<typeof checkValeurs>[0]) => checkValeurs(values).map(({ regle }) => regle)
  expect(regles({ dateFacture: '31/02/2023' })).toEqual(['dateFactureInvalide'])
  expect(regles({ isDirectToMSSPro: true, adresseBoiteMSSPro: 'x' })).toEqual(['adresseInvalide'])
  expect(regles({ isDirectToMSSPro: true, adresseBoiteMSSPro: 'a@b.fr' })).toEqual(['adresseHorsMSS'])
  expect(regles({ isDirectToDMP: true })).toEqual([])
  expect(regles({})).toEqual([])
})

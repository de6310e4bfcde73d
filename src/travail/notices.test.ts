import { beforeEach, describe, expect, test } from 'vitest'
import { examplePoste, exampleTravail, type Example } from './examplePorts'

let window: Example
beforeEach(() => {
  window = exampleTravail(examplePoste())
})
const notices = () => window.travail.notices

test('[notices] a line is said for eight seconds', async () => {
  notices().say('Bonjour.')
  await window.clock.pass(7_999)
  expect(window.avis()).toEqual(['Bonjour.'])
  await window.clock.pass(1)
  expect(window.avis()).toEqual([])
})

test('[notices] one with a way back stays until it is dismissed', async () => {
  notices().offer('Fait.', { kind: 'etape', id: 's1' })
  await window.clock.pass(3_600_000)
  expect(window.avis()).toEqual(['Fait.'])
  notices().dismiss(window.state().avis[0]?.id ?? '')
  expect(window.avis()).toEqual([])
})

test('[notices] three are shown at once: the oldest is pushed out', () => {
  for (const texte of ['1', '2', '3', '4']) notices().say(texte)
  expect(window.avis()).toEqual(['2', '3', '4'])
})

test('[notices] the same words said twice are one line, that stays as long as the last', async () => {
  notices().say('Bonjour.')
  await window.clock.pass(4_000)
  notices().say('Bonjour.')
  expect(window.avis()).toEqual(['Bonjour.'])
  await window.clock.pass(7_999)
  expect(window.avis()).toEqual(['Bonjour.'])
  await window.clock.pass(1)
  expect(window.avis()).toEqual([])
})

test('[notices] of the draft’s acts only the last is said, beside other lines', () => {
  notices().offer('Brouillon supprimé.', { kind: 'brouillon', id: 'b1' })
  notices().offer('Un.', { kind: 'etape', id: 's1' })
  notices().say('Bonjour.')
  notices().offer('Deux.', { kind: 'etape', id: 's2' })
  expect(window.avis()).toEqual(['Brouillon supprimé.', 'Bonjour.', 'Deux.'])
})

describe('[notices] a line goes with its page', () => {
  const goTo = (route: string) => window.place.goTo(route)
  test('and does not come back with it; a field of the same page is no other page', async () => {
    goTo('#/demandes/1')
    notices().say('Bonjour.')
    notices().offer('Un.', { kind: 'etape', id: 's1' })
    await window.clock.pass(1_000)
    goTo('#/demandes/1?champ=numeroASP')
    expect(window.avis()).toEqual(['Bonjour.', 'Un.'])
    goTo('#/demandes')
    expect(window.avis()).toEqual([])
    goTo('#/demandes/1')
    expect(window.avis()).toEqual([])
  })

  test('what an act says goes along to the page it leads to', async () => {
    notices().offer('Trois demandes ajoutées.', { kind: 'etape', id: 's1' })
    goTo('#/demandes')
    expect(window.avis()).toEqual(['Trois demandes ajoutées.'])
    await window.clock.pass(1_000)
    goTo('#/controle')
    expect(window.avis()).toEqual([])
  })

  test('what alone brings something back is there again with its page, until it is dismissed', async () => {
    notices().offer('Brouillon supprimé.', { kind: 'brouillon', id: 'b1' })
    await window.clock.pass(1_000)
    goTo('#/demandes')
    expect(window.avis()).toEqual([])
    goTo('#/')
    expect(window.avis()).toEqual(['Brouillon supprimé.'])
    notices().dismiss(window.state().avis[0]?.id ?? '')
    goTo('#/demandes')
    goTo('#/')
    expect(window.avis()).toEqual([])
  })
})

test('[notices] offers to reverse a step go with the step, or with its draft; other lines stay', () => {
  notices().say('Bonjour.')
  notices().offer('Un.', { kind: 'etape', id: 's1' })
  notices().dropSteps('s2')
  expect(window.avis()).toEqual(['Bonjour.', 'Un.'])
  notices().dropSteps('s1')
  expect(window.avis()).toEqual(['Bonjour.'])
  notices().offer('Deux.', { kind: 'etape', id: 's2' })
  notices().offer('Brouillon supprimé.', { kind: 'brouillon', id: 'b1' })
  notices().dropSteps()
  expect(window.avis()).toEqual(['Bonjour.', 'Brouillon supprimé.'])
})

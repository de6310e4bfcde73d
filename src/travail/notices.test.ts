import { beforeEach, expect, test } from 'vitest'
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

test('[notices] the same words said twice are two lines, and go one by one', async () => {
  notices().say('Bonjour.')
  await window.clock.pass(4_000)
  notices().say('Bonjour.')
  await window.clock.pass(4_000)
  expect(window.avis()).toEqual(['Bonjour.'])
})

test('[notices] offers to reverse a step go with the step, or with its draft; other lines stay', () => {
  notices().say('Bonjour.')
  notices().offer('Un.', { kind: 'etape', id: 's1' })
  notices().offer('Deux.', { kind: 'etape', id: 's2' })
  notices().dropSteps('s1')
  expect(window.avis()).toEqual(['Bonjour.', 'Deux.'])
  notices().offer('Brouillon supprimé.', { kind: 'brouillon', id: 'b1' })
  notices().dropSteps()
  expect(window.avis()).toEqual(['Bonjour.', 'Brouillon supprimé.'])
})

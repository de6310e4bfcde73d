import { beforeEach, expect, test } from 'vitest'
import { exampleDossier } from '../dossier/example'
import { examplePoste, exampleTravail, type Example } from './examplePorts'

let window: Example
beforeEach(async () => {
  window = exampleTravail(examplePoste())
  await begin()
})
const begin = () => window.travail.session.begin({ dossier: exampleDossier(), pieces: new Map() })

test('[scope] a long work knows its draft, and ends with it when another one is opened', async () => {
  const operation = window.travail.beginOperation()
  expect(operation.draft).toBe(window.draft())
  await begin()
  expect(operation.signal.aborted).toBe(true)
  expect(operation.draft).not.toBe(window.draft())
})

test('[scope] all long works end together when the draft is closed', async () => {
  const operations = [window.travail.beginOperation(), window.travail.beginOperation()]
  await window.travail.session.close()
  expect(operations.map(({ signal }) => signal.aborted)).toEqual([true, true])
})

test('[scope] one that is stopped leaves the others running', () => {
  const [one, other] = [window.travail.beginOperation(), window.travail.beginOperation()]
  one.stop()
  expect([one.signal.aborted, other.signal.aborted]).toEqual([true, false])
})

test('[scope] one that is done is not ended afterwards', async () => {
  const operation = window.travail.beginOperation()
  operation.end()
  await begin()
  expect(operation.signal.aborted).toBe(false)
})

test('[scope] without a draft it belongs to none', async () => {
  await window.travail.session.close()
  expect(window.travail.beginOperation().draft).toBe('')
})

test('[scope] a draft that the clerk stays at keeps its works running', async () => {
  const operation = window.travail.beginOperation()
  window.refusals.save = 'plein'
  window.travail.demandes.addDemande()
  const left = window.travail.session.close()
  await window.clock.pass(0)
  window.travail.session.answerDepart(false)
  expect(await left).toBe(false)
  expect(operation.signal.aborted).toBe(false)
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleDossier } from '../dossier/example'
import { examplePoste, exampleTravail, type Example } from './examplePorts'

/** What a clerk does in one of two windows of one computer. `of`: which of the drafts there are. */
type Act =
  | { kind: 'new' | 'close' | 'takeOver' | 'hide' | 'refuse' | 'accept' }
  | { kind: 'open'; of: number }
  | { kind: 'type' | 'rename'; value: string }
  | { kind: 'wait'; ms: number }

const value = fc.integer({ min: 0, max: 9_999_999_999 }).map((number) => String(number).padStart(10, '0'))
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constantFrom('new', 'close', 'takeOver', 'hide', 'refuse', 'accept') }),
  fc.record({ kind: fc.constant('open' as const), of: fc.nat(5) }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('type' as const), value }) },
  fc.record({ kind: fc.constant('rename' as const), value }),
  fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(50, 300, 10_000) }),
)
const day = (windows: number) =>
  fc.array(fc.record({ at: fc.nat(windows - 1), act, stays: fc.boolean() }), { minLength: 10, maxLength: 30 })

/** What the clerk last saw taken: of each draft, its name and the number typed into its header. */
type Seen = Map<string, { numeroAns: string; nom: string }>

const look = ({ state, dossier }: Example) => ({
  numeroAns: dossier().entete.numeroAns,
  nom: state().brouillon?.nom ?? '',
})

/** Leaves or stays where the window asks whether unwritten work may be dropped; gives what was answered. */
async function answering<Answer>(window: Example, stays: boolean, work: Promise<Answer>): Promise<boolean> {
  let dropped = false
  const unsubscribe = window.travail.store.subscribe(({ departDemande }, before) => {
    if (!departDemande || before.departDemande) return
    dropped ||= !stays
    window.travail.session.answerDepart(!stays)
  })
  await work.finally(unsubscribe)
  return dropped
}

/** Does one act; drafts whose unwritten work the clerk chose to drop are forgotten, the others remembered as seen. */
async function perform(window: Example, others: readonly Example[], act: Act, stays: boolean, seen: Seen) {
  const before = window.draft()
  const { session } = window.travail
  const leaving = async (work: Promise<unknown>) => {
    if (await answering(window, stays, work)) seen.delete(before)
  }
  if (act.kind === 'new') await leaving(session.begin({ dossier: exampleDossier(), pieces: new Map() }))
  if (act.kind === 'close') await leaving(session.close())
  const id = act.kind === 'open' ? [...seen.keys()][act.of] : undefined
  if (id) await leaving(session.resume(id))
  // A window whose machine refuses cannot hand over what it could not write: it goes on showing it.
  if (act.kind === 'takeOver' && others.every(({ refusals }) => !refusals.save)) await session.takeOver()
  if (act.kind === 'hide') await window.place.hide()
  if (act.kind === 'refuse') window.refusals.save = window.refusals.add = 'plein'
  if (act.kind === 'accept') window.refusals = Object.assign(window.refusals, { save: undefined, add: undefined })
  if (act.kind === 'type')
    window.travail.demandes.setEntete(window.draft(), { ...window.dossier().entete, numeroAns: act.value })
  if (act.kind === 'rename' && window.state().ecriture) session.rename(act.value)
  if (act.kind === 'wait') await window.clock.pass(act.ms)
  if (window.draft() && window.state().ecriture) seen.set(window.draft(), look(window))
}

const begins: Act = { kind: 'new' }
const joins: Act = { kind: 'open', of: 0 }

/** Days begin with one draft, open in every window. */
async function live(windows: number, acts: readonly { at: number; act: Act; stays: boolean }[]) {
  const poste = examplePoste()
  const all = Array.from({ length: windows }, () => exampleTravail(poste))
  const seen: Seen = new Map()
  const starts = all.map((_, at) => ({ at, act: at === 0 ? begins : joins, stays: true }))
  for (const { at, act, stays } of [...starts, ...acts]) {
    const window = all[at]
    if (window)
      await perform(
        window,
        all.filter((other) => other !== window),
        act,
        stays,
        seen,
      )
  }
  return { all, seen }
}

/** At the end every machine writes again; gives what is kept of each draft that was seen. */
async function keptAtTheEnd({ all, seen }: Awaited<ReturnType<typeof live>>) {
  for (const window of all) {
    delete window.refusals.save
    delete window.refusals.add
    await window.clock.pass(10_000)
    await window.travail.session.flush()
  }
  const kept: Seen = new Map()
  for (const id of seen.keys()) {
    const draft = await all[0]?.stored(id)
    if (draft) kept.set(id, { numeroAns: draft.dossier.entete.numeroAns, nom: draft.nom })
  }
  return kept
}

describe('[session] a whole day of typing, opening, leaving and refusals: what was seen is kept', () => {
  test.each([1, 2])('in windows of one computer, %i of them', async (windows) => {
    let drafts = 0
    await fc.assert(
      fc.asyncProperty(day(windows), async (acts) => {
        const lived = await live(windows, acts)
        expect(await keptAtTheEnd(lived)).toEqual(lived.seen)
        drafts += lived.seen.size
      }),
      { numRuns: 60 },
    )
    expect(drafts).toBeGreaterThan(30)
  })
})

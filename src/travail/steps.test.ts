import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyDemande, type Demande, type Dossier, type Piece } from '../dossier/dossier'
import { exampleDossier } from '../dossier/example'
import { applyEdits, type Edit } from './edits'
import { noSteps, redoStep, undoStep, withStep, type Step, type Steps } from './steps'

const piece = (id: string): Piece => ({
  ...{ id, nomOriginal: `${id}.pdf`, formatFichier: 'PDF', taille: 10, empreinte: id },
  ...{ pages: 1, remarques: [], documents: 1 },
})
const attach = (type: 'FACTURE' | 'VA', before: Piece | null, after: Piece | null): Edit => ({
  kind: 'piece',
  demande: 'a',
  type,
  before,
  after,
})
const add = (id: string, apres: string | null): Edit => ({
  kind: 'demande',
  apres,
  before: null,
  after: emptyDemande(id),
})
const empty = exampleDossier({ demandes: [] })

/** Does acts of one draft, each with its changes. */
function act(steps: Steps, dossier: Dossier, id: string, edits: readonly Edit[]): [Steps, Dossier] {
  const { done, ...applied } = applyEdits(dossier, edits)
  return [withStep(steps, { id, texte: `Fait ${id}.`, edits: done }), applied.dossier]
}
const ids = (dossier: Dossier) => dossier.demandes.map(({ id }) => id)
const names = (steps: readonly Step[]) => steps.map(({ id }) => id)

test('[undo] without an act there is nothing to take back or to do again', () => {
  expect(undoStep(noSteps, empty)).toBeNull()
  expect(redoStep(noSteps, empty)).toBeNull()
  const [steps, dossier] = act(noSteps, empty, '1', [add('a', null)])
  expect(undoStep(steps, dossier, 'another')).toBeNull()
})

test('[undo] the last act is taken back first, and done again first', () => {
  const [one, after1] = act(noSteps, empty, '1', [add('a', null)])
  const [two, after2] = act(one, after1, '2', [add('b', 'a')])
  const undone = undoStep(two, after2)
  expect(undone?.step.id).toBe('2')
  expect(undone?.dossier).toEqual(after1)
  const again = undone && undoStep(undone.steps, undone.dossier)
  expect(again?.dossier).toEqual(empty)
  expect(names(again?.steps.annules ?? [])).toEqual(['2', '1'])
  const redone = again && redoStep(again.steps, again.dossier)
  expect(redone?.step.id).toBe('1')
  expect(redone?.dossier).toEqual(after1)
  expect(names(redone?.steps.faits ?? [])).toEqual(['1'])
  expect(names(redone?.steps.annules ?? [])).toEqual(['2'])
})

test('[undo] an act that is named is taken back alone: those before and after stay', () => {
  const [one, after1] = act(noSteps, empty, '1', [add('a', null)])
  const [two, after2] = act(one, after1, '2', [add('b', 'a')])
  const [three, after3] = act(two, after2, '3', [add('c', 'b')])
  const undone = undoStep(three, after3, '2')
  expect(ids(undone?.dossier ?? empty)).toEqual(['a', 'c'])
  expect(names(undone?.steps.faits ?? [])).toEqual(['1', '3'])
  expect(undone?.restes).toEqual([])
})

test('[undo] a new act forgets what was taken back', () => {
  const [one, after1] = act(noSteps, empty, '1', [add('a', null)])
  const undone = undoStep(one, after1)
  if (!undone) throw new Error('nothing undone')
  const [next] = act(undone.steps, undone.dossier, '2', [add('b', null)])
  expect(names(next.faits)).toEqual(['2'])
  expect(next.annules).toEqual([])
})

test('[undo] a heap that was attached leaves a VA attached since, and the demande that holds it', () => {
  const [heap, after] = act(noSteps, empty, 'tas', [add('a', null), attach('FACTURE', null, piece('f'))])
  const [later, dossier] = act(heap, after, 'va', [attach('VA', null, piece('va'))])
  const undone = undoStep(later, dossier, 'tas')
  expect(undone?.dossier.demandes.map(({ pieces }) => pieces)).toEqual([{ FACTURE: null, VA: piece('va') }])
  expect(undone?.changed).toBe(true)
  expect(undone?.restes.map(({ raison }) => raison)).toEqual(['demandeChangee'])
})

test('[undo] an act taken back in part is done again in that part only', () => {
  const [heap, after] = act(noSteps, empty, 'tas', [add('a', null), attach('FACTURE', null, piece('f'))])
  const [later, dossier] = act(heap, after, 'va', [attach('VA', null, piece('va'))])
  const undone = undoStep(later, dossier, 'tas')
  const redone = undone && redoStep(undone.steps, undone.dossier)
  expect(redone?.restes).toEqual([])
  expect(redone?.dossier).toEqual(dossier)
})

test('[undo] a removed pièce does not replace a newer one, and comes back once that one is taken back', () => {
  const [before] = [exampleDossier({ demandes: [{ ...emptyDemande('a'), pieces: { FACTURE: piece('f'), VA: null } }] })]
  const [removed, without] = act(noSteps, before, 'retrait', [attach('FACTURE', piece('f'), null)])
  const [newer, dossier] = act(removed, without, 'ajout', [attach('FACTURE', null, piece('neuve'))])
  const undone = undoStep(newer, dossier, 'retrait')
  expect(undone?.dossier).toBe(dossier)
  expect(undone?.changed).toBe(false)
  expect(undone?.restes.map(({ raison }) => raison)).toEqual(['pieceChangee'])
  expect(undone?.waits).toBe(true)
  expect(names(undone?.steps.faits ?? [])).toEqual(['retrait', 'ajout'])
  expect(undone?.steps.annules).toEqual([])
  const back = undone && undoStep(undone.steps, undone.dossier)
  expect((back && undoStep(back.steps, back.dossier))?.dossier).toEqual(before)
})

test('[undo] the last act, when nothing of it can be taken back, is let go: the one before is reached', () => {
  const [one, after] = act(noSteps, empty, '1', [add('a', null)])
  const undone = undoStep(
    one,
    exampleDossier({ demandes: [{ ...emptyDemande('a'), pieces: { FACTURE: piece('f'), VA: null } }] }),
  )
  expect(ids(after)).toEqual(['a'])
  expect(undone).toMatchObject({ changed: false, waits: false, steps: noSteps })
})

test('[redo] what was taken back and can no longer be done is dropped, and nothing changes', () => {
  const [one, after] = act(noSteps, empty, '1', [add('a', null)])
  const undone = undoStep(one, after)
  const meanwhile = exampleDossier({ demandes: [emptyDemande('a')] })
  const redone = undone && redoStep(undone.steps, meanwhile)
  expect(redone?.changed).toBe(false)
  expect(redone?.dossier).toBe(meanwhile)
  expect(redone?.steps).toEqual(noSteps)
})

test('[undo] a hundred acts are kept; older ones are let go', () => {
  let [steps, dossier]: [Steps, Dossier] = [noSteps, empty]
  for (let rank = 1; rank <= 130; rank += 1) [steps, dossier] = act(steps, dossier, `${rank}`, [add(`d${rank}`, null)])
  expect(names(steps.faits)).toEqual(Array.from({ length: 100 }, (_, index) => `${index + 31}`))
})

test('[undo] whatever is taken back and done again in whatever order, all taken back is the beginning', () => {
  const start = exampleDossier({ demandes: ['a', 'b'].map((id): Demande => emptyDemande(id)) })
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('add', 'attach', 'heap', 'undo', 'undo one', 'redo'), { maxLength: 30 }),
      (moves) => {
        let [steps, dossier]: [Steps, Dossier] = [noSteps, start]
        for (const [rank, move] of moves.entries()) {
          if (move === 'add') [steps, dossier] = act(steps, dossier, `${rank}`, [add(`n${rank}`, null)])
          else if (move === 'attach') {
            const standing = dossier.demandes.find(({ id }) => id === 'a')?.pieces.VA ?? null
            ;[steps, dossier] = act(steps, dossier, `${rank}`, [attach('VA', standing, piece(`p${rank}`))])
          } else if (move === 'heap') {
            const standing = dossier.demandes.find(({ id }) => id === 'a')?.pieces.FACTURE ?? null
            const edits = [add(`n${rank}`, null), attach('FACTURE', standing, piece(`p${rank}`))]
            ;[steps, dossier] = act(steps, dossier, `${rank}`, edits)
          } else if (move === 'undo one') {
            // As a notice does that names an act: it may wait for those done after it.
            const named = steps.faits[rank % Math.max(1, steps.faits.length)]
            ;({ steps, dossier } = (named && undoStep(steps, dossier, named.id)) ?? { steps, dossier })
          } else {
            const reversal = move === 'undo' ? undoStep(steps, dossier) : redoStep(steps, dossier)
            if (reversal) ({ steps, dossier } = reversal)
          }
        }
        for (let back = undoStep(steps, dossier); back; back = undoStep(steps, dossier)) ({ steps, dossier } = back)
        expect(dossier).toEqual(start)
      },
    ),
  )
})

import type { Dossier } from '../dossier/dossier'
import { applyEdits, invertEdits, type Edit, type Reste } from './edits'

/** One act of the clerk on a draft, that can be taken back. */
export interface Step {
  id: string
  /** What was done, in French, as the notice said it. */
  texte: string
  edits: readonly Edit[]
}

/** The acts of one draft since it was opened: those done, the last at the end, and those taken back. */
export interface Steps {
  faits: readonly Step[]
  annules: readonly Step[]
}

export const noSteps: Steps = { faits: [], annules: [] }

/** Acts that can be taken back; older ones are let go. */
const most = 100

/** A new act: what was taken back before it cannot be done again. */
export const withStep = ({ faits }: Steps, step: Step): Steps => ({
  faits: [...faits.slice(1 - most), step],
  annules: [],
})

export interface Reversal {
  dossier: Dossier
  steps: Steps
  step: Step
  /** What could not be reversed, because it was changed since. */
  restes: readonly Reste[]
  /** False when nothing of it could. */
  changed: boolean
  /** What could not be reversed stays among the acts: it can be once those done after it are taken back. */
  waits: boolean
}

/**
 * Takes back one act, the last one unless named; null when there is none. Later work stays, and what that work holds of
 * an earlier act stays to be taken back after it.
 */
export function undoStep(steps: Steps, dossier: Dossier, id?: string): Reversal | null {
  const step = id === undefined ? steps.faits.at(-1) : steps.faits.find((one) => one.id === id)
  if (!step) return null
  const { done, restes, ...applied } = applyEdits(dossier, invertEdits(step.edits))
  const undone: Step = { ...step, edits: invertEdits(done) }
  const waits = restes.length > 0 && step !== steps.faits.at(-1)
  const held: Step[] = waits ? [{ ...step, edits: invertEdits(restes.map(({ edit }) => edit)) }] : []
  return {
    dossier: applied.dossier,
    step,
    restes,
    changed: done.length > 0,
    waits,
    steps: {
      faits: steps.faits.flatMap((one) => (one === step ? held : [one])),
      annules: done.length > 0 ? [...steps.annules, undone] : steps.annules,
    },
  }
}

/** Does again the act that was taken back last; null when there is none. */
export function redoStep(steps: Steps, dossier: Dossier): Reversal | null {
  const step = steps.annules.at(-1)
  if (!step) return null
  const { done, restes, ...applied } = applyEdits(dossier, step.edits)
  return {
    dossier: applied.dossier,
    step,
    restes,
    changed: done.length > 0,
    waits: false,
    steps: {
      faits: done.length > 0 ? [...steps.faits, { ...step, edits: done }] : steps.faits,
      annules: steps.annules.slice(0, -1),
    },
  }
}

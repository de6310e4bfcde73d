import type { Dossier } from '../dossier/dossier'
import { libelles, type Champ } from '../dossier/champs'
import { introduce } from '../format/mots'
import { profil } from '../format/profil'
import type { Core } from './core'
import { applyEdits, type Edit, type Reste } from './edits'
import type { Notices } from './notices'
import { noSteps, redoStep, undoStep, withStep, type Reversal, type Steps } from './steps'

/** What the clerk can do where an act waits for those that were done after it. */
const dAbord = 'Annulez d’abord ce que vous avez fait depuis, avec « Annuler » en haut de la page.'

export type Changes = ReturnType<typeof createChanges>

/**
 * The one door for changes of the dossier: each names the draft it is meant for, and is done only when that draft is the
 * one at work and this window may write it. A late answer, or a form of another draft, changes nothing.
 */
export function createChanges({ store, ports }: Core, notices: Notices) {
  let steps: Steps = noSteps

  const isOpen = (draft: string) => {
    const { brouillon, ecriture } = store.getState()
    return ecriture && brouillon?.id === draft
  }

  const keep = (next: Steps) => {
    steps = next
    store.setState({
      annulable: steps.faits.at(-1)?.texte ?? null,
      retablissable: steps.annules.at(-1)?.texte ?? null,
    })
  }

  /** Changes what is typed. False when it was not: another draft is at work, or another window holds it. */
  const change = (draft: string, step: (dossier: Dossier) => Dossier): boolean => {
    if (!isOpen(draft)) return false
    store.setState(({ dossier }) => ({ dossier: step(dossier) }))
    return true
  }

  /**
   * One act of the clerk, that can be taken back; said in a notice unless the screen shows it. `inForm`: the form has
   * made it itself, and goes on. False when it was not done.
   */
  const act = (
    draft: string,
    edits: readonly Edit[],
    texte: string,
    { silent = false, inForm = false } = {},
  ): boolean => {
    if (!isOpen(draft)) return false
    const { dossier, done } = applyEdits(store.getState().dossier, edits)
    if (done.length === 0) return false
    const step = { id: ports.newId(), texte, edits: done }
    store.setState({ dossier })
    if (!inForm) renew(done)
    keep(withStep(steps, step))
    if (!silent) notices.offer(texte, { kind: 'etape', id: step.id })
    return true
  }

  /** Forms hold what they were given: those of demandes whose values changed under them start anew. */
  const renew = (edits: readonly Edit[]) => {
    const changed = edits.flatMap((edit) => (edit.kind === 'saisie' ? [edit.demande] : []))
    if (changed.length === 0) return
    store.setState(({ revisions }) => ({
      revisions: { ...revisions, ...Object.fromEntries(changed.map((id) => [id, (revisions[id] ?? 0) + 1])) },
    }))
  }

  const reverse = (reversal: Reversal | null, verbe: 'annulé' | 'rétabli') => {
    const { brouillon } = store.getState()
    if (!reversal || !brouillon || !isOpen(brouillon.id)) return
    const { step, restes, changed, waits } = reversal
    notices.dropSteps(step.id)
    const before = store.getState().dossier
    store.setState({ dossier: reversal.dossier })
    renew(step.edits)
    keep(reversal.steps)
    const reste = restes.map((one) => showReste(one, before)).filter((text, rank, all) => all.indexOf(text) === rank)
    if (waits && !changed) notices.say(`Cela ne peut pas être ${verbe} maintenant. ${reste.join(' ')} ${dAbord}`)
    else if (!changed) notices.say(`Cela ne peut plus être ${verbe}. ${reste.join(' ')}`)
    else if (reste.length > 0) notices.say([`En partie ${verbe}.`, ...reste, ...(waits ? [dAbord] : [])].join(' '))
    else notices.say(introduce(verbe === 'annulé' ? 'Annulé' : 'Rétabli', step.texte))
  }

  return {
    change,
    act,
    /** Takes back one act of the draft at work: the one named, else the last. What was done since stays. */
    undo: (id?: string) => reverse(undoStep(steps, store.getState().dossier, id), 'annulé'),
    /** Does again what was taken back last. */
    redo: () => reverse(redoStep(steps, store.getState().dossier), 'rétabli'),
    /** Another draft comes: what was done in the one before is no longer to be taken back. */
    forget: () => {
      notices.dropSteps()
      keep(noSteps)
    },
  }
}

function showReste({ edit, raison }: Reste, { demandes }: Dossier): string {
  const id = edit.kind === 'demande' ? (edit.before ?? edit.after)?.id : edit.kind === 'ordre' ? null : edit.demande
  const rank = demandes.findIndex((demande) => demande.id === id) + 1
  switch (raison) {
    case 'demandeChangee':
      return `La demande n° ${rank} a été complétée depuis : elle reste.`
    case 'demandeAbsente':
      return 'La demande a été supprimée depuis.'
    case 'pieceChangee':
      return edit.kind === 'piece'
        ? `${profil.pieces[edit.type].nomArticle} de la demande n° ${rank} a changé depuis : elle reste comme elle est.`
        : ''
    case 'saisieChangee':
      return `${showChamp(edit)} de la demande n° ${rank} a été modifié depuis et reste tel quel.`
    case 'ordreChange':
      return 'L’ordre des demandes a changé depuis.'
  }
}

/** The field of a change of values, as the screens name it. */
function showChamp(edit: Edit): string {
  const champs = edit.kind === 'saisie' ? Object.keys(edit.after) : []
  const named = champs.find((champ): champ is Champ => champ in libelles)
  return named ? `« ${libelles[named]} »` : 'La saisie'
}

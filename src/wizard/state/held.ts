import type { Dossier } from '../../dossier/dossier'
import { createAutosave, flushOnLeave, type Autosave } from '../../storage/autosave'
import type { Draft } from '../../storage/draft'
import { putPiece, saveDraft } from '../../storage/drafts'
import { claimDraft, type Claim } from '../../storage/locks'
import { reussi, type Resultat } from '../../storage/resultat'
import { database } from './database'
import { store, type Brouillon, type State } from './store'

/** A draft in this window's hands. */
export interface Held {
  claim: Claim
  autosave: Autosave<Draft>
  /** Writes the bytes of a pièce that was just attached; when the machine refuses, with each later attempt to save. */
  keepPiece: (pieceId: string, octets: Blob) => void
  end: () => void
}

/** The draft as it is written: what is on screen, under its name. */
export const draftOf = ({ dossier, lectures }: State, { id, nom, creeLe }: Brouillon): Draft => ({
  id,
  nom,
  creeLe,
  modifieLe: creeLe,
  dossier,
  etape: location.hash,
  extra: { lectures },
})

/** Whether a dossier holds anything to come back to. */
export const hasWork = ({ demandes }: Dossier) => demandes.length > 0

/** Bytes of pièces that are not written yet. «Enregistré» is not said while there are any. */
function createPiecesToKeep(draftId: string) {
  const waiting = new Map<string, Blob>()
  const write = async (): Promise<Resultat<unknown>> => {
    for (const [pieceId, octets] of waiting) {
      const kept = await putPiece(database, draftId, pieceId, octets)
      if (!kept.ok) return kept
      waiting.delete(pieceId)
    }
    return reussi(undefined)
  }
  return { add: (pieceId: string, octets: Blob) => void waiting.set(pieceId, octets), write }
}

/** Claims a draft for this window and keeps writing what changes in it. */
export async function hold(brouillon: Brouillon, writtenLe: string | null): Promise<Held> {
  const pieces = createPiecesToKeep(brouillon.id)
  const autosave = createAutosave<Draft>({
    save: async (draft, le) => {
      const saved = await saveDraft(database, { ...draft, modifieLe: le })
      return saved.ok ? pieces.write() : saved
    },
  })
  const claim = await claimDraft(brouillon.id, {
    onAsked: () => {
      store.setState({ ecriture: false })
      return autosave.flush()
    },
    onLost: () => {
      autosave.stop()
      store.setState({ ecriture: false })
    },
  })
  const unsubscribe = autosave.subscribe(() => store.setState({ sauvegarde: autosave.state() }))
  const unwatch = store.subscribe((state, before) => {
    if (!state.brouillon || state.brouillon.id !== brouillon.id || !state.ecriture) return
    const changed =
      state.dossier !== before.dossier || state.brouillon !== before.brouillon || state.lectures !== before.lectures
    if (changed && before.brouillon?.id === brouillon.id) autosave.change(draftOf(state, state.brouillon))
  })
  const ending = flushOnLeave(autosave.flush)
  const moved = () => {
    const state = store.getState()
    if (
      state.brouillon?.id === brouillon.id &&
      state.ecriture &&
      state.sauvegarde.etat !== 'echec' &&
      hasWork(state.dossier)
    )
      autosave.change(draftOf(state, state.brouillon))
  }
  addEventListener('hashchange', moved)
  if (claim.state() === 'tenu') autosave.loaded(writtenLe)
  const end = () => {
    unsubscribe()
    unwatch()
    ending()
    removeEventListener('hashchange', moved)
  }
  const keepPiece = (pieceId: string, octets: Blob) => {
    pieces.add(pieceId, octets)
    void pieces.write().then((kept) => {
      const state = store.getState()
      if (!kept.ok && state.brouillon) autosave.change(draftOf(state, state.brouillon))
    })
  }
  return { claim, autosave, keepPiece, end }
}

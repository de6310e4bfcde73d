import type { Dossier } from '../dossier/dossier'
import type { Claim } from '../records/claim'
import type { Draft } from '../records/draft'
import { reussi, type Resultat } from '../records/resultat'
import { createAutosave, type Autosave } from './autosave'
import type { Core } from './core'
import type { DraftsPort, Octets } from './ports'
import type { Scope } from './scope'
import type { Brouillon, State } from './state'

/** A draft in this window's hands. */
export interface Held {
  claim: Claim
  autosave: Autosave<Draft>
  /** Writes the bytes of a pièce that was just attached; when the machine refuses, with each later attempt to save. */
  keepPiece: (pieceId: string, octets: Octets) => void
  end: () => void
}

/** The draft as it is written: what is on screen, under its name. `etape`: the route shown. */
export const draftOf = ({ dossier, lectures }: State, { id, nom, creeLe }: Brouillon, etape: string): Draft => ({
  id,
  nom,
  creeLe,
  modifieLe: creeLe,
  dossier,
  etape,
  extra: { lectures },
})

/** Whether a dossier holds anything to come back to. */
export const hasWork = ({ demandes }: Dossier) => demandes.length > 0

/**
 * ms from a change to its write. To write is to copy the whole dossier: of thousands of demandes, at every few signs it
 * would hold up the keys.
 */
export const delayOf = ({ demandes }: Dossier): number => 300 * Math.max(1, demandes.length / 400)

/** Bytes of pièces that are not written yet: each is written once, by one drain. «Enregistré» is not said while there are any. */
export function createPieceDrain(drafts: Pick<DraftsPort, 'putPiece'>, draftId: string) {
  const waiting = new Map<string, Octets>()
  let running: Promise<Resultat<unknown>> | null = null

  async function drain(): Promise<Resultat<unknown>> {
    for (let [next] = waiting; next; [next] = waiting) {
      const [pieceId, octets] = next
      const kept = await drafts.putPiece(draftId, pieceId, octets)
      if (!kept.ok) return kept
      waiting.delete(pieceId)
    }
    return reussi(undefined)
  }

  return {
    add: (pieceId: string, octets: Octets) => void waiting.set(pieceId, octets),
    write: () => (running ??= drain().finally(() => (running = null))),
  }
}

/** Claims a draft for this window and keeps writing what changes in it. `writtenLe`: ISO, null for a new draft. */
export async function hold(core: Core, scope: Scope, brouillon: Brouillon, writtenLe: string | null): Promise<Held> {
  const { store, typed, ports } = core
  const drain = createPieceDrain(ports.drafts, brouillon.id)
  const saving = createAutosave<Draft>({
    // Copying a large draft takes a while: between keys, not before the paint of one.
    clock: { now: ports.clock.now, after: ports.clock.afterwards },
    delay: ({ dossier }) => delayOf(dossier),
    save: async (draft, le) => {
      const saved = await ports.drafts.save({ ...draft, modifieLe: le })
      return saved.ok ? drain.write() : saved
    },
  })
  const flush = () => {
    typed.take()
    return saving.flush()
  }
  const autosave = { ...saving, flush }
  const isShown = () => store.getState().brouillon?.id === brouillon.id
  const readOnly = () => {
    if (!isShown()) return
    scope.endAll()
    store.setState({ ecriture: false })
  }
  const claim = await ports.drafts.claim(brouillon.id, {
    onAsked: () => {
      readOnly()
      return autosave.flush()
    },
    onLost: () => {
      autosave.stop()
      readOnly()
    },
  })
  const change = (state: State) => {
    if (state.brouillon) autosave.change(draftOf(state, state.brouillon, ports.place.current()))
  }
  const endings = [
    autosave.subscribe(() => isShown() && store.setState({ sauvegarde: autosave.state() })),
    store.subscribe((state, before) => {
      if (state.brouillon?.id !== brouillon.id || before.brouillon?.id !== brouillon.id || !state.ecriture) return
      const changed =
        state.dossier !== before.dossier || state.brouillon !== before.brouillon || state.lectures !== before.lectures
      if (changed) change(state)
    }),
    ports.place.onLeave(autosave.flush),
    ports.place.onMove(() => {
      const state = store.getState()
      if (isShown() && state.ecriture && state.sauvegarde.etat !== 'echec' && hasWork(state.dossier)) change(state)
    }),
  ]
  if (claim.state() === 'tenu') autosave.loaded(writtenLe)
  return {
    claim,
    autosave,
    keepPiece: (pieceId, octets) => {
      drain.add(pieceId, octets)
      void drain.write().then((kept) => {
        if (!kept.ok && isShown()) change(store.getState())
      })
    },
    end: () => endings.forEach((end) => end()),
  }
}

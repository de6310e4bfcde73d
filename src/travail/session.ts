import type { Dossier } from '../dossier/dossier'
import type { Draft } from '../records/draft'
import { readLectures, type Lectures } from '../records/lectures'
import { showMessage } from '../format/message'
import { messagesStockage } from '../records/resultat'
import type { Changes } from './changes'
import type { Core } from './core'
import type { Entetes } from './entete'
import { draftOf, hasWork, hold, type Held } from './held'
import { lusOf } from './lectures'
import type { Library } from './library'
import type { Notices } from './notices'
import type { Octets } from './ports'
import { createQueue } from './queue'
import type { Scope } from './scope'
import { emptyDossier, type Brouillon } from './state'

export type Session = ReturnType<typeof createSession>

/** What a draft begins with. */
export interface Debut {
  dossier: Dossier
  pieces: ReadonlyMap<string, Octets>
  nom?: string
  lectures?: Lectures
  /** Where it is shown: gone to at once, while it is being written. */
  route?: string
}

interface Parts {
  changes: Changes
  entetes: Entetes
  library: Library
  notices: Notices
  scope: Scope
  /** What is open beside the draft (the sheet of dropped files) closes with it. */
  onLeave: () => void
}

/**
 * Which draft is open: beginning, opening, taking over and leaving one, in one queue, so that none finds another half
 * done. Each that would leave a draft asks first when it could not be written.
 */
export function createSession(core: Core, { changes, entetes, library, notices, scope, onLeave }: Parts) {
  const { store, ports, octets } = core
  const queue = createQueue()
  let opened: Held | null = null
  let asked = false
  let answer: ((leave: boolean) => void) | null = null

  /** Whether what stands in memory alone may be dropped: asked of the clerk, and nothing is left before the answer. */
  const askDepart = () =>
    new Promise<boolean>((resolve) => {
      answer = (leave) => {
        answer = null
        store.setState({ departDemande: false })
        resolve(leave)
      }
      store.setState({ departDemande: true })
    })

  /** Writes what is not written yet. False: it could not be, and the clerk stays. An untouched draft is never written. */
  async function mayLeave(): Promise<boolean> {
    if (!opened) return true
    await opened.autosave.flush()
    return opened.autosave.state().etat !== 'echec' || askDepart()
  }

  /**
   * Lets the draft go, with what was typed while the next one was on its way; gives what releases it for other windows.
   * The next one is to be shown at once: in between nothing typed would be kept.
   */
  async function letGo(): Promise<() => Promise<void>> {
    const last = opened
    if (!last) return () => Promise.resolve()
    await last.autosave.flush()
    opened = null
    scope.endAll()
    changes.forget()
    onLeave()
    last.end()
    last.autosave.stop()
    return last.claim.release
  }

  function show(brouillon: Brouillon, dossier: Dossier, held: Held, lectures: Lectures) {
    opened = held
    ports.place.keepLastDraft(brouillon.id)
    store.setState(({ contexte, revision }) => ({
      brouillon,
      dossier,
      lectures,
      contexte: { ...contexte, lus: lusOf(lectures) },
      ecriture: held.claim.state() === 'tenu',
      sauvegarde: held.autosave.state(),
      controleOuvert: false,
      revision: revision + 1,
    }))
    library.refreshContexte()
  }

  const takeBytes = (pieces: ReadonlyMap<string, Octets>) => pieces.forEach((bytes, id) => octets.set(id, bytes))

  const nameOf = ({ entete }: Dossier) => `Dépôt du ${entete.dateDepot || ports.clock.today()}`

  /** At the first draft of this computer the browser is asked not to clear it by itself. */
  const askOnce = () => {
    if (asked || store.getState().brouillons.length > 0) return
    asked = true
    void ports.drafts.askPersistence()
  }

  async function beginNow({ dossier, pieces, nom = nameOf(dossier), lectures = {}, route }: Debut): Promise<boolean> {
    if (!(await mayLeave())) return false
    const brouillon = { id: ports.newId(), nom, creeLe: ports.clock.now() }
    const held = await hold(core, scope, brouillon, null)
    const release = await letGo()
    octets.clear()
    takeBytes(pieces)
    show(brouillon, dossier, held, lectures)
    if (route !== undefined) ports.place.goTo(route)
    await release()
    askOnce()
    if (!hasWork(dossier)) return true
    const saved = await ports.drafts.add(draftOf(store.getState(), brouillon, ports.place.current()), pieces)
    if (!saved.ok) {
      // With its bytes, which no record holds yet: each attempt to save writes them too.
      pieces.forEach((bytes, id) => held.keepPiece(id, bytes))
      held.autosave.change(draftOf(store.getState(), brouillon, ports.place.current()))
      await held.autosave.flush()
    }
    await library.loadBrouillons()
    return true
  }

  async function resumeNow(id: string): Promise<boolean> {
    const read = await ports.drafts.open(id)
    if (!read.ok) {
      notices.say(showMessage(messagesStockage[read.raison]))
      return false
    }
    if (!(await mayLeave())) return false
    if (opened && store.getState().brouillon?.id === id) {
      if (isWritten(opened)) return showAgain()
      // This window's own hold on it would stand in the way.
      await (
        await letGo()
      )()
    }
    const brouillon = { id, nom: read.valeur.nom, creeLe: read.valeur.creeLe }
    const held = await hold(core, scope, brouillon, read.valeur.modifieLe)
    if (held.claim.state() === 'tenu') await ports.drafts.collectPieces(id)
    // Between the first reading and the lock another window may have written.
    const again = await ports.drafts.open(id)
    const { nom, creeLe, dossier, extra } = again.ok ? again.valeur : read.valeur
    const pieces = await ports.drafts.readPieces(id)
    const release = await letGo()
    octets.clear()
    if (pieces.ok) takeBytes(pieces.valeur)
    show({ id, nom, creeLe }, dossier, held, readLectures(extra.lectures))
    await release()
    return true
  }

  const isWritten = ({ claim, autosave }: Held) =>
    claim.state() === 'tenu' && autosave.state().etat === 'enregistre' && store.getState().ecriture

  /** The draft at work, all of it written, as if it had just been opened: its forms start anew. */
  function showAgain(): true {
    store.setState(({ revision }) => ({ controleOuvert: false, revision: revision + 1 }))
    return true
  }

  /** Takes the draft over from the other window, once it has written, and shows it as it stands. */
  async function takeOverNow() {
    const { brouillon, ecriture } = store.getState()
    const held = opened
    if (!held || !brouillon || ecriture) return
    if ((await held.claim.takeOver()) !== 'tenu') return
    const read = await ports.drafts.open(brouillon.id)
    const pieces = await ports.drafts.readPieces(brouillon.id)
    if (pieces.ok) takeBytes(pieces.valeur)
    // The other window may have gone on from there, and let go of bytes that an act taken back would need.
    changes.forget()
    held.autosave.loaded(read.ok ? read.valeur.modifieLe : null)
    if (!read.ok) return store.setState(({ revision }) => ({ ecriture: true, revision: revision + 1 }))
    showWritten(read.valeur, true)
  }

  /** What another window has written of the draft that this one shows. */
  function showWritten({ id, nom, creeLe, dossier, extra }: Draft, ecriture: boolean) {
    const lectures = readLectures(extra.lectures)
    store.setState(({ contexte, revision }) => ({
      brouillon: { id, nom, creeLe },
      dossier,
      lectures,
      contexte: { ...contexte, lus: lusOf(lectures) },
      ecriture,
      revision: revision + 1,
    }))
  }

  /** The window that only reads the draft shows what is written of it; but what it could not write itself stays on screen. */
  async function followNow() {
    const { brouillon, ecriture, sauvegarde } = store.getState()
    if (!brouillon || ecriture || sauvegarde.etat !== 'enregistre') return
    const read = await ports.drafts.open(brouillon.id)
    const pieces = await ports.drafts.readPieces(brouillon.id)
    if (!read.ok || store.getState().ecriture) return
    if (pieces.ok) takeBytes(pieces.valeur)
    showWritten(read.valeur, false)
  }
  let following = false
  ports.autres.onChange((quoi) => {
    // A heap of pièces is told one by one: what waits to be read is read once.
    if (quoi !== 'brouillons' || following) return
    following = true
    void queue.run(() => {
      following = false
      return followNow()
    })
  })

  async function closeNow(): Promise<boolean> {
    if (!(await mayLeave())) return false
    const release = await letGo()
    ports.place.keepLastDraft(null)
    octets.clear()
    store.setState(({ revision }) => ({
      brouillon: null,
      dossier: emptyDossier(ports.clock.today()),
      lectures: {},
      ecriture: true,
      sauvegarde: { etat: 'enregistre', le: null },
      revision: revision + 1,
    }))
    await release()
    return true
  }

  /** Gives the dossier on screen a draft to be kept in, where it has none: a step was opened by its address. */
  async function adoptNow() {
    if (opened || store.getState().brouillon) return
    const { dossier, lectures } = store.getState()
    const brouillon = { id: ports.newId(), nom: nameOf(dossier), creeLe: ports.clock.now() }
    const held = await hold(core, scope, brouillon, null)
    show(brouillon, dossier, held, lectures)
  }

  return {
    /** Begins a draft; its pièces' bytes come with it. The one before stays among the drafts. False: the clerk stays. */
    begin: (debut: Debut) => queue.run(() => beginNow(debut)),

    /** An empty deposit of the remembered supplier, dated today, with the next free number. */
    beginDepot: () =>
      queue.run(() => {
        const empty = emptyDossier(ports.clock.today())
        const entete = entetes.freshEntete(store.getState().fournisseur ?? empty.entete)
        return beginNow({ dossier: { ...empty, entete }, pieces: new Map() })
      }),

    /** Opens a kept draft as it was left. False when it cannot be, and said why, or when the clerk stays. */
    resume: (id: string) => queue.run(() => resumeNow(id)),
    takeOver: () => queue.run(takeOverNow),
    /** Leaves the draft without going on to another one. False: the clerk stays. */
    close: () => queue.run(closeNow),
    adopt: () => queue.run(adoptNow),

    /** The clerk's answer to whether a draft that could not be written may be left. */
    answerDepart: (leaves: boolean) => answer?.(leaves),

    /** Gives the draft at work another name. */
    rename: (nom: string) => store.setState(({ brouillon }) => (brouillon ? { brouillon: { ...brouillon, nom } } : {})),

    /** The draft at work as it stands, changed now; null when none is open. */
    currentDraft: (): Draft | null => {
      const state = store.getState()
      return (
        state.brouillon && {
          ...draftOf(state, state.brouillon, ports.place.current()),
          modifieLe: ports.clock.now(),
        }
      )
    },

    /** Writes at once what is still to be written. */
    flush: async () => opened?.autosave.flush(),

    /** Keeps the bytes of a pièce that is being attached to that draft, and writes them. False: it is not the one at work. */
    keepOctets: (draft: string, pieceId: string, bytes: Octets): boolean => {
      const { brouillon, ecriture } = store.getState()
      if (!opened || brouillon?.id !== draft || !ecriture) return false
      octets.set(pieceId, bytes)
      opened.keepPiece(pieceId, bytes)
      return true
    },
  }
}

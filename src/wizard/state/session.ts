import type { Dossier } from '../../dossier/dossier'
import { showMessage } from '../../format/message'
import type { Draft } from '../../storage/draft'
import { addDraft, collectPieces, openDraft, readPieces } from '../../storage/drafts'
import { messagesStockage } from '../../storage/resultat'
import { askPersistence } from '../../storage/room'
import { say } from './actions'
import { database } from './database'
import { freshEntete } from './entete'
import { draftOf, hasWork, hold, type Held } from './held'
import { forgetLastDraft, keepLastDraft } from './lastDraft'
import { loadBrouillons, refreshContexte } from './library'
import { lusOf } from './lectures'
import { clearOctets, onOctets, putOctets } from './octets'
import { emptyDossier, store, type Brouillon, type State } from './store'
import { today } from './today'

let opened: Held | null = null

/** Writes what is not written yet and lets the draft go. */
async function leave() {
  const last = opened
  opened = null
  if (!last) return
  await last.autosave.flush()
  last.end()
  last.autosave.stop()
  await last.claim.release()
}

function show(brouillon: Brouillon, dossier: Dossier, held: Held, lectures: State['lectures']) {
  opened = held
  keepLastDraft(brouillon.id)
  store.setState({
    brouillon,
    dossier,
    lectures,
    contexte: { ...store.getState().contexte, lus: lusOf(lectures) },
    ecriture: held.claim.state() === 'tenu',
    sauvegarde: held.autosave.state(),
    controleOuvert: false,
    revisions: {},
  })
  refreshContexte()
}

const nameOf = (dossier: Dossier) => `Dépôt du ${dossier.entete.dateDepot || today()}`

/** Begins a draft with this dossier; its pièces' bytes come with it. The one at work before stays among the drafts. */
export async function beginBrouillon(
  dossier: Dossier,
  pieces: ReadonlyMap<string, Blob>,
  nom = nameOf(dossier),
  lectures: State['lectures'] = {},
) {
  await leave()
  clearOctets()
  const brouillon = { id: crypto.randomUUID(), nom, creeLe: new Date().toISOString() }
  const held = await hold(brouillon, null)
  for (const [id, octets] of pieces) putOctets(id, octets)
  show(brouillon, dossier, held, lectures)
  askOnce()
  if (!hasWork(dossier)) return
  const saved = await addDraft(database, draftOf(store.getState(), brouillon), pieces)
  if (!saved.ok) store.setState({ sauvegarde: { etat: 'echec', raison: saved.raison } })
  await loadBrouillons()
}

let asked = false

/** At the first draft of this computer the browser is asked not to clear it by itself. */
function askOnce() {
  if (asked || store.getState().brouillons.length > 0) return
  asked = true
  void askPersistence()
}

/** An empty deposit of the remembered supplier, dated today, with the next free number. */
export async function beginDepot() {
  const { fournisseur } = store.getState()
  await beginBrouillon({ ...emptyDossier(), entete: freshEntete(fournisseur ?? emptyDossier().entete) }, new Map())
}

/** Opens a kept draft as it was left. False, and said why, when it cannot be. */
export async function resumeBrouillon(id: string): Promise<boolean> {
  const read = await openDraft(database, id)
  if (!read.ok) {
    say(showMessage(messagesStockage[read.raison]))
    return false
  }
  await leave()
  const { nom, creeLe, modifieLe, dossier, extra } = read.valeur
  const brouillon = { id, nom, creeLe }
  const held = await hold(brouillon, modifieLe)
  if (held.claim.state() === 'tenu') await collectPieces(database, id)
  // Between the first reading and the lock another window may have written.
  const now = await openDraft(database, id)
  const pieces = await readPieces(database, id)
  clearOctets()
  if (pieces.ok) for (const [pieceId, octets] of pieces.valeur) putOctets(pieceId, octets)
  show(brouillon, now.ok ? now.valeur.dossier : dossier, held, readLectures(extra))
  return true
}

export const readLectures = ({ lectures }: Draft['extra']): State['lectures'] =>
  typeof lectures === 'object' && lectures !== null ? (lectures as State['lectures']) : {}

/** Takes the draft over from the other window, once it has written, and shows it as it stands. */
export async function takeOver() {
  const { brouillon } = store.getState()
  if (!opened || !brouillon) return
  await opened.claim.takeOver()
  const held = opened
  const read = await openDraft(database, brouillon.id)
  const pieces = await readPieces(database, brouillon.id)
  if (pieces.ok) for (const [pieceId, octets] of pieces.valeur) putOctets(pieceId, octets)
  held.autosave.loaded(read.ok ? read.valeur.modifieLe : null)
  const { revisions, dossier } = store.getState()
  const shown = read.ok ? read.valeur.dossier : dossier
  const anew = Object.fromEntries(shown.demandes.map(({ id }) => [id, (revisions[id] ?? 0) + 1]))
  store.setState({
    dossier: shown,
    ecriture: true,
    revisions: { ...revisions, ...anew, entete: (revisions.entete ?? 0) + 1 },
  })
}

/** Gives the draft at work another name. */
export const renameBrouillon = (nom: string) =>
  store.setState(({ brouillon }) => (brouillon ? { brouillon: { ...brouillon, nom } } : {}))

/** The draft at work as it stands, changed now; null when none is open. */
export function currentDraft(): Draft | null {
  const state = store.getState()
  return state.brouillon && { ...draftOf(state, state.brouillon), modifieLe: new Date().toISOString() }
}

/** Writes at once what is still to be written. */
export const flush = async () => opened?.autosave.flush()

/** Leaves the draft without going on to another one. */
export async function closeBrouillon() {
  await leave()
  forgetLastDraft()
  store.setState({
    brouillon: null,
    dossier: emptyDossier(),
    lectures: {},
    sauvegarde: { etat: 'enregistre', le: null },
  })
}

// What is attached while a draft is open is kept with it at once, and only then: autosave writes the small record.
onOctets((pieceId, octets) => opened?.keepPiece(pieceId, octets))

/** Gives the dossier on screen a draft to be kept in, where it has none: a step was opened by its address. */
export async function adoptDossier() {
  if (opened || store.getState().brouillon) return
  const { dossier, lectures } = store.getState()
  const brouillon = { id: crypto.randomUUID(), nom: nameOf(dossier), creeLe: new Date().toISOString() }
  store.setState({ brouillon })
  const held = await hold(brouillon, null)
  show(brouillon, store.getState().dossier, held, lectures)
  // Typed while the lock was asked for.
  const now = store.getState()
  if (now.dossier !== dossier) held.autosave.change(draftOf(now, brouillon))
}

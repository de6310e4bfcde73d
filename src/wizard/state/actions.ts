import {
  emptyDemande,
  emptySaisie,
  type Demande,
  type Dossier,
  type Entete,
  type Piece,
  type Saisie,
} from '../../dossier/dossier'
import type { TypeFichier } from '../../format/profil'
import { store, type Avis, type State } from './store'
import { today } from './today'

// While another window holds the draft nothing is changed here: the screens are disabled, this holds for late answers.
const setDossier = (change: (dossier: Dossier) => Partial<Dossier>) =>
  store.setState(({ dossier, ecriture }) => (ecriture ? { dossier: { ...dossier, ...change(dossier) } } : {}))

const setDemandes = (change: (demandes: readonly Demande[]) => readonly Demande[]) =>
  setDossier(({ demandes }) => ({ demandes: change(demandes) }))

export const setEntete = (entete: Entete) => setDossier(() => ({ entete }))

const sameList = (a: unknown, b: unknown): boolean =>
  Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, index) => item === b[index])

/** Takes what a form holds. Lists that did not change keep their identity, so that what was derived from them stands. */
export const setSaisie = (id: string, typed: Saisie) =>
  setDemandes((demandes) =>
    demandes.map((demande) => {
      if (demande.id !== id) return demande
      const kept = Object.entries(typed).map(([name, value]) => {
        const before = demande.saisie[name as keyof Saisie]
        return [name, sameList(before, value) ? before : value] as const
      })
      return { ...demande, saisie: Object.fromEntries(kept) as unknown as Saisie }
    }),
  )

/** Appends an empty demande; gives its rank from 1. */
export function addDemande(): number {
  setDemandes((demandes) => [...demandes, emptyDemande(crypto.randomUUID())])
  return store.getState().dossier.demandes.length
}

/** Appends demandes that come from a file. */
export const addDemandes = (added: readonly Demande[]) => setDemandes((demandes) => [...demandes, ...added])

/** A demande like another one, after it: what is particular to the other (numbers, FINESS, pièces) is left to fill in. */
export function duplicateDemande(id: string) {
  setDemandes((demandes) =>
    demandes.flatMap((demande) => {
      if (demande.id !== id) return [demande]
      const { numeroASP, numeroEditeur, beneficiaires, beneficiairesEnCours } = emptySaisie
      const libelle = demande.saisie.libelleInterne.trim()
      const libelleInterne = libelle === '' ? '' : `${libelle} (copie)`
      const saisie = {
        ...demande.saisie,
        numeroASP,
        numeroEditeur,
        beneficiaires,
        beneficiairesEnCours,
        libelleInterne,
      }
      return [demande, { ...emptyDemande(crypto.randomUUID()), saisie }]
    }),
  )
  say('Demande dupliquée. Restent à remplir : les deux numéros, les FINESS et les pièces.')
}

/** Takes a demande out; the notice that says so puts it back where it was. */
export function removeDemande(id: string) {
  const { demandes } = store.getState().dossier
  const index = demandes.findIndex((demande) => demande.id === id)
  const removed = demandes[index]
  if (!removed) return
  setDemandes((all) => all.filter((demande) => demande.id !== id))
  say(`Demande n° ${index + 1} supprimée.`, () =>
    setDemandes((all) =>
      all.some((demande) => demande.id === id) ? all : [...all.slice(0, index), removed, ...all.slice(index)],
    ),
  )
}

/** Moves a demande up (−1) or down (+1) the list. */
export const moveDemande = (id: string, by: -1 | 1) =>
  setDemandes((demandes) => {
    const from = demandes.findIndex((demande) => demande.id === id)
    const [moved, other] = [demandes[from], demandes[from + by]]
    if (!moved || !other) return demandes
    return demandes.map((demande) => (demande === moved ? other : demande === other ? moved : demande))
  })

const setPiece = (id: string, type: TypeFichier, piece: Piece | null) =>
  setDemandes((demandes) =>
    demandes.map((demande) =>
      demande.id === id ? { ...demande, pieces: { ...demande.pieces, [type]: piece } } : demande,
    ),
  )

/** Attaches a pièce. What stood there before can be had back from the notice. */
export function attachPiece(id: string, type: TypeFichier, piece: Piece) {
  const before = store.getState().dossier.demandes.find((demande) => demande.id === id)?.pieces[type]
  setPiece(id, type, piece)
  if (before) say(`« ${before.nomOriginal} » remplacé par « ${piece.nomOriginal} ».`, () => setPiece(id, type, before))
}

/** Appends demandes and attaches pièces, all at once; the notice takes all of it back. */
export function attachPieces(
  nouvelles: readonly Demande[],
  placees: readonly { demande: string; type: TypeFichier; piece: Piece }[],
) {
  const before = store.getState().dossier.demandes
  setDemandes((demandes) =>
    [...demandes, ...nouvelles].map((demande) =>
      placees
        .filter((placee) => placee.demande === demande.id)
        .reduce((filled, { type, piece }) => ({ ...filled, pieces: { ...filled.pieces, [type]: piece } }), demande),
    ),
  )
  const parts = [`${placees.length} pièce${placees.length > 1 ? 's jointes' : ' jointe'}`]
  if (nouvelles.length > 0) parts.push(`${nouvelles.length} demande${nouvelles.length > 1 ? 's créées' : ' créée'}`)
  const restore = new Map(before.map((demande) => [demande.id, demande.pieces]))
  const made = new Set(nouvelles.map(({ id }) => id))
  say(`${parts.join(', ')}.`, () =>
    setDemandes((demandes) =>
      demandes
        .filter(({ id }) => !made.has(id))
        .map((demande) => ({ ...demande, pieces: restore.get(demande.id) ?? demande.pieces })),
    ),
  )
}

/** Takes a pièce off; the notice that says so puts it back. */
export function removePiece(id: string, type: TypeFichier) {
  const before = store.getState().dossier.demandes.find((demande) => demande.id === id)?.pieces[type]
  if (!before) return
  setPiece(id, type, null)
  say(`« ${before.nomOriginal} » retiré.`, () => setPiece(id, type, before))
}

/** Marks an alerte as seen, or takes the mark away. `key` is the alerte's `constatKey`. */
export const setVerifie = (key: string, seen: boolean) =>
  setDossier(({ verifies }) => {
    const { [key]: _, ...others } = verifies
    return { verifies: seen ? { ...others, [key]: new Date().toISOString() } : others }
  })

/** Lets an erreur stand, for the reason given; with null it blocks again. `key` is its `constatKey`. */
export const setPasseOutre = (key: string, raison: string | null) =>
  setDossier(({ passesOutre }) => {
    const { [key]: _, ...others } = passesOutre
    return { passesOutre: raison === null ? others : { ...others, [key]: raison } }
  })

export const openControle = () =>
  store.setState(({ controleOuvert }) => (controleOuvert ? {} : { controleOuvert: true }))

/** The clock may pass midnight while the page is open. */
export const refreshToday = () =>
  store.setState(({ contexte }) => (contexte.today === today() ? {} : { contexte: { ...contexte, today: today() } }))

/** Says a line to the clerk, with a way back when one is given. */
export function say(texte: string, annuler?: () => void) {
  const avis: Avis = annuler ? { id: crypto.randomUUID(), texte, annuler } : { id: crypto.randomUUID(), texte }
  store.setState((state: State) => ({ avis: [...state.avis.slice(-2), avis] }))
  // A line with a way back stays until it is dismissed or pushed out by others.
  if (!annuler) setTimeout(() => dismissAvis(avis.id), 8_000)
}

export const dismissAvis = (id: string) => store.setState(({ avis }) => ({ avis: avis.filter((one) => one.id !== id) }))

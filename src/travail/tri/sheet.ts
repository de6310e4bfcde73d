import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Piece } from '../../dossier/dossier'
import type { Message } from '../../format/message'
import type { TypeFichier } from '../../format/profil'
import type { Lecture } from '../../lecture/lecture'
import type { Recours } from '../../pieces/recours'
import type { FichierDonne, Octets } from '../ports'

/** One dropped file on the review sheet. */
export interface Element {
  id: string
  nom: string
  /** The folders that it came in, before its name: `Labo des Lilas/`; empty when it came alone. */
  dossier: string
  fichier: FichierDonne
  etat: Attente | Pret | Refuse
}

interface Attente {
  kind: 'attente'
}

export interface Pret {
  kind: 'pret'
  piece: Piece
  octets: Octets
  lecture: Lecture | null
  type: TypeFichier | null
  raisonType: string
  /** Id of a demande of the dossier, of one to be made (`nouvelle-…`), or null: it is left out. */
  cible: string | null
  raisonCible: string
  /** What the document itself points to, before anything was planned or chosen. */
  devine: { cible: string | null; raisonCible: string }
  /** The clerk chose the demande, or none: nothing else does. */
  choisi: boolean
  /** Same bytes as another file, and which. */
  double: string | null
}

interface Refuse extends Message {
  kind: 'refus'
  recours: Recours | null
}

export interface Tri {
  elements: readonly Element[]
  /** Set while files are being examined or joined: how far, 0 to 1. */
  travail: { texte: string; share: number } | null
  /** Whether an invoice without a demande gets one to be made. */
  creer: boolean
  /** Ids of demandes in which nothing stood when the sheet opened. */
  vides: readonly string[]
}

interface TriState {
  tri: Tri | null
  /** Ids of the demandes to which the last sheet brought something: they are shown as such. */
  servies: readonly string[]
}

export type TriStore = StoreApi<TriState>

/** The review sheet; null while none is open. Nothing on it is attached before the clerk says so. */
export const createTriStore = (): TriStore => createStore<TriState>(() => ({ tri: null, servies: [] }))

/** Changes of the sheet that is open; without one they do nothing. */
export function createSheet(store: TriStore) {
  const change = (step: (tri: Tri) => Tri) => store.setState(({ tri }) => (tri ? { tri: step(tri) } : {}))
  const changeElement = (id: string, step: (element: Element) => Element) =>
    change((tri) => ({ ...tri, elements: tri.elements.map((one) => (one.id === id ? step(one) : one)) }))
  return {
    change,
    changeElement,
    setEtat: (id: string, etat: Element['etat']) => changeElement(id, (one) => ({ ...one, etat })),
    /** A file made of another one takes its place, to be examined. */
    setFichier: (id: string, fichier: FichierDonne) =>
      changeElement(id, (one) => ({ ...one, nom: fichier.name, fichier, etat: { kind: 'attente' } })),
    /** Changes a guess: what the clerk says needs no reason. */
    changePret: (id: string, { type, cible }: Partial<Pick<Pret, 'type' | 'cible'>>) =>
      changeElement(id, (one) => {
        if (one.etat.kind !== 'pret') return one
        const typed = type === undefined ? {} : { type, raisonType: '' }
        const placed = cible === undefined ? {} : { cible, raisonCible: '', choisi: true }
        return { ...one, etat: { ...one.etat, ...typed, ...placed } }
      }),
    /** Moves a file up or down: joined documents follow this order. */
    move: (id: string, by: -1 | 1) =>
      change((tri) => {
        const from = tri.elements.findIndex((one) => one.id === id)
        const [moved, other] = [tri.elements[from], tri.elements[from + by]]
        if (!moved || !other) return tri
        return { ...tri, elements: tri.elements.map((one) => (one === moved ? other : one === other ? moved : one)) }
      }),
    setTravail: (travail: Tri['travail']) => change((tri) => ({ ...tri, travail })),
  }
}

export type Sheet = ReturnType<typeof createSheet>

/** A file that can be a pièce, as it stands on the sheet. */
export type PretSurFeuille = Pret & Pick<Element, 'id' | 'nom' | 'dossier'>

/** The folders of a dropped file, as they stand before its name. */
export const dossierOf = ({ path = '' }: FichierDonne) => path.replace(/^\.?\//, '').replace(/[^/]*$/, '')

/** How the sheet calls a file: files of several folders often bear one name. */
export const showFichier = ({ dossier, nom }: Pick<Element, 'dossier' | 'nom'>) => dossier + nom

/** The files of the sheet that can be pièces, in its order. */
export const pretsOf = ({ elements }: Pick<Tri, 'elements'>): PretSurFeuille[] =>
  elements.flatMap(({ id, nom, dossier, etat }) => (etat.kind === 'pret' ? [{ id, nom, dossier, ...etat }] : []))

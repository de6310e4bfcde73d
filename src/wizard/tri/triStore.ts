import { createStore } from 'zustand/vanilla'
import type { Piece } from '../../dossier/dossier'
import type { Message } from '../../format/message'
import type { TypeFichier } from '../../format/profil'
import type { Recours } from '../../pieces/examine'
import type { Lecture } from '../../lecture/lecture'

/** One dropped file on the review sheet. */
export interface Element {
  id: string
  nom: string
  fichier: File
  etat: Attente | Pret | Refuse
}

interface Attente {
  kind: 'attente'
}

export interface Pret {
  kind: 'pret'
  piece: Piece
  octets: Blob
  lecture: Lecture | null
  type: TypeFichier | null
  raisonType: string
  /** Id of a demande of the dossier, of one to be made (`nouvelle-…`), or null: it is left out. */
  cible: string | null
  raisonCible: string
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
}

/** The review sheet; null while none is open. Nothing on it is attached before the clerk says so. */
export const triStore = createStore<{ tri: Tri | null }>(() => ({ tri: null }))

export const setTri = (change: (tri: Tri) => Tri) => triStore.setState(({ tri }) => (tri ? { tri: change(tri) } : {}))

export const setElement = (id: string, etat: Element['etat']) =>
  setTri((tri) => ({ ...tri, elements: tri.elements.map((one) => (one.id === id ? { ...one, etat } : one)) }))

/** Changes a guess. */
export const changePret = (id: string, change: Partial<Pick<Pret, 'type' | 'cible'>>) =>
  setTri((tri) => ({
    ...tri,
    elements: tri.elements.map((one) =>
      one.id === id && one.etat.kind === 'pret' ? { ...one, etat: { ...one.etat, ...change } } : one,
    ),
  }))

/** Moves a file up or down: joined documents follow this order. */
export const moveElement = (id: string, by: -1 | 1) =>
  setTri((tri) => {
    const from = tri.elements.findIndex((one) => one.id === id)
    const [moved, other] = [tri.elements[from], tri.elements[from + by]]
    if (!moved || !other) return tri
    return { ...tri, elements: tri.elements.map((one) => (one === moved ? other : one === other ? moved : one)) }
  })

export const pretsOf = (tri: Tri) =>
  tri.elements.flatMap(({ id, nom, etat }) => (etat.kind === 'pret' ? [{ id, nom, ...etat }] : []))

import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { createChecker, noContexte, type Bilan, type Contexte } from '../../dossier/checkDossier'
import type { Dossier } from '../../dossier/dossier'
import { profil } from '../../format/profil'
import type { Lecture } from '../../lecture/lecture'
import type { EtatSauvegarde } from '../../storage/autosave'
import type { DraftResume } from '../../storage/drafts'
import type { DepotTelecharge } from '../../storage/history'
import type { ModeleRetenu } from '../../storage/modele'
import type { Supplier } from '../../storage/supplier'
import { today } from './today'

/** A line said to the clerk, with a way back where there is one. */
export interface Avis {
  id: string
  texte: string
  annuler?: () => void
}

/** The draft that the dossier is kept in. */
export interface Brouillon {
  id: string
  nom: string
  /** ISO. */
  creeLe: string
}

export interface State {
  dossier: Dossier
  /** Null before the first deposit is begun. */
  brouillon: Brouillon | null
  /** False while another window holds the draft: it is shown, and nothing is changed. */
  ecriture: boolean
  sauvegarde: EtatSauvegarde
  /** Drafts kept on this computer, and deposits downloaded from it, the last first. */
  brouillons: readonly DraftResume[]
  depots: readonly DepotTelecharge[]
  fournisseur: Supplier | null
  /** The ASP's modèle that files are written after; null: in the guide's shape. */
  modele: ModeleRetenu | null
  /** What was read in each pièce, by its id; null where nothing could be. */
  lectures: Readonly<Record<string, Lecture | null>>
  contexte: Contexte
  /** Once the contrôle step was opened, empty required fields speak too. */
  controleOuvert: boolean
  /** Counts the times a demande was changed from outside its form, by id: the form then starts anew. */
  revisions: Readonly<Record<string, number>>
  avis: readonly Avis[]
}

/** A dossier without anything typed, to be deposited today. */
export const emptyDossier = (): Dossier => ({
  entete: { numeroAns: '', SIRET: '', dateDepot: today(), numeroFichier: '001', vague: profil.vagues[0] },
  demandes: [],
  verifies: {},
  passesOutre: {},
})

const initialState = (): State => ({
  dossier: emptyDossier(),
  brouillon: null,
  ecriture: true,
  sauvegarde: { etat: 'enregistre', le: null },
  brouillons: [],
  depots: [],
  fournisseur: null,
  modele: null,
  lectures: {},
  contexte: noContexte(today()),
  controleOuvert: false,
  revisions: {},
  avis: [],
})

/** The one store: the dossier as it stands, and the little that the screens share beside it. */
export const store = createStore<State>(initialState)

const checkDossier = createChecker()
let judged: { dossier: Dossier; contexte: Contexte; bilan: Bilan } | null = null

/** What is found in the dossier of this state; computed once for each state of dossier and context. */
export function bilanOf({ dossier, contexte }: State): Bilan {
  if (judged?.dossier !== dossier || judged.contexte !== contexte)
    judged = { dossier, contexte, bilan: checkDossier(dossier, contexte) }
  return judged.bilan
}

/** A part of the state; the component is drawn again when that part changes. */
export const useApp = <Part>(select: (state: State) => Part): Part => useStore(store, select)

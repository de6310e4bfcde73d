import { noContexte, type Contexte } from '../dossier/contexte'
import type { Dossier } from '../dossier/dossier'
import type { Jour } from '../format/jour'
import { profil } from '../format/profil'
import type { Lecture } from '../lecture/lecture'
import type { DepotTelecharge } from '../records/depotTelecharge'
import type { DraftResume } from '../records/draft'
import type { ModeleRetenu } from '../records/modele'
import type { Supplier } from '../records/supplier'
import type { EtatSauvegarde } from './autosave'
import type { FichierDonne } from './ports'

/** What a line offers to take back, as data: a step of the draft at work, a removed draft, a modèle put aside, files left unjoined. */
export type Annulation =
  | { kind: 'etape'; id: string }
  | { kind: 'brouillon'; id: string }
  | { kind: 'modele'; modele: ModeleRetenu }
  | { kind: 'fichiers'; fichiers: readonly FichierDonne[] }

/** A line said to the clerk, with a way back where there is one. */
export interface Avis {
  id: string
  texte: string
  annulation: Annulation | null
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
  /** Ids of the pièces that are being read, those of a draft just left among them. */
  enLecture: ReadonlySet<string>
  contexte: Contexte
  /** Once the contrôle step was opened, empty required fields speak too. */
  controleOuvert: boolean
  /**
   * Grows each time what is shown was changed from outside the forms, for the whole draft or for one demande (by id;
   * `entete` for the header): the form then starts anew. Never goes back, whatever draft is opened.
   */
  revision: number
  revisions: Readonly<Record<string, number>>
  avis: readonly Avis[]
  /** Texts of the last step that can be taken back, and of the last one taken back. */
  annulable: string | null
  retablissable: string | null
  /** The draft at work could not be written, and is about to be left: the clerk is asked. */
  departDemande: boolean
}

/** A dossier without anything typed, to be deposited on that day. */
export const emptyDossier = (today: Jour): Dossier => ({
  entete: { numeroAns: '', SIRET: '', dateDepot: today, numeroFichier: '001', vague: profil.vagues[0] },
  demandes: [],
  verifies: {},
  passesOutre: {},
})

/** What stands before anything was read from this computer. */
export const initialState = (today: Jour): State => ({
  dossier: emptyDossier(today),
  brouillon: null,
  ecriture: true,
  sauvegarde: { etat: 'enregistre', le: null },
  brouillons: [],
  depots: [],
  fournisseur: null,
  modele: null,
  lectures: {},
  enLecture: new Set(),
  contexte: noContexte(today),
  controleOuvert: false,
  revision: 0,
  revisions: {},
  avis: [],
  annulable: null,
  retablissable: null,
  departDemande: false,
})

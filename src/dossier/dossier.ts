import { parType, profil, type FormatFichier, type TypeFichier, type Vague } from '../format/profil'
import type { Champ } from './champs'

/** Everything the clerk prepares for one deposit, as typed: texts stay texts until they are written. */
export interface Dossier {
  entete: Entete
  demandes: readonly Demande[]
  /** Alertes marked «Vérifié»: key of the alerte (`constatKey`) → when, ISO. A changed value changes the key. */
  verifies: Readonly<Record<string, string>>
  /** Erreurs that the clerk lets stand: key of the erreur → why, in his words. A changed value changes the key. */
  passesOutre: Readonly<Record<string, string>>
}

export interface Entete {
  numeroAns: string
  SIRET: string
  dateDepot: string
  numeroFichier: string
  vague: Vague
}

export interface Demande {
  id: string
  saisie: Saisie
  pieces: Readonly<Record<TypeFichier, Piece | null>>
  /** Why the portal rejected it, in a deposit that corrects another one. */
  rejet: Rejet | null
}

/** What the portal said when it rejected a demande. guide §1.2 */
export interface Rejet {
  /** Word for word. */
  libelle: string
  /** The field it speaks of. */
  champ: Champ
  /** What stood in that field: once it says something else, the rejection has been answered. */
  valeur: string
}

/** What is typed on a demande's page. `…EnCours` is what still stands in a list's entry field. */
export interface Saisie {
  numeroASP: string
  numeroEditeur: string
  libelleInterne: string
  dateFacture: string
  montantSegurHTFacture: string
  /** Amounts of «Additionner plusieurs factures»; empty when that list is closed. */
  montantsAdditionnes: string[]
  montantCommande: string
  beneficiaires: string[]
  beneficiairesEnCours: string
  isDirectToDMP: boolean | null
  identDMP: string[]
  identDMPEnCours: string
  isDirectToMSSPro: boolean | null
  adresseBoiteMSSPro: string
  isDirectToMSSCitoyen: boolean | null
  adresseBoiteMSSCitoyen: string
}

/** One attached document, without its bytes: those are found by `id`. Sizes in bytes. */
export interface Piece {
  id: string
  nomOriginal: string
  formatFichier: FormatFichier
  taille: number
  /** SHA-256 of the bytes, hexadecimal. */
  empreinte: string
  /** Pages of a PDF; 1 for a picture; null when it has none to count. */
  pages: number | null
  /** What was noticed in the bytes and stays true as long as they do. */
  remarques: readonly Remarque[]
  /** How many documents were joined into it; 1 for a file as it was dropped. */
  documents: number
}

/**
 * `extension`: its name said another format. `repare`: opens only after repair. `octetsAvant`: bytes before `%PDF-`.
 * `restrictions`: an owner's password forbids printing or copying. `nonVerifie`: opening it took too long to be sure.
 */
export type Remarque = 'extension' | 'repare' | 'octetsAvant' | 'restrictions' | 'nonVerifie'

export const emptySaisie: Saisie = {
  numeroASP: '',
  numeroEditeur: '',
  libelleInterne: '',
  dateFacture: '',
  montantSegurHTFacture: '',
  montantsAdditionnes: [],
  montantCommande: '',
  beneficiaires: [],
  beneficiairesEnCours: '',
  isDirectToDMP: null,
  identDMP: [],
  identDMPEnCours: '',
  isDirectToMSSPro: null,
  adresseBoiteMSSPro: '',
  isDirectToMSSCitoyen: null,
  adresseBoiteMSSCitoyen: '',
}

/** What a demande's pièces weigh together, in bytes. */
export const taillePieces = ({ pieces }: Pick<Demande, 'pieces'>) =>
  profil.typesFichier.reduce((sum, type) => sum + (pieces[type]?.taille ?? 0), 0)

/** A demande where nothing is typed yet. The id is the caller's: this floor knows no chance. */
export const emptyDemande = (id: string): Demande => ({
  id,
  saisie: emptySaisie,
  pieces: parType(() => null),
  rejet: null,
})

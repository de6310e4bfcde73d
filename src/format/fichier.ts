import type { Jour } from './jour'
import type { Centimes } from './montant'
import type { FormatFichier, TypeFichier } from './profil'

/** The values of one JSON file, right and complete (guide §3.2). What is always null or constant is the writer's own. */
export interface Fichier {
  numeroAns: string
  SIRET: string
  lignesImport: readonly LigneImport[]
}

/** One demande of the file. Its numLigne is its rank, from 1. */
export interface LigneImport {
  numeroASP: string
  numeroEditeur: string
  facture: { dateFacture: Jour; montantSegurHTFacture: Centimes }
  beneficiaires: readonly string[]
  piecesJustificatives: readonly PieceJustificative[]
  scenarioInstallation: ScenarioInstallation
}

export interface PieceJustificative {
  nomFichier: string
  formatFichier: FormatFichier
  typeFichier: TypeFichier
}

/** An identDMP list is empty, and an address null, when its boolean is false (format §2). */
export interface ScenarioInstallation {
  isDirectToDMP: boolean
  identDMP: readonly string[]
  isDirectToMSSPro: boolean
  adresseBoiteMSSPro: string | null
  isDirectToMSSCitoyen: boolean
  adresseBoiteMSSCitoyen: string | null
}

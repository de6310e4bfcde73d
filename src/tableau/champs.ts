import type { Champ } from '../dossier/champs'
import type { Saisie } from '../dossier/dossier'

/** What a column can hold, in the order of a demande's page. */
export const champsTableau = [
  'numeroASP',
  'numeroEditeur',
  'libelleInterne',
  'dateFacture',
  'montantSegurHTFacture',
  'montantCommande',
  'beneficiaires',
  'isDirectToDMP',
  'identDMP',
  'isDirectToMSSPro',
  'adresseBoiteMSSPro',
  'isDirectToMSSCitoyen',
  'adresseBoiteMSSCitoyen',
] as const satisfies readonly (Champ & keyof Saisie)[]

/** What every demande needs and a table usually has in columns. */
export const champsAttendus = [
  'numeroASP',
  'numeroEditeur',
  'dateFacture',
  'montantSegurHTFacture',
  'beneficiaires',
] as const satisfies readonly ChampTableau[]

export type ChampTableau = (typeof champsTableau)[number]
export type ChampListe = 'beneficiaires' | 'identDMP'
export type ChampReponse = 'isDirectToDMP' | 'isDirectToMSSPro' | 'isDirectToMSSCitoyen'
export type ChampTexte = Exclude<ChampTableau, ChampListe | ChampReponse>

export const isChampListe = (champ: ChampTableau): champ is ChampListe =>
  champ === 'beneficiaires' || champ === 'identDMP'
export const isChampReponse = (champ: ChampTableau): champ is ChampReponse => champ.startsWith('isDirectTo')

/** What a table, or a value given for all its rows, says of a demande. A field that is absent says nothing. */
export type Valeurs = Partial<Pick<Saisie, ChampTableau>>

import { showDemandesMax } from './limites'
import type { Message } from './message'
import { nomProfil, profil } from './profil'

/** What one reading will take before it gives up: a real file has 200 demandes and some 600 kB. */
export const bornes = {
  /** UTF-16 code units of the text. */
  longueur: 20_000_000,
  /** Values of all kinds: what fills the memory is their number, not their length. */
  valeurs: 500_000,
  /** Demandes of one file: the ASP takes 200, a work list to be split may have more. */
  demandes: 5_000,
  /** Objects and lists inside each other; the ASP's files have four. */
  profondeur: 100,
} as const

/** What a JSON parser expected and did not find. */
export type Attendu =
  'valeur' | 'balise' | 'deuxPoints' | 'virguleObjet' | 'virguleListe' | 'guillemet' | 'echappement' | 'fin' | 'coupe'

/** Why a text cannot be read at all. Line and column count from 1. */
export type Refus =
  | { raison: 'vide' }
  | { raison: 'pasDuJson'; ligne: number; colonne: number; attendu: Attendu }
  | { raison: 'tropGrand' }
  | { raison: 'tropProfond' }
  | { raison: 'sansLignesImport' }
  | { raison: 'tropDeDemandes'; nombre: number }
  | { raison: 'autreCouloir'; prefixe: string }
  | { raison: 'autreProfil'; nom: string }

export type Refuse = { ok: false } & Refus

const attendus: Readonly<Record<Attendu, string>> = {
  valeur: 'on attend ici une valeur (texte entre guillemets, nombre, true, false, null, liste ou bloc)',
  balise: 'on attend ici un nom de balise entre guillemets',
  deuxPoints: 'il manque « : » après le nom de la balise',
  virguleObjet: 'il manque une virgule, ou l’accolade « } » qui ferme le bloc',
  virguleListe: 'il manque une virgule, ou le crochet « ] » qui ferme la liste',
  guillemet: 'un texte n’est pas refermé par un guillemet avant la fin de la ligne',
  echappement: 'une barre oblique inverse « \\ » est suivie d’un caractère impossible',
  fin: 'il reste du texte après la fin du fichier JSON',
  coupe: 'le fichier s’arrête avant sa fin : il a été coupé',
}

const messages: { readonly [Raison in Refus['raison']]: (refus: Extract<Refus, { raison: Raison }>) => Message } = {
  vide: () => ({ faute: 'Ce fichier est vide.', remede: 'Téléchargez-le ou exportez-le de nouveau, puis rouvrez-le.' }),
  pasDuJson: ({ ligne, colonne, attendu }) => ({
    faute: `Ce fichier n’est pas du JSON : ligne ${ligne}, colonne ${colonne}, ${attendus[attendu]}.`,
    remede: 'Corrigez-le à cet endroit ou exportez-le de nouveau.',
  }),
  tropGrand: () => ({
    faute: 'Ce fichier est trop grand pour être un fichier de demandes.',
    remede: `Vérifiez que c’est bien le bon : un fichier de ${showDemandesMax()} pèse moins de 1 Mo.`,
  }),
  tropProfond: () => ({
    faute: 'Ce fichier emboîte trop de blocs les uns dans les autres pour être un fichier de demandes.',
    remede: 'Vérifiez que c’est bien le bon.',
  }),
  sansLignesImport: () => ({
    faute: 'Ce fichier JSON n’a pas de balise lignesImport : ce n’est pas un fichier de demandes.',
    remede: 'Ouvrez un fichier de demandes de solde ou d’avance, un retour du portail ou le modèle de l’ASP.',
  }),
  tropDeDemandes: ({ nombre }) => ({
    faute: `Ce fichier a ${nombre} demandes, ${bornes.demandes} au plus peuvent être ouvertes ensemble.`,
    remede: 'Partagez-le en plusieurs fichiers.',
  }),
  autreCouloir: ({ prefixe }) => ({
    faute: `Les numéros de dossier de ce fichier commencent par ${prefixe} : il est d’un autre couloir.`,
    remede: `Cet outil ne prépare que les demandes ${nomProfil}, dont les numéros commencent par ${profil.prefixeNumeroASP}.`,
  }),
  autreProfil: ({ nom }) => ({
    faute: `Les pièces de ce fichier se nomment ${nom}-… : il est de ${nom}, pas de ${nomProfil}.`,
    remede: `Un fichier ne contient que des demandes du même couloir et du même type de logiciel (§2.1) ; cet outil prépare celles de ${nomProfil}.`,
  }),
}

/** Why the file is refused, for the clerk. */
export const showRefus = (refus: Refus): Message => (messages[refus.raison] as (refus: Refus) => Message)(refus)

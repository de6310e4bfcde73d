import type { Finess } from '../dossier/finess'
import type { Siret } from '../dossier/siret'
import type { Jour } from '../format/jour'
import type { Centimes } from '../format/montant'
import type { TypeFichier } from '../format/profil'
import type { Genre } from './genre/genre'

/** A rectangle of a page, in points, origin at the top left of the page as displayed. */
export interface Cadre {
  x: number
  y: number
  largeur: number
  hauteur: number
}

/** One run of text where the document draws it. */
export interface TexteItem extends Cadre {
  texte: string
  /** Written on the page afterwards: a note or a stamp. */
  note?: boolean
}

export interface TextePage {
  /** Size of the page as displayed. */
  largeur: number
  hauteur: number
  /** Quarter turns clockwise by which its text lies; the items are placed on the page turned upright. 0 when absent. */
  quarts?: 0 | 1 | 2 | 3
  items: readonly TexteItem[]
  /** Text that something opaque hides. Absent: none. */
  couverts?: readonly TexteItem[]
  /** Texts set aslant, as a watermark is. */
  biais?: readonly string[]
}

/** What a pièce holds for a reader, freed of its file format. */
export interface Contenu {
  pages: readonly TextePage[]
  /** Values of form fields. */
  champs: readonly string[]
  /** Texts of the XML files attached to a PDF, or of the pièce itself when it is XML. */
  xml: readonly string[]
  /** The text is not drawn: it was recognised behind a scan, so any sign of it may be wrong. */
  invisible: boolean
  /** The app recognised it on images of the pages: nothing of it is ever sure. */
  reconnu?: true
}

export type Source = 'xml' | 'texte'

/** A value that was read, and where. `page` counts from 1; `cadre` is null where there is no page to show. */
export interface Lu<T> {
  valeur: T
  /** Proven by the document itself; else a proposal, whose `doute` is told. */
  sure: boolean
  source: Source
  page: number | null
  cadre: Cadre | null
  /** The value as the document writes it. */
  imprime: string
  /** One French sentence: why the value may be wrong; null when it is sure. */
  doute: string | null
}

export interface SiretLu extends Lu<Siret> {
  role: 'fournisseur' | 'client' | null
}

/** The XML and the page of one invoice say different things. */
export interface Desaccord {
  champ: 'dateFacture' | 'montantHT' | 'montantTTC'
  xml: string
  texte: string
}

/** All that was read in one pièce. */
export interface Lecture {
  type: { valeur: TypeFichier | null; sure: boolean; raison: string }
  /** What it is more particularly; null when no kind is recognised. */
  genre: Genre | null
  /** A credit note: its amounts are negative here, whatever sign it prints. */
  avoir: boolean
  numeroFacture: string | null
  /** Numbers of all invoices in the file, each once. */
  numerosFacture: string[]
  /** It calls itself a copy or a reprint. */
  duplicata: boolean
  /** The readings of the documents that are joined in it; empty when it is one. */
  parts: readonly Lecture[]
  dateFacture: Lu<Jour> | null
  montantHT: Lu<Centimes> | null
  montantTTC: Lu<Centimes> | null
  /** Every amount that may be the one to declare, best first. */
  candidatsHT: Lu<Centimes>[]
  /** Every day that may be the invoice's, best first. */
  candidatsDate: Lu<Jour>[]
  montants: Centimes[]
  /** A total, or what is to be paid, of 0,00. */
  totalNul: boolean
  dates: Jour[]
  /** ISO code. */
  devise: string | null
  sirets: SiretLu[]
  siretFournisseur: Lu<Siret> | null
  finess: Lu<Finess>[]
  numeroASP: Lu<string> | null
  /** The client's name as the invoice gives it; never sure. */
  client: Lu<string> | null
  numerosEditeur: string[]
  desaccords: Desaccord[]
  /** Nothing stands on any of its pages. Absent: something does, or it was not looked for. */
  blanche?: boolean
  /** False for a scan without text or XML, or a text without a usable Unicode map: then nothing is offered. */
  texteLisible: boolean
}

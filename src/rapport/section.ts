/** The places of a line, the same for every table: a spreadsheet sorts and filters by them. */
export type Colonne = 'demande' | 'objet' | 'resultat' | 'detail' | 'guide' | 'le' | 'motif'
export type Ligne = Partial<Record<Colonne, string>>

/** One table of a report: the columns it uses, under the names they have there. */
export interface Section {
  titre: string
  colonnes: readonly { colonne: Colonne; nom: string }[]
  lignes: readonly Ligne[]
  /** Said where it has no line. */
  vide: string
}

/** A report, to be drawn or written: `verdict` says in one line what came of the check. */
export interface Rapport {
  titre: string
  verdict: string
  /** Nothing left, alertes to look at, or erreurs. */
  signe: '✓' | '▲' | '✕'
  sections: readonly Section[]
}

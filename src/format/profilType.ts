/** One type of pièces, in the words that the clerk knows it by. */
export interface TypeDePiece {
  nom: string
  /** Where there is little room. */
  nomCourt: string
  /** At the beginning of a sentence, with its article. */
  nomArticle: string
  /** That it is missing, then what to do, without the full stop. */
  manque: string
  deposez: string
  /** What a file's own name says of it, in lower case without accents. */
  motif: RegExp
}

/**
 * A couloir and a type of software of the programme: what tells its file and its pièces from those of the others that
 * share the one JSON model (guide §2.1). Lengths are in Unicode code points, sizes in bytes, amounts in cents.
 */
export interface Profil {
  /** Day of the ASP's guide that the rules follow. */
  guide: string
  couloir: string
  logiciel: string
  /** Words for the wave, the usual one first. */
  vagues: readonly [string, ...string[]]
  prefixeNumeroASP: string
  typeAction: string
  /** In the order of the file. FACTURE and VA are also read; what a pièce of another type says is not looked at. */
  typesFichier: readonly [string, ...string[]]
  pieces: Readonly<Record<string, TypeDePiece>>
  /** formatFichier → extension in the zip. guide §3.2, guide §3.3 */
  extensions: Readonly<Record<string, string>>
  longueurs: Readonly<
    Record<
      'numeroAns' | 'SIRET' | 'numeroASP' | 'numeroEditeur' | 'FINESS' | 'nomFichierMax' | 'identDMPMax' | 'adresseMax',
      number
    >
  >
  demandesMax: number
  numeroFichierMax: number
  /** Over `…Prudente` there is only an alerte, or another deposit. */
  pieceTailleMax: number
  pieceTaillePrudente: number
  zipTailleMax: number
  zipTaillePrudente: number
  montantPlafond: number
  /** First day of the programme, JJ/MM/AAAA: no invoice can be older. */
  debutProgramme: string
  domaineMSS: string
  domainePatient: string
}

import { isCoche, parseReponse } from './booleen'
import {
  champsAttendus,
  champsTableau,
  isChampListe,
  isChampReponse,
  type ChampReponse,
  type ChampTableau,
} from './champs'
import { contenuOf, type Contenu } from './contenu'
import {
  entetesAt,
  findEntetes,
  isDessusAutre,
  isEntete,
  lignesDeDonnees,
  titresOf,
  widthOf,
  type Entetes,
  type TitreColonne,
} from './entetes'
import { celluleAt, type Feuille, type Ligne } from './feuille'
import { isTitreNu, parseTitre } from './titres'

/** One column: its title, what it holds of a demande, and whether its title says so without doubt. */
export interface Colonne {
  titre: string
  champ: ChampTableau | null
  sur: boolean
  /** Hidden in the spreadsheet. */
  masquee?: boolean
  /** What its title says too, when another column, whose cells differ, was taken for that. */
  rivale?: ChampTableau
}

/** A sheet whose titles and columns were recognised; `lignes` are those below the titles that hold something. */
export interface TableauLu {
  entetes: Entetes | null
  colonnes: readonly Colonne[]
  lignes: readonly Ligne[]
}

/** What the clerk says otherwise than was recognised. */
export interface Corrections {
  /** Number of the row that bears the titles; null when none does; absent: as recognised. */
  titres?: number | null
  /** What a column holds, by its rank from 0. */
  champs: Readonly<Record<number, ChampTableau | null>>
}

/** Recognises the columns of a sheet: by their titles, and by what they hold where the titles leave a doubt. The clerk's word wins. */
export function readColonnes(feuille: Feuille, corrections: Corrections = { champs: {} }): TableauLu {
  const largeur = widthOf(feuille)
  const entetes = corrections.titres === undefined ? findEntetes(feuille) : entetesAt(feuille, corrections.titres)
  const lignes = lignesDeDonnees(feuille, entetes)
  const titres = entetes ? titresOf(feuille, entetes, largeur) : Array.from({ length: largeur }, () => sansTitre)
  const contenus = titres.map((_, colonne) => contenuOf(lignes, colonne))
  const autreSomme = entetes !== null && isDessusAutre(feuille, entetes)
  const guesses = nommees(
    titres.map((titre, colonne) => {
      const said = autreSomme && isSommeNue(titre) ? { ...titre, titre: 'autre' as const } : titre
      const guessed = guess(said, contenus[colonne] ?? 'vide', entetes !== null)
      // What the clerk does not see in his spreadsheet is never taken for sure.
      return feuille.colonnesMasquees?.includes(colonne) ? { ...guessed, sur: false, masquee: true } : guessed
    }),
    contenus,
  )
  const colonnes = withoutRivals(corrected(guesses, corrections.champs), lignes, contenus)
  return { entetes, colonnes, lignes: entetes ? withSousTitres(lignes, colonnes) : lignes }
}

/**
 * Where no column is said to hold FINESS, one that names establishments may name them by these: «Établissement»; where
 * none is said to hold numeroASP, nothing else looks like them: «N° de dossier de l’avance».
 */
function nommees(colonnes: readonly Colonne[], contenus: readonly Contenu[]): readonly Colonne[] {
  const without = (champ: ChampTableau) => !colonnes.some((colonne) => colonne.champ === champ)
  const [sansFiness, sansASP] = [without('beneficiaires'), without('numeroASP')]
  return colonnes.map((colonne, rang) =>
    sansFiness && colonne.champ === 'libelleInterne' && contenus[rang] === 'finess'
      ? { ...colonne, champ: 'beneficiaires', sur: false }
      : sansASP && colonne.champ === null && contenus[rang] === 'numeroASP'
        ? { ...colonne, champ: 'numeroASP', sur: false }
        : colonne,
  )
}

/** Marks the rows under other titles further down, whose columns are not these; those titles themselves are no rows. */
function withSousTitres(lignes: readonly Ligne[], colonnes: readonly Colonne[]): Ligne[] {
  let sousTitres: number | null = null
  return lignes.flatMap((ligne) => {
    if (!isEntete(ligne)) return sousTitres === null ? ligne : { ...ligne, sousTitres }
    const same = colonnes.every(({ champ }, rang) => {
      const titre = parseTitre(celluleAt(ligne, rang).texte)
      return (titre === null || titre === 'autre' ? null : titre.champ) === champ
    })
    sousTitres = same ? null : ligne.numero
    return []
  })
}

/** The columns with what the clerk named; a field that he gave to one column is no longer guessed in another. */
function corrected(colonnes: readonly Colonne[], champs: Corrections['champs']): Colonne[] {
  const named = new Set(Object.values(champs))
  return colonnes.map((colonne, rang) => {
    const champ = champs[rang]
    if (champ !== undefined) return { ...colonne, champ, sur: true }
    const taken = colonne.champ !== null && !isChampListe(colonne.champ) && named.has(colonne.champ)
    return taken ? { ...colonne, champ: null, sur: false } : colonne
  })
}

/** Whether a title names a sum without saying that it is without taxes. */
const isSommeNue = ({ texte, titre }: TitreColonne) =>
  titre !== null && titre !== 'autre' && titre.champ === 'montantSegurHTFacture' && !/\bH\.?T\b|hors tax/i.test(texte)

const sansTitre: TitreColonne = { texte: '', titre: null }

const adresses: Readonly<Record<ChampReponse, ChampTableau>> = {
  isDirectToDMP: 'identDMP',
  isDirectToMSSPro: 'adresseBoiteMSSPro',
  isDirectToMSSCitoyen: 'adresseBoiteMSSCitoyen',
}

/** What a column may hold when its title does not say. */
const byContenu: Readonly<Partial<Record<Contenu, ChampTableau>>> = {
  numeroASP: 'numeroASP',
  finess: 'beneficiaires',
  jour: 'dateFacture',
  montant: 'montantSegurHTFacture',
  adresse: 'adresseBoiteMSSPro',
  numeroCourt: 'numeroEditeur',
}

function guess({ texte, titre }: TitreColonne, contenu: Contenu, titled: boolean): Colonne {
  if (titre === 'autre') return { titre: texte, champ: null, sur: false }
  if (titre === null) {
    // Under titles, a column without one or with an unknown one is only taken for what nothing else looks like.
    const champ = byContenu[contenu] ?? null
    const telling = contenu === 'numeroASP' || contenu === 'finess'
    return { titre: texte, champ: titled && !telling ? null : champ, sur: false }
  }
  const { champ, sur } = titre
  // «MSS Pro» stands over answers in one table, over addresses in another.
  if (isChampReponse(champ) && contenu !== 'reponse' && contenu !== 'vide') {
    const fits = champ === 'isDirectToDMP' ? isIdentifiant(contenu) : contenu === 'adresse'
    return { titre: texte, champ: fits ? adresses[champ] : champ, sur: false }
  }
  if (champ.startsWith('adresseBoite') && contenu === 'reponse')
    return { titre: texte, champ: champ.replace('adresseBoite', 'isDirectTo') as ChampReponse, sur: false }
  return { titre: texte, champ, sur }
}

const isIdentifiant = (contenu: Contenu) => !['texte', 'jour', 'adresse'].includes(contenu)

/**
 * Of several columns for one field the one that is seen is kept, then one whose cells fit, then the first that is sure, else
 * the first; a list may have several, hidden ones only when none is seen, guessed ones only beside none that is sure. Of amounts one that names the Ségur comes
 * first, and a title without other words before one that has some. Two that are as sure and differ leave a doubt on the one kept.
 */
function withoutRivals(
  colonnes: readonly Colonne[],
  lignes: readonly Ligne[],
  contenus: readonly Contenu[],
): Colonne[] {
  const textes = (rang: number) => lignes.map((ligne) => celluleAt(ligne, rang).texte).join('\n')
  const seconde = colonnes.findIndex((colonne, rang) => isSeconde(colonne, colonnes.slice(0, rang)))
  return colonnes.map((colonne, rang) => {
    const { champ } = colonne
    if (champ === null) return colonne
    const rivals = colonnes.flatMap((other, at) =>
      other.champ === champ ? [{ ...other, at, rank: rankOf(other, champ, contenus[at] ?? 'vide') }] : [],
    )
    const [kept] = [...rivals].sort((a, b) => b.rank - a.rank)
    if (!kept || rivals.length === 1) return withDoute(colonne)
    const differs = textes(rang) !== textes(kept.at)
    const laissee = { ...colonne, champ: null, sur: false }
    if (isChampListe(champ)) {
      // What is only guessed under a title of its own does not join what a title says; a merged title leaves none behind it.
      const isDevinee = kept.sur && !colonne.sur && colonne.titre !== ''
      const isAutre = isDevinee || (seconde !== -1 && rang > seconde && kept.at < seconde)
      if (!isAutre && (!colonne.masquee || kept.masquee)) return colonne
      return differs ? { ...laissee, rivale: champ } : laissee
    }
    const doubtful = rivals.some((other) => isRivale(other, kept) && textes(other.at) !== textes(kept.at))
    if (kept.at === rang) return doubtful ? { ...colonne, sur: false } : withDoute(colonne)
    return isRivale(colonne, kept) && differs ? { ...laissee, rivale: champ } : laissee
  })
}

/** A title with words of another thing («Date facture fournisseur») leaves a doubt; in a list it may say which part of it. */
const withDoute = (colonne: Colonne): Colonne =>
  colonne.champ === null || isChampListe(colonne.champ) || isTitreNu(colonne.titre)
    ? colonne
    : { ...colonne, sur: false }

/** Whether a second table begins here, beside the first: numbers of demandes once more under the same title. */
const isSeconde = ({ champ, titre }: Colonne, before: readonly Colonne[]) =>
  (champ === 'numeroEditeur' || champ === 'numeroASP') &&
  titre !== '' &&
  before.some((other) => other.champ === champ && other.titre === titre)

/** Whether a column left out might be meant as well. Of names any will do. */
const isRivale = (colonne: Colonne, kept: Colonne) => colonne.sur || (!kept.sur && colonne.champ !== 'libelleInterne')

function rankOf({ sur, titre, masquee }: Colonne, champ: ChampTableau, contenu: Contenu): number {
  const named = champ === 'montantSegurHTFacture' && /s[eé]gur/i.test(titre)
  const expected = attendus[champ]?.includes(contenu) ?? false
  return [isTitreNu(titre), named, sur, expected, !masquee].reduce((rank, has, at) => rank + (has ? 2 ** at : 0), 0)
}

/** What the cells of a field look like. */
const attendus: Readonly<Partial<Record<ChampTableau, readonly Contenu[]>>> = {
  numeroASP: ['numeroASP'],
  numeroEditeur: ['numeroCourt'],
  libelleInterne: ['texte'],
  dateFacture: ['jour'],
  montantSegurHTFacture: ['montant', 'numeroCourt'],
  montantCommande: ['montant', 'numeroCourt'],
  isDirectToDMP: ['reponse'],
  isDirectToMSSPro: ['reponse'],
  isDirectToMSSCitoyen: ['reponse'],
  adresseBoiteMSSPro: ['adresse'],
  adresseBoiteMSSCitoyen: ['adresse'],
}

/** Ranks of the sheets that look like lists of demandes, by their titles, and of the one that has most of what these need, the first of equals. */
export function findListes(feuilles: readonly Feuille[]): { meilleure: number; listes: number[] } {
  const lues = feuilles.map((feuille) => {
    const { entetes, colonnes, lignes } = readColonnes(feuille)
    const champs = new Set(colonnes.flatMap(({ champ }) => champ ?? []))
    const needed = champsAttendus.filter((champ) => champs.has(champ)).length
    return {
      known: champs.size,
      // Titles over nothing are a form, whatever they are.
      weight: lignes.length > 0 ? needed * champsTableau.length + champs.size : 0,
      liste: entetes !== null && lignes.length > 0,
    }
  })
  const most = Math.max(...lues.map(({ weight }) => weight))
  return {
    meilleure: Math.max(
      0,
      lues.findIndex(({ weight }) => weight === most),
    ),
    listes: lues.flatMap(({ known, liste }, rang) => (liste && known >= 2 ? [rang] : [])),
  }
}

/** Whether the column is one of marks: some cells bear one, all others are empty. */
export function isColonneDeCoches(lignes: readonly Ligne[], colonne: number): boolean {
  const textes = lignes.map((ligne) => celluleAt(ligne, colonne).texte)
  return textes.some(isCoche) && textes.every((texte) => texte === '' || parseReponse(texte) === true)
}

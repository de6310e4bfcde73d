import { settleAdresse } from '../dossier/adresse'
import { libelles } from '../dossier/champs'
import { domaineOf } from '../format/adresse'
import { joinMots } from '../format/mots'
import { parseReponse } from './booleen'
import { isChampListe, isChampReponse, type ChampTableau, type Valeurs } from './champs'
import { isColonneDeCoches, type TableauLu } from './colonnes'
import { celluleAt, type Cellule, type Ligne } from './feuille'
import { findJoursAbreges, type JoursAbreges } from './joursAbreges'
import { findMoisDabord, type MoisDabord } from './ordreDates'
import { offer, type Probleme, type Releve } from './proposition'
import { suites } from './reponses'
import { isRenvoi, suivreRenvoi } from './renvois'
import { isTitreNumeroFacture } from './titres'
import { isNothing, readFiness, readIdentDMP, readReponse, readTexte, type Lieu } from './valeurs'

/** One row of the table, read: what it says of a demande, and what is wrong with it. */
export interface LigneLue {
  numero: number
  /** Only the fields that its cells fill. */
  valeurs: Valeurs
  problemes: readonly Probleme[]
  /** Fields whose cell repeats a merged one that begins in a row above. */
  fusionnes: ReadonlySet<ChampTableau>
  /** Fields whose value a formula computed. */
  formules: ReadonlySet<ChampTableau>
  masquee: boolean
  /** Numbers of its invoice, where a column has them. */
  facture: string
  /** Whether its numbers are said to be missing, or stand in a row that is left out: then it does not go on from the row above. */
  sansNumero: boolean
  /** FINESS left out, for its cell says that they are something else than a site's. */
  ecartes: readonly string[]
}

/** Every row of the table, cell by cell. */
export function readLignes({ colonnes, lignes }: TableauLu, releve: Releve): LigneLue[] {
  const lues = colonnes.map(({ champ, titre }, colonne): ColonneLue => ({
    champ,
    coches: champ !== null && isChampReponse(champ) && isColonneDeCoches(lignes, colonne),
    ...(champ === 'dateFacture'
      ? datesOf(
          titre,
          lignes.map((ligne) => celluleAt(ligne, colonne)),
        )
      : sansDates),
  }))
  const facture = colonnes.findIndex(({ champ, titre }) => champ === null && isTitreNumeroFacture(titre))
  // What a cell that refers to the one above refers to: followed, it is what it stands for.
  const dessus: Cellule[] = []
  return lignes.map((ligne) => ({
    ...readLigne(ligne, lues, releve, dessus),
    facture: facture === -1 ? '' : celluleAt(ligne, facture).texte,
  }))
}

const sansDates = { moisDabord: null, joursAbreges: null }
const datesOf = (titre: string, cellules: readonly Cellule[]) => ({
  moisDabord: findMoisDabord(titre, cellules),
  joursAbreges: findJoursAbreges(cellules),
})

/** What a whole column shows, for each of its cells. */
interface ColonneLue {
  champ: ChampTableau | null
  coches: boolean
  moisDabord: MoisDabord | null
  joursAbreges: JoursAbreges | null
}

const decalee: Probleme = {
  champ: null,
  faute: 'Cette ligne a plus de cases que les autres : ses valeurs ne sont pas toutes sous leur titre.',
  remede: 'Une virgule écrite dans un montant ou un nom l’a sans doute coupée : corrigez-la dans votre tableur.',
}

const barree = (numero: number, noms: readonly string[]): Probleme => ({
  champ: null,
  faute: `La ligne ${numero} est barrée dans le tableur : ${joinMots(noms)}.`,
  remede: 'Ôtez-en ce qui ne vaut plus, ou le trait si elle vaut.',
})

const sousAutresTitres = (numero: number): Probleme => ({
  champ: null,
  faute: `Cette ligne est sous d’autres titres, ceux de la ligne ${numero}, qui ne sont pas dans les mêmes colonnes.`,
  remede: 'Copiez ce second tableau, titres compris, et importez-le à part.',
})

function readLigne(
  ligne: Ligne,
  colonnes: readonly ColonneLue[],
  releve: Releve,
  dessus: Cellule[],
): Omit<LigneLue, 'facture'> {
  const problemes: Probleme[] = ligne.decalee ? [decalee] : []
  if (ligne.sousTitres !== undefined) problemes.push(sousAutresTitres(ligne.sousTitres))
  const valeurs: Valeurs = {}
  const { numero } = ligne
  const ecartes: string[] = []
  if (ligne.sousMasquee) dessus.length = 0
  const cellules = colonnes.flatMap(({ champ, ...colonne }, rang) => {
    if (champ === null) return []
    const stored = celluleAt(ligne, rang)
    const cellule = isRenvoi(stored)
      ? suivreRenvoi(stored, celluleAt({ cellules: dessus }, rang), { champ, numero, releve, problemes })
      : stored
    // What refers to another is referred to as that one.
    if (!isRenvoi(stored)) dessus[rang] = stored
    return [{ ...colonne, champ, cellule }]
  })
  const barrees = cellules.filter(({ cellule }) => cellule.barree && cellule.texte !== '')
  if (barrees.length > 0)
    problemes.push(barree(numero, [...new Set(barrees.map(({ champ }) => `« ${libelles[champ]} »`))]))
  for (const { champ, cellule, coches, moisDabord, joursAbreges } of cellules)
    readCellule(valeurs, cellule, { champ, numero, releve, problemes, ecartes, moisDabord, joursAbreges }, coches)
  const champsOf = (test: (cellule: Cellule) => boolean) =>
    new Set(cellules.filter(({ cellule }) => test(cellule) && cellule.texte !== '').map(({ champ }) => champ))
  return {
    numero,
    valeurs,
    problemes,
    fusionnes: champsOf(({ fusionnee }) => fusionnee),
    formules: champsOf(({ formule }) => formule),
    masquee: ligne.masquee,
    ecartes,
    sansNumero:
      ligne.sousMasquee === true ||
      cellules.some(({ champ, cellule: { texte } }) => isNumero(champ) && texte !== '' && isNothing(texte)),
  }
}

const isNumero = (champ: ChampTableau) => champ === 'numeroEditeur' || champ === 'numeroASP'

/** Puts what a cell says into the row's values; an empty cell says nothing. */
function readCellule(valeurs: Valeurs, cellule: Cellule, lieu: Lieu, coches: boolean) {
  const { champ } = lieu
  const mele = readMelee(cellule, lieu)
  if (mele) Object.assign(valeurs, { ...mele, ...valeurs })
  else if (isChampListe(champ)) {
    const items = champ === 'beneficiaires' ? readFiness(cellule, lieu) : readIdentDMP(cellule, lieu)
    if (items.length > 0) valeurs[champ] = union(valeurs[champ], items)
  } else if (isChampReponse(champ)) {
    const reponse = readReponse(cellule, { ...lieu, champ }, coches)
    if (reponse !== null) valeurs[champ] = reponse
  } else {
    const texte = readTexte(cellule, { ...lieu, champ })
    if (texte !== '') valeurs[champ] = texte
  }
}

/**
 * In a column of addresses or identifiers a mere «non» is the answer, offered as such, and in one of answers an address is
 * the address; null for what is where it belongs.
 */
function readMelee({ texte }: Cellule, { champ, numero, releve }: Lieu): Valeurs | null {
  const pair = suites.find((one) => one.some((known) => known === champ))
  if (!pair) return null
  const [reponse, suite] = pair
  if (champ === reponse)
    return suite !== 'identDMP' && domaineOf(texte) !== null ? { [suite]: settleAdresse(texte) } : null
  const dite = /\d/.test(texte) ? null : parseReponse(texte)
  if (dite === null) return null
  const de = `${libelles[suite]} : ${texte}`
  return offer(releve, { genre: 'reponseDite', champ: reponse, numero, de, vers: dite ? 'Oui' : 'Non' })
    ? { [reponse]: dite }
    : {}
}

/** Two lists as one, each item once. */
export const union = (first: readonly string[] = [], second: readonly string[] = []): string[] => [
  ...new Set([...first, ...second]),
]

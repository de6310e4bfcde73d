import { settleAdresse } from '../dossier/adresse'
import { libelles } from '../dossier/champs'
import { proposeFiness } from '../dossier/finess'
import { readFinessTexte } from '../dossier/finessTexte'
import { parseJour, proposeJours, settleJour } from '../dossier/jour'
import { parseMontant, settleMontant, showMontant } from '../dossier/montant'
import { proposeNumeroASP, proposeNumeroEditeur, settleNumeroASP } from '../dossier/numeros'
import type { Jour } from '../format/jour'
import { cleanLigne } from '../format/texte'
import { parseReponse } from './booleen'
import type { ChampReponse, ChampTableau, ChampTexte } from './champs'
import type { Cellule } from './feuille'
import { readJourAbrege, type JoursAbreges } from './joursAbreges'
import { arrondir } from './nombre'
import { isDouteuse, isMoisDabord, readMoisDabord, type MoisDabord } from './ordreDates'
import { offer, type Probleme, type Releve } from './proposition'

/** One cell on its way to a field: where it stands, and where offers and problems are noted. */
export interface Lieu {
  champ: ChampTableau
  numero: number
  releve: Releve
  problemes: Probleme[]
  /** Where FINESS are noted that the cell says to be something else, and that are left out. */
  ecartes: string[]
  /** What its column shows of the order of day and month. */
  moisDabord: MoisDabord | null
  /** In what order its column has abridged days. */
  joursAbreges: JoursAbreges | null
}

/** The text of a cell for a field of one text: settled where it has one meaning, else as it stood. */
export function readTexte(cellule: Cellule, lieu: Lieu & { champ: ChampTexte }): string {
  if (isLost(cellule, lieu) || isNothing(cellule.texte)) return ''
  const { texte } = cellule
  switch (lieu.champ) {
    case 'numeroEditeur':
      return propose(lieu, 'zerosEditeur', texte, proposeNumeroEditeur(texte) ?? proposeEntier(texte))
    case 'numeroASP':
      return settleNumeroASP(propose(lieu, 'numeroASP', texte, proposeNumeroASP(texte)))
    case 'dateFacture':
      return settleJour(readDate(cellule, lieu))
    case 'montantSegurHTFacture':
    case 'montantCommande':
      return settleMontant(readMontantOffert(cellule, lieu))
    case 'adresseBoiteMSSPro':
    case 'adresseBoiteMSSCitoyen':
      return readAdresse(texte, lieu)
    case 'libelleInterne':
      return cleanLigne(texte)
  }
}

/** An address as it is typed, right or wrong; words in its place are told. */
function readAdresse(texte: string, { champ, problemes }: Lieu): string {
  if (texte === '' || texte.includes('@')) return settleAdresse(texte)
  problemes.push({
    champ,
    faute: `« ${libelles[champ]} » : « ${texte} » n’est pas une adresse.`,
    remede: 'Écrivez-y l’adresse, ou laissez la case vide.',
  })
  return ''
}

/** A number that a program stored with decimals (`1.0`) → the five digits it may stand for; else null. */
function proposeEntier(texte: string): string | null {
  const entier = /^(\d{1,5})[.,]0+$/.exec(texte)?.[1]
  return entier === undefined ? null : (proposeNumeroEditeur(entier) ?? entier)
}

function readDate(cellule: Cellule, lieu: Lieu): string {
  const { texte, genre, decalage } = cellule
  const { champ, numero, problemes, moisDabord, joursAbreges } = lieu
  const abrege = joursAbreges && readJourAbrege(texte, joursAbreges)
  if (abrege !== null) return readAbrege(texte, abrege, lieu)
  if (decalage !== undefined)
    return propose(lieu, 'jourSerie', texte, onlyOf(proposeJours(String(Math.floor(Number(texte)) + decalage))))
  if (!moisDabord || !(isDouteuse(cellule) || isMoisDabord(texte)))
    return propose(lieu, 'jourSerie', texte, onlyOf(proposeJours(texte)))
  const offered = genre === 'texte' && (isMoisDabord(texte) || !moisDabord.mele)
  const read = propose(lieu, 'moisDabord', texte, offered ? readMoisDabord(texte) : null)
  if (read === texte && isDouteuse(cellule))
    problemes.push({
      champ,
      faute: `« ${libelles[champ]} » : le mois de « ${texte} » est peut-être écrit d’abord, comme dans « ${moisDabord.temoin} ».`,
      remede: `Vérifiez la date de la ligne ${numero}, et écrivez toutes celles de cette colonne de la même façon.`,
    })
  return read
}

/** An abridged day, which is offered; read otherwise than it is meant, it would be another. */
function readAbrege(texte: string, jour: Jour, lieu: Lieu): string {
  const read = propose(lieu, 'jourAbrege', texte, jour)
  if (read === texte && parseJour(texte) !== null)
    lieu.problemes.push({
      champ: lieu.champ,
      faute: `« ${libelles[lieu.champ]} » : l’année de « ${texte} » est sans doute écrite d’abord, comme dans le reste de la colonne.`,
      remede: 'Acceptez-le ci-dessus, ou écrivez cette date autrement.',
    })
  return read
}

/** What may mean two days is not offered for many rows at once. */
const onlyOf = (jours: readonly Jour[]): Jour | null => (jours.length === 1 ? (jours[0] ?? null) : null)

function propose(
  { champ, numero, releve }: Lieu,
  genre: 'zerosEditeur' | 'numeroASP' | 'jourSerie' | 'jourAbrege' | 'moisDabord' | 'zeroFiness',
  de: string,
  vers: string | null,
) {
  return vers !== null && offer(releve, { genre, champ, numero, de, vers }) ? vers : de
}

function readMontantOffert({ texte, genre }: Cellule, { champ, numero, releve }: Lieu): string {
  const saisi = parseMontant(texte)
  if (saisi.kind === 'ambigu' && genre !== 'nombre') {
    const vers = showMontant(saisi.lectures[0])
    return offer(releve, { genre: 'milliers', champ, numero, de: texte, vers }) ? vers : texte
  }
  const vers = genre === 'nombre' && saisi.kind === 'decimales' ? arrondir(texte) : null
  return vers !== null && offer(releve, { genre: 'centimes', champ, numero, de: texte, vers }) ? vers : texte
}

/** A number that a program stored with decimals: of `10003820.0` the last zero is none of the FINESS. */
const decimalesNulles = /(?<![\d.,])(\d{8,9})[.,]0{1,2}(?!\d)/g

/** Every FINESS of a cell. What looks like one, or what else stands there alone, stays as typed for the checks to name. */
export function readFiness(cellule: Cellule, lieu: Lieu): string[] {
  if (isLost(cellule, lieu) || isNothing(cellule.texte)) return []
  const { trouves, ecartes, presque } = readFinessTexte(cellule.texte.replace(decimalesNulles, '$1'))
  const near = presque.map((typed) => propose(lieu, 'zeroFiness', typed, proposeFiness(typed)))
  // What the cell itself says to be an entité juridique or a SIREN is no site's: alone in it, it stays for the checks to name.
  if (trouves.length + near.length === 0) return [cellule.texte]
  lieu.ecartes.push(...ecartes.map(({ finess }) => finess))
  return [...trouves, ...near]
}

/** Every identifier of a cell: one a line, or parted by `;`, `,`, `|`, `et`, or a stroke that stands apart. */
export function readIdentDMP(cellule: Cellule, lieu: Lieu): string[] {
  if (isLost(cellule, lieu) || isNothing(cellule.texte)) return []
  if (cellule.genre === 'nombre' && !/^\d{1,15}$/.test(cellule.texte)) {
    lieu.problemes.push({
      champ: lieu.champ,
      faute: `« ${libelles[lieu.champ]} » : le tableur a fait un nombre de l’identifiant, et l’a peut-être changé (${cellule.texte}).`,
      remede: 'Mettez cette colonne au format Texte et saisissez-y l’identifiant en entier.',
    })
    return []
  }
  return (
    cellule.texte
      .split(/[\n;,|]|\s(?:\/|et)\s/)
      .map((ident) => ident.trim())
      .filter((ident) => ident !== '')
      // The identifier of a structure may be its FINESS.
      .map((ident) => propose(lieu, 'zeroFiness', ident, proposeFiness(ident)))
  )
}

/** An answer; null when the cell gives none. `coches`: in its column an empty cell may mean no. */
export function readReponse(cellule: Cellule, lieu: Lieu & { champ: ChampReponse }, coches: boolean): boolean | null {
  if (isLost(cellule, lieu)) return null
  const { champ, numero, releve, problemes } = lieu
  const { texte } = cellule
  if (texte === '')
    return coches && offer(releve, { genre: 'videNon', champ, numero, de: 'case vide', vers: 'Non' }) ? false : null
  const reponse = parseReponse(texte)
  if (reponse === null && !isNothing(texte))
    problemes.push({
      champ,
      faute: `« ${texte} » n’est pas une réponse à « ${libelles[champ]} ».`,
      remede: 'Écrivez oui ou non dans cette colonne.',
    })
  return reponse
}

/** Whether a cell says that there is nothing: `-`, `n/a`, `néant`. */
export const isNothing = (texte: string) =>
  /^(?:|[-–—/.]+|n\.?\/?[ad]\.?|néant|neant|aucune?|sans objet|nan|nat|null|none|\(vide\))$/i.test(texte)

// «1E100» may be a number of the editor’s: what abridges writes a sign, or decimals.
const abrege = /^\d(?:[.,]\d+E\+?|E\+)\d+$/i

/** Whether the spreadsheet itself no longer has the value: an error, a formula without a result, digits rounded away. */
function isLost({ texte, genre, formule }: Cellule, { champ, problemes }: Lieu): boolean {
  const nom = `« ${libelles[champ]} »`
  if (genre === 'erreur') {
    problemes.push({
      champ,
      faute:
        texte === '' && formule
          ? `${nom} : la formule n’a pas de résultat enregistré.`
          : texte.startsWith('=')
            ? `${nom} : la cellule contient la formule ${texte}, et non son résultat.`
            : `${nom} : la cellule contient l’erreur ${texte}.`,
      remede: 'Ouvrez le tableau dans votre tableur, corrigez-le et enregistrez-le de nouveau.',
    })
    return true
  }
  if (abrege.test(texte)) {
    problemes.push({
      champ,
      faute: `${nom} : le tableur a abrégé le nombre en ${texte}.`,
      remede: 'Mettez cette colonne au format Texte et saisissez-y le numéro en entier.',
    })
    return true
  }
  return false
}

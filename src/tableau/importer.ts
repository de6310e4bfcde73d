import { checkDemande, type EnteteVue } from '../dossier/checkDemande'
import type { Constat } from '../dossier/constat'
import { emptyDemande, type Demande } from '../dossier/dossier'
import { centimesOf } from '../dossier/montant'
import { settleNumeroASP } from '../dossier/numeros'
import { isTypeFichier } from '../format/profil'
import { champsTableau, isChampReponse, type ChampTableau, type Valeurs } from './champs'
import type { Colonne, TableauLu } from './colonnes'
import { compareSaisie, type Changement } from './comparaison'
import { celluleAt, type Ligne } from './feuille'
import { reunir, showNumeros, type ValeursReunies } from './fusion'
import { grouper, type Groupe } from './groupes'
import { trierLignes, type LigneTotal } from './pied'
import type { GenreProposition, Probleme, Proposition } from './proposition'
import { readLignes, type LigneLue } from './releves'
import { findReserves, type Reserve } from './reserves'
import { offerReponses } from './reponses'

/** What the clerk settles before the rows are taken. */
export interface Reglages {
  /** Values for all rows that have none of their own. */
  communs: Valeurs
  acceptees: ReadonlySet<GenreProposition>
  /** Rows hidden in the spreadsheet are taken too. */
  masquees: boolean
}

/** What the rows are compared with and judged by. */
export interface Destination {
  demandes: readonly Demande[]
  entete: EnteteVue
}

/** One demande that the table comes to. */
export interface DemandeProposee {
  /** As it would stand in the dossier: the one that is there with the table's values, or a new one, whose id is only for this list. */
  demande: Demande
  numeros: readonly number[]
  /** Whether it is in the dossier already; `changements` say what the table changes in it. */
  existe: boolean
  changements: readonly Changement[]
  /** Why its rows are bad: it is taken with its erreurs, or left out, as the clerk chooses. */
  problemes: readonly Probleme[]
  erreurs: readonly Constat[]
}

/** All that a table comes to. */
export interface Import {
  demandes: readonly DemandeProposee[]
  propositions: readonly Proposition[]
  totaux: readonly LigneTotal[]
  /** Rows of mere words, not taken. */
  notes: readonly LigneTotal[]
  /** Numbers of the hidden rows that are not taken. */
  masquees: readonly number[]
  /** Numbers of the rows that say nothing in any column that is taken. */
  muettes: readonly number[]
  /** What sets a row or a site apart in words: no less taken. */
  reserves: readonly Reserve[]
  /** FINESS that their cells say to be something else than a site's, by the number of the row: not taken. */
  ecartes: readonly { numero: number; finess: string }[]
  /** Fields of which neither a column nor a value for all rows speaks. */
  absents: readonly ChampTableau[]
  /** Rows whose value a formula computed, by field. */
  formules: ReadonlyMap<ChampTableau, readonly number[]>
}

/** A table whose columns are settled → the demandes it comes to, and all that the clerk should know of it. Changes nothing. */
export function importer(lu: TableauLu, reglages: Reglages, destination: Destination): Import {
  const releve = { acceptees: reglages.acceptees, propositions: [] as Proposition[] }
  const { tableau, totaux, notes } = trierLignes(lu)
  const shown = reglages.masquees ? tableau.lignes : withoutMasquees(tableau.lignes)
  const lues = readLignes({ ...tableau, lignes: shown.filter((ligne) => !isZeros(ligne, lu.colonnes)) }, releve)
  const lignes = lues.filter((ligne) => !isMuette(ligne))
  const parlantes = new Set(lignes.map(({ numero }) => numero))
  const given = new Set(champsTableau.filter((champ) => isGiven(champ, lu, reglages.communs)))
  const existing = createRegistre(destination.demandes)
  const demandes = grouper(lignes, releve).map((groupe) => {
    const reunies = reunir(groupe, releve)
    offerReponses(groupe, reunies.valeurs, reglages.communs, releve)
    return toDemande(groupe, withCommuns(reunies, reglages.communs), existing, destination, given)
  })
  const formules = new Map<ChampTableau, number[]>()
  for (const { numero, formules: champs } of lignes)
    for (const champ of champs) formules.set(champ, [...(formules.get(champ) ?? []), numero])
  return {
    demandes: withDoubles(demandes),
    propositions: releve.propositions,
    totaux,
    notes,
    muettes: shown.map(({ numero }) => numero).filter((numero) => !parlantes.has(numero)),
    masquees: reglages.masquees ? [] : tableau.lignes.filter(({ masquee }) => masquee).map(({ numero }) => numero),
    reserves: findReserves(shown, lu.colonnes),
    ecartes: lignes.flatMap(({ numero, ecartes }) => ecartes.map((finess) => ({ numero, finess }))),
    absents: champsTableau.filter((champ) => !given.has(champ)),
    formules,
  }
}

/** The rows that are seen, with those marked that stand below one which is not. */
const withoutMasquees = (lignes: readonly Ligne[]): Ligne[] =>
  lignes.flatMap((ligne, rang) =>
    ligne.masquee ? [] : lignes[rang - 1]?.masquee ? { ...ligne, sousMasquee: true } : ligne,
  )

const cle = (numeroEditeur: string) => numeroEditeur.trim().toLowerCase()

/** A row of formulas that refer to empty cells: these give zeros, and the day zero. */
const isZeros = (ligne: Ligne, colonnes: readonly Colonne[]) => {
  const textes = colonnes.flatMap(({ champ }, rang) => (champ === null ? [] : [celluleAt(ligne, rang).texte]))
  return (
    textes.filter((texte) => zero.test(texte)).length > 1 && textes.every((texte) => texte === '' || zero.test(texte))
  )
}

const zero = /^(?:0(?:[.,]0+)?(?: ?€)?|00?\/01\/1900|1900-01-00)$/

/** A row that says nothing, or no more than what a spreadsheet fills in by itself: unticked boxes, sums of nothing. */
const isMuette = ({ valeurs, problemes }: LigneLue) =>
  problemes.length === 0 &&
  champsTableau.every((champ) => valeurs[champ] === undefined || isRien(champ, valeurs[champ]))

const isRien = (champ: ChampTableau, valeur: Valeurs[ChampTableau]) =>
  isChampReponse(champ) || (isMontant(champ) && typeof valeur === 'string' && centimesOf(valeur) === 0)

const isMontant = (champ: ChampTableau) => champ === 'montantSegurHTFacture' || champ === 'montantCommande'

interface Registre {
  take: (valeurs: Valeurs) => Demande | undefined
}

/**
 * The demandes that are there, to be found once each: two of one number in a table are told as such, and the second must
 * not overwrite the first. Without a numeroEditeur the numeroASP tells, when one demande alone has it.
 */
function createRegistre(demandes: readonly Demande[]): Registre {
  const byEditeur = groupBy(demandes, ({ saisie }) => cle(saisie.numeroEditeur))
  const byASP = groupBy(demandes, ({ saisie }) => settleNumeroASP(saisie.numeroASP))
  const taken = new Set<Demande>()
  return {
    take: ({ numeroEditeur = '', numeroASP = '' }) => {
      const editeur = cle(numeroEditeur)
      const fitting = editeur === '' ? byASP.get(settleNumeroASP(numeroASP)) : byEditeur.get(editeur)
      const [found, ...others] = fitting ?? []
      if (!found || taken.has(found) || (editeur === '' && others.length > 0)) return undefined
      taken.add(found)
      return found
    },
  }
}

/** Demandes by a text; those without any are left out. */
function groupBy(demandes: readonly Demande[], keyOf: (demande: Demande) => string): Map<string, Demande[]> {
  const groups = new Map<string, Demande[]>()
  for (const demande of demandes) {
    const key = keyOf(demande)
    if (key !== '') groups.set(key, [...(groups.get(key) ?? []), demande])
  }
  return groups
}

const isGiven = (champ: ChampTableau, { colonnes }: TableauLu, communs: Valeurs) =>
  communs[champ] !== undefined || colonnes.some((colonne) => colonne.champ === champ)

const withCommuns = (reunies: ValeursReunies, communs: Valeurs): ValeursReunies => ({
  ...reunies,
  valeurs: { ...communs, ...reunies.valeurs },
})

function toDemande(
  groupe: Groupe,
  { valeurs, montantsAdditionnes, problemes }: ValeursReunies,
  existing: Registre,
  { entete }: Destination,
  given: ReadonlySet<ChampTableau>,
): DemandeProposee {
  const known = existing.take(valeurs)
  const base = known ?? emptyDemande(`ligne-${groupe[0].numero}`)
  const changements = known ? compareSaisie(known.saisie, valeurs) : []
  const changed = new Set(changements.map(({ champ }) => champ))
  const taken = Object.entries(valeurs).filter(([champ]) => !known || changed.has(champ as ChampTableau))
  // Amounts added up before say nothing of an amount that the table gives.
  const somme = known && !changed.has('montantSegurHTFacture') ? {} : { montantsAdditionnes }
  const saisie = { ...base.saisie, ...(Object.fromEntries(taken) as Valeurs), ...somme }
  const demande = { ...base, saisie }
  return {
    demande: known && changements.length === 0 ? known : demande,
    numeros: groupe.map((ligne) => ligne.numero),
    existe: known !== undefined,
    changements,
    problemes: problemes.length === 0 && identites.every((champ) => saisie[champ].length === 0) ? [anonyme] : problemes,
    erreurs: checkDemande(demande, entete).filter((found) => isOfRow(found, given)),
  }
}

// By these a demande is told from the others.
const identites = ['numeroEditeur', 'numeroASP', 'beneficiaires', 'libelleInterne'] as const

const anonyme: Probleme = {
  champ: null,
  faute: 'Rien ne dit de quelle demande cette ligne parle : elle n’a ni numéro, ni FINESS, ni nom.',
  remede: 'Dites ci-dessus dans quelle colonne ils sont.',
}

/** A field of which the table does not speak is no fault of its rows; nor is a pièce, which no table holds. */
const isOfRow = ({ gravite, champ, manque }: Constat, given: ReadonlySet<string>) =>
  gravite === 'erreur' && !isTypeFichier(champ) && (!manque || given.has(champ))

/** Two demandes of one numeroEditeur, whose numeroASP differ, cannot both be right. */
function withDoubles(demandes: readonly DemandeProposee[]): DemandeProposee[] {
  const holders = new Map<string, DemandeProposee[]>()
  for (const proposee of demandes) {
    const numero = cle(proposee.demande.saisie.numeroEditeur)
    if (numero !== '') holders.set(numero, [...(holders.get(numero) ?? []), proposee])
  }
  return demandes.map((proposee) => {
    const others = (holders.get(cle(proposee.demande.saisie.numeroEditeur)) ?? []).filter((other) => other !== proposee)
    if (others.length === 0) return proposee
    const faute = `Même numéro éditeur que ${showNumeros(others.flatMap(({ numeros }) => numeros)).toLowerCase()}, avec un autre dossier ASP.`
    const remede = 'Chaque demande a le sien, celui de la demande d’avance : corrigez l’un des deux.'
    return { ...proposee, problemes: [...proposee.problemes, { champ: 'numeroEditeur', faute, remede }] }
  })
}

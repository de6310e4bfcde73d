import { libelles } from '../dossier/champs'
import { centimesOf, showMontant, sumMontants } from '../dossier/montant'
import { agree, capitalize, joinMots } from '../format/mots'
import { champsTableau, isChampListe, type ChampTableau, type Valeurs } from './champs'
import type { Groupe } from './groupes'
import { offer, type Probleme, type Releve } from './proposition'
import { union, type LigneLue } from './releves'
import { showValeur } from './showValeur'

/** What the rows of one demande say together. */
export interface ValeursReunies {
  valeurs: Valeurs
  /** The amounts that were added up, when the clerk had it so. */
  montantsAdditionnes: string[]
  problemes: Probleme[]
}

/** Joins the rows of one demande: lists are put together, a field on which they differ stays empty and is told. */
export function reunir(groupe: Groupe, releve: Releve): ValeursReunies {
  const reunies: ValeursReunies = {
    valeurs: {},
    montantsAdditionnes: [],
    problemes: groupe.flatMap(({ problemes }) => problemes),
  }
  for (const champ of champsTableau) {
    if (isOthers(groupe, champ)) {
      const faute = `${showNumeros(groupe.map(({ numero }) => numero))} : « ${libelles[champ]} » est dans une cellule fusionnée avec celle d’une autre demande.`
      const remede = 'Défusionnez-la dans votre tableur et donnez sa valeur à chaque demande.'
      reunies.problemes.push({ champ, faute, remede })
    } else if (isChampListe(champ)) {
      const items = groupe.reduce<string[]>((all, { valeurs }) => union(all, valeurs[champ]), [])
      if (items.length > 0) reunies.valeurs[champ] = items
    } else reunirUn(groupe, champ, reunies, releve)
  }
  return reunies
}

// A date or an address may stand once for many demandes; what is particular to one may not.
const particuliers: readonly ChampTableau[] = ['numeroASP', 'montantSegurHTFacture', 'montantCommande', 'beneficiaires']

/** Whether the value is only there because a cell is merged with one of another demande. */
function isOthers(groupe: Groupe, champ: ChampTableau): boolean {
  const holders = groupe.filter(({ valeurs }) => valeurs[champ] !== undefined)
  return particuliers.includes(champ) && holders.length > 0 && holders.every(({ fusionnes }) => fusionnes.has(champ))
}

function reunirUn(groupe: Groupe, champ: ChampTableau, reunies: ValeursReunies, releve: Releve) {
  const distinct = new Map(
    groupe.flatMap(({ valeurs }) => {
      const valeur = valeurs[champ]
      return valeur === undefined ? [] : [[showValeur(valeur), valeur] as const]
    }),
  )
  const [first] = distinct.values()
  const factures = champ === 'montantSegurHTFacture' ? facturesOf(groupe) : []
  if (factures.length > 1) {
    if (
      additionner(
        groupe,
        factures.flatMap(({ montants }) => montants),
        reunies,
        releve,
      )
    )
      return
    reunies.problemes.push({
      champ,
      faute: `${showNumeros(groupe.map(({ numero }) => numero))} : plusieurs factures pour une demande (${joinMots(
        factures.map(({ facture }) => facture),
        facturesMax,
      )}).`,
      remede: 'Elle déclare leur somme : acceptez-la ci-dessus, ou ne gardez que la bonne facture.',
    })
  } else if (distinct.size === 1 || (champ === 'libelleInterne' && first !== undefined)) {
    Object.assign(reunies.valeurs, { [champ]: first })
  } else if (
    distinct.size > 1 &&
    !(champ === 'montantSegurHTFacture' && additionner(groupe, montantsOf(groupe), reunies, releve))
  ) {
    reunies.problemes.push({
      champ,
      faute: `${showNumeros(groupe.map(({ numero }) => numero))} : « ${libelles[champ]} » n’y est pas le même (${[...distinct.keys()].join(', ')}).`,
      remede: 'Ces lignes ont le même numéro éditeur : gardez une seule valeur, ou donnez-leur des numéros différents.',
    })
  }
}

const facturesMax = 3
const montantsOf = (lignes: readonly LigneLue[]) => lignes.flatMap(({ valeurs }) => valeurs.montantSegurHTFacture ?? [])

/** The invoices of a demande that rows name with an amount, each with its amounts: one that its rows only repeat counts once. */
function facturesOf(groupe: Groupe): { facture: string; montants: string[] }[] {
  const byFacture = new Map<string, string[]>()
  for (const { facture, valeurs } of groupe)
    if (valeurs.montantSegurHTFacture !== undefined)
      byFacture.set(facture, [...(byFacture.get(facture) ?? []), valeurs.montantSegurHTFacture])
  if (byFacture.has('')) return []
  return [...byFacture].map(([facture, montants]) => ({
    facture,
    montants: new Set(montants).size === 1 ? montants.slice(0, 1) : montants,
  }))
}

/** Several amounts of one demande may be its invoices, whose sum it declares: offered. guide §3.2 */
function additionner(groupe: Groupe, montants: readonly string[], reunies: ValeursReunies, releve: Releve): boolean {
  const somme = sumMontants(montants)
  if (somme === null || montants.some((montant) => centimesOf(montant) === null)) return false
  const vers = showMontant(somme)
  const de = montants.join(' + ')
  if (!offer(releve, { genre: 'somme', champ: 'montantSegurHTFacture', numero: groupe[0].numero, de, vers }))
    return false
  reunies.valeurs.montantSegurHTFacture = vers
  reunies.montantsAdditionnes = [...montants]
  return true
}

/** Row numbers in words, in their order: `Ligne 3`, `Lignes 3 à 5`, `Lignes 3, 7 et 9 à 12`; of very many the first. */
export function showNumeros(numeros: readonly number[]): string {
  const suites: [premier: number, dernier: number][] = []
  for (const numero of numeros) {
    const suite = suites.at(-1)
    if (suite?.[1] === numero - 1) suite[1] = numero
    else suites.push([numero, numero])
  }
  const parts = suites.flatMap(([premier, dernier]) =>
    dernier > premier + 1
      ? [`${premier} à ${dernier}`]
      : dernier > premier
        ? [`${premier}`, `${dernier}`]
        : [`${premier}`],
  )
  return `${capitalize(agree(numeros.length, 'ligne'))} ${joinMots(parts, suitesMax)}`
}

const suitesMax = 12

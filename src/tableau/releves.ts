import { isChampListe, isChampReponse, type ChampTableau, type Valeurs } from './champs'
import { isColonneDeCoches, type TableauLu } from './colonnes'
import { celluleAt, type Cellule, type Ligne } from './feuille'
import type { Probleme, Releve } from './proposition'
import { readFiness, readIdentDMP, readReponse, readTexte, type Lieu } from './valeurs'

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
}

/** Every row of the table, cell by cell. */
export function readLignes({ colonnes, lignes }: TableauLu, releve: Releve): LigneLue[] {
  const coches = colonnes.map(
    ({ champ }, colonne) => champ !== null && isChampReponse(champ) && isColonneDeCoches(lignes, colonne),
  )
  return lignes.map((ligne) => {
    const champs = colonnes.map(({ champ }) => champ)
    return readLigne(ligne, champs, coches, releve)
  })
}

function readLigne(
  ligne: Ligne,
  champs: readonly (ChampTableau | null)[],
  coches: readonly boolean[],
  releve: Releve,
): LigneLue {
  const problemes: Probleme[] = []
  const valeurs: Valeurs = {}
  const cellules = champs.flatMap((champ, colonne) => {
    const cellule = celluleAt(ligne, colonne)
    return champ === null ? [] : [{ champ, cellule, coche: coches[colonne] ?? false }]
  })
  for (const { champ, cellule, coche } of cellules) {
    readCellule(valeurs, cellule, { champ, numero: ligne.numero, releve, problemes }, coche)
  }
  const champsOf = (test: (cellule: Cellule) => boolean) =>
    new Set(cellules.filter(({ cellule }) => test(cellule) && cellule.texte !== '').map(({ champ }) => champ))
  return {
    numero: ligne.numero,
    valeurs,
    problemes,
    fusionnes: champsOf(({ fusionnee }) => fusionnee),
    formules: champsOf(({ formule }) => formule),
    masquee: ligne.masquee,
  }
}

/** Puts what a cell says into the row's values; an empty cell says nothing. */
function readCellule(valeurs: Valeurs, cellule: Cellule, lieu: Lieu, coche: boolean) {
  const { champ } = lieu
  if (isChampListe(champ)) {
    const items = champ === 'beneficiaires' ? readFiness(cellule, lieu) : readIdentDMP(cellule, lieu)
    if (items.length > 0) valeurs[champ] = union(valeurs[champ], items)
  } else if (isChampReponse(champ)) {
    const reponse = readReponse(cellule, { ...lieu, champ }, coche)
    if (reponse !== null) valeurs[champ] = reponse
  } else {
    const texte = readTexte(cellule, { ...lieu, champ })
    if (texte !== '') valeurs[champ] = texte
  }
}

/** Two lists as one, each item once. */
export const union = (first: readonly string[] = [], second: readonly string[] = []): string[] => [
  ...new Set([...first, ...second]),
]

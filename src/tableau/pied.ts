import { readFinessTexte } from '../dossier/finessTexte'
import { parseJour } from '../dossier/jour'
import { centimesOf } from '../dossier/montant'
import { proposeNumeroASP } from '../dossier/numeros'
import type { Centimes } from '../format/montant'
import { profil } from '../format/profil'
import { foldTexte } from '../format/texte'
import type { ChampTableau } from './champs'
import type { TableauLu } from './colonnes'
import { celluleAt, type Ligne } from './feuille'
import { isNote } from './notes'

/** A row that is no demande: a total, with its amount where it has one, or a note. */
export interface LigneTotal {
  numero: number
  texte: string
  centimes: Centimes | null
}

const rien = { somme: 0, nombre: 0 }

/** Adds amounts up as they come: one that is the sum of all before it, or of those since the last such, is a total. */
function createSommes() {
  let [toutes, depuis] = [rien, rien]
  const plus = ({ somme, nombre }: typeof rien, centimes: Centimes) => ({ somme: somme + centimes, nombre: nombre + 1 })
  return {
    /** `nu`: its row has nothing else of a demande; `numero`: what stands in its number's column, where a total may count rows. */
    isSomme(centimes: Centimes | null, numero: string, nu: boolean): boolean {
      if (centimes === null) return false
      const isOf = ({ somme, nombre }: typeof rien) =>
        nombre > 1 && centimes === somme && ['', String(nombre)].includes(numero)
      if (nu && (isOf(depuis) || (toutes.nombre > depuis.nombre && isOf(toutes)))) {
        depuis = rien
        return true
      }
      ;[toutes, depuis] = [plus(toutes, centimes), plus(depuis, centimes)]
      return false
    },
  }
}

/** A table parted into the rows that may be demandes, those that add others up, and those that are mere words. */
export interface TableauTrie {
  tableau: TableauLu
  totaux: LigneTotal[]
  notes: LigneTotal[]
}

// Of folded text.
const total =
  /^\W*(?:grand |sous[- ]?|s\/)?(?:total|totaux|somme|montant total|cumul|moyenne)\b|^(?:nombre|nb|nbre) d|^(?:ensemble|σ)[ :]*$/

/** «T O T A L» is a word too. */
const motOf = (texte: string) => foldTexte(texte.trim()).replace(/^\S(?: \S)+$/, (spaced) => spaced.replaceAll(' ', ''))

/** Parts the rows that are no demandes from those that may be. */
export function trierLignes({ colonnes, lignes, ...rest }: TableauLu): TableauTrie {
  const at = (champ: ChampTableau) => colonnes.findIndex((colonne) => colonne.champ === champ)
  const [asp, editeur, finess] = [at('numeroASP'), at('numeroEditeur'), at('beneficiaires')]
  const [jour, montant] = [at('dateFacture'), at('montantSegurHTFacture')]
  const textAt = (ligne: Ligne, colonne: number) => (colonne === -1 ? '' : celluleAt(ligne, colonne).texte)
  // A laboratory may be called «Total Bio»: a row with numbers of its own is a demande. A total may count the others.
  const isPropre = (ligne: Ligne) =>
    foldTexte(textAt(ligne, asp)).includes(prefixe) ||
    readFinessTexte(textAt(ligne, finess)).trouves.length > 0 ||
    (parseJour(textAt(ligne, jour)) !== null &&
      (proposeNumeroASP(textAt(ligne, asp)) !== null || /\d/.test(textAt(ligne, editeur))))
  const sommes = createSommes()
  const isTotal = (ligne: Ligne) => {
    const nu = [asp, finess, jour].every((colonne) => textAt(ligne, colonne) === '')
    const somme = centimesOf(textAt(ligne, montant))
    if (sommes.isSomme(somme, textAt(ligne, editeur), nu)) return true
    const filled = ligne.cellules.filter(({ texte }) => texte !== '')
    const alone = filled.length === 1 && textAt(ligne, montant) !== '' && centimesOf(textAt(ligne, montant)) !== null
    if (alone && ligne === lignes.at(-1)) return true
    return filled.some(({ texte }) => total.test(motOf(texte))) && !isPropre(ligne)
  }
  const show = (ligne: Ligne): LigneTotal => ({
    numero: ligne.numero,
    texte: ligne.cellules
      .filter(({ texte, fusionnee }) => texte !== '' && !fusionnee)
      .map(({ texte }) => texte)
      .join(' '),
    centimes: centimesOf(textAt(ligne, montant)),
  })
  const [totaux, notes, others]: [Ligne[], Ligne[], Ligne[]] = [[], [], []]
  for (const ligne of lignes) (isTotal(ligne) ? totaux : isNote(ligne, colonnes) ? notes : others).push(ligne)
  return { tableau: { ...rest, colonnes, lignes: others }, totaux: totaux.map(show), notes: notes.map(show) }
}

const prefixe = profil.prefixeNumeroASP.toLowerCase()

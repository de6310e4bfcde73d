import { readFinessTexte } from '../dossier/finessTexte'
import { centimesOf } from '../dossier/montant'
import type { Centimes } from '../format/montant'
import type { TableauLu } from './colonnes'
import { celluleAt, type Ligne } from './feuille'

/** A row that is no demande: a total, with its amount where it has one. */
export interface LigneTotal {
  numero: number
  texte: string
  centimes: Centimes | null
}

const total = /^\s*(?:sous[- ]?)?(?:total|totaux|somme|montant total|cumul)\b/i

/** Parts the rows that add others up from those that may be demandes. */
export function withoutTotaux({ colonnes, lignes, ...rest }: TableauLu): { tableau: TableauLu; totaux: LigneTotal[] } {
  const at = (champ: string) => colonnes.findIndex((colonne) => colonne.champ === champ)
  const [asp, finess, montant] = [at('numeroASP'), at('beneficiaires'), at('montantSegurHTFacture')]
  const textAt = (ligne: Ligne, colonne: number) => (colonne === -1 ? '' : celluleAt(ligne, colonne).texte)
  const isTotal = (ligne: Ligne) => {
    // A laboratory may be called «Total Bio»: a row with numbers of its own is a demande.
    if (/\d/.test(textAt(ligne, asp)) || readFinessTexte(textAt(ligne, finess)).trouves.length > 0) return false
    const filled = ligne.cellules.filter(({ texte }) => texte !== '')
    const alone = filled.length === 1 && textAt(ligne, montant) !== '' && centimesOf(textAt(ligne, montant)) !== null
    return filled.some(({ texte }) => total.test(texte)) || (alone && ligne === lignes.at(-1))
  }
  return {
    tableau: { ...rest, colonnes, lignes: lignes.filter((ligne) => !isTotal(ligne)) },
    totaux: lignes.filter(isTotal).map((ligne) => ({
      numero: ligne.numero,
      texte: ligne.cellules
        .map(({ texte }) => texte)
        .filter(Boolean)
        .join(' '),
      centimes: centimesOf(textAt(ligne, montant)),
    })),
  }
}

import { isFinessKeyRight, type Finess } from '../dossier/finess'
import { findNumbers, isNamedOtherwise, type FinessTrouve } from './finessNumeros'
import type { Ligne } from './lines'
import { cellLeft, cellOf, hasWords } from './voisins'

const exclus =
  /\b(?:n'est|n'etait|ne sont|n'ont|n'a) (?:pas|plus|donc pas)\b|\bnon (?:concerne|inclu|compri|equipe|raccorde|retenu|eligible)|\bferme(?:e|s|es)?\b(?! (?:le (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)))|\bexclu|\bhors (?:du )?(?:perimetre|champ|demande)|a l'exception|\bsauf\b|\bhormis\b|a l'exclusion|\bcede(?:e|s|es)?\b/

/** Whether the sentence in which a number stands says that its site does not count: closed, left out, not concerned. */
export function isExclu(number: FinessTrouve, lignes: readonly Ligne[]): boolean {
  const { ligne, debut, fin } = number
  const cellule = cellOf(number)
  if (!cellule) return false
  const next = lignes[ligne.rang + 1]
  const after = ligne.plie.slice(fin, cellule.fin)
  const before = ligne.plie.slice(cellule.debut, debut)
  // A sentence may go on below, a list does not.
  const goesOn = next?.page === ligne.page && !/\d(?: ?\d){8}|^[-–•*]/.test(next.plie) && !/[.;]\s*$/.test(after)
  const whole = `${after}${goesOn ? ` ${next.plie}` : ''}`
  const [own = ''] = whole.split(/[.;](?:\s|$)/)
  return exclus.test(`${before.split(/[.;]\s/).at(-1) ?? ''}§${own}`)
}

/**
 * The first number that is written as a FINESS is, whose key holds and that nothing names, but is none of those taken or
 * known to be something else: the list that was read may lack it. Null when there is none.
 */
export function findOublie(lignes: readonly Ligne[], known: ReadonlySet<Finess | string>): Finess | null {
  for (const ligne of lignes) {
    const numbers = findNumbers(ligne)
    for (const [rank, number] of numbers.entries()) {
      if (known.has(number.finess) || !isFinessKeyRight(number.finess)) continue
      const before = ligne.texte.slice(Math.max(numbers[rank - 1]?.fin ?? 0, cellOf(number)?.debut ?? 0), number.debut)
      const left = hasWords(before.toLowerCase()) ? null : cellLeft(number, ({ plie }) => hasWords(plie), 1)
      if (![before, left?.texte ?? ''].some(isNamedOtherwise)) return number.finess
    }
  }
  return null
}

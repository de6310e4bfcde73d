import { isEcarte } from './etatsMots'
import { headingOf, headOfCell, isTeteDeVa } from './etatsTetes'
import type { Ligne } from './lines'
import { neuf, type Rangee } from './rangees'

const enLettres =
  /^\W*(?:le )?(?:\d{1,2}[/. -]\d{1,2}[/. -](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|\d{1,2}(?:er)? (?:jan|fev|mar|avr|mai|jui|aou|sep|oct|nov|dec)[a-z]*\.? \d{4})\b/
/** A heading that asks for the day of nothing else. */
const date = /^\W*(?:date|le|jour|faite? le)\W*$/
const demande = /\b(?:dates?|jours?|le)\b/
const autre = /facture|ouverture|commande|visite|livraison|naissance|signature|cession|fermeture/

/** Letters and digits that a form sets apart, put together. */
const joined = (plie: string) => (/^(?:\S )+\S$/.test(plie) ? plie.replace(/ /g, '') : plie)

const isJour = (texte: string, plie: string) => enLettres.test(joined(plie)) && !isEcarte(texte, plie)

/**
 * For each row, whether it lacks the day of its attestation that the others have: under «Date de la VA» it says «néant», a
 * year, or nothing; under «Date» alone, which may be another day, some such word.
 */
export function sansJour(rangees: readonly Rangee[], lignes: readonly Ligne[]): boolean[] {
  const rows = rangees.map(({ parts }) =>
    parts.flatMap(({ ligne, debut, fin }) =>
      ligne.cellules
        .filter((cellule) => cellule.debut >= debut && cellule.fin <= fin && !neuf.test(cellule.plie))
        .map(({ texte, plie, x, droite }) => ({ x, droite, jour: isJour(texte, plie) })),
    ),
  )
  const none = rows.map(() => false)
  // The narrowest shows best where its column ends.
  const days = rows.flatMap((row, rank) => row.flatMap((cell) => (cell.jour ? [{ ...cell, rank }] : [])))
  for (const day of days.sort((a, b) => a.droite - a.x - (b.droite - b.x))) {
    const own = rangees[day.rank]
    const head = own && headOfCell(day.x, day.droite, headingOf(own.number.ligne, lignes))
    const isDeVa = head !== undefined && isTeteDeVa(head) && !autre.test(head.plie)
    if (!head || !(isDeVa || date.test(head.plie))) continue
    const cells = rows.map((row) => row.filter(({ x, droite }) => x < day.droite && droite > day.x))
    const dated = cells.map((column) => column.some(({ jour }) => jour))
    const count = dated.filter(Boolean).length
    if (count === rows.length) return none
    if (count < 2) continue
    return cells.map(
      (column, rank) => dated[rank] === false && (column.length > 0 || (isDeVa && demande.test(head.plie))),
    )
  }
  return none
}

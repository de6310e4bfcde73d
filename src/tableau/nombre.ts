import { showMontant } from '../dossier/montant'
import { toCentimes } from '../format/montant'

/**
 * A number as a spreadsheet stores it (`27450.000000000004`, `9.9E8`) → what the spreadsheet shows of it: fifteen digits
 * at most, with a decimal comma. What is no number stays as it is.
 */
export function showNombre(stored: string): string {
  const value = Number(stored)
  if (stored.trim() === '' || !Number.isFinite(value)) return stored
  const shown = Number(value.toPrecision(15))
  const plain =
    Math.abs(shown) >= 1e21
      ? String(shown)
      : /e-/.test(String(shown))
        ? shown.toFixed(15).replace(/0+$/, '')
        : String(shown)
  // Three decimals might be taken for thousands elsewhere: a number leaves no such doubt.
  return /\.\d{3}$/.test(plain) ? `${plain.replace('.', ',')}0` : plain.replace('.', ',')
}

/** An amount with more than two decimals → rounded to the cent, halves up, as a spreadsheet shows it; null when it is none. */
export function arrondir(texte: string): string | null {
  const parts = /^(-?)(\d+),(\d{2})(\d)\d*$/.exec(texte)
  if (!parts) return null
  const [, sign = '', units = '', cents = '', next = ''] = parts
  const rounded = toCentimes(Number(units + cents) + (next >= '5' ? 1 : 0))
  return rounded === null ? null : sign + showMontant(rounded)
}

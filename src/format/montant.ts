/** Euros as a whole number of cents: money never passes through binary fractions. */
export type Centimes = number & { readonly brand: 'Centimes' }

/** Takes an integer of cents that is exact as a number; null when it is not (`1.5`, 2⁵³…). */
export const toCentimes = (cents: number): Centimes | null => (Number.isSafeInteger(cents) ? (cents as Centimes) : null)

/** Sum in cents, or null past what a number holds exactly. */
export const sumCentimes = (montants: readonly Centimes[]): Centimes | null =>
  toCentimes(montants.reduce((sum, montant) => sum + montant, 0))

/** Cents → number literal with exactly two decimals: 2745000 → `27450.00`. guide §3.2 «même s'ils sont 00». */
export function writeMontant(centimes: Centimes): string {
  const digits = String(Math.abs(centimes)).padStart(3, '0')
  return `${centimes < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Decimal literal with a point and any number of decimals → cents, or null when it is not a whole number of cents. */
export function readMontant(literal: string): Centimes | null {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(literal)
  if (!parts) return null
  const [, sign = '', units = '', decimals = ''] = parts
  if (/[1-9]/.test(decimals.slice(2))) return null
  const cents = Number(units + decimals.slice(0, 2).padEnd(2, '0'))
  return toCentimes(sign && cents ? -cents : cents)
}

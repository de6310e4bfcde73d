/** The name of a column in spreadsheets, from its rank: 0 → A, 25 → Z, 26 → AA. */
export function lettersOf(colonne: number): string {
  const rest = Math.floor(colonne / 26) - 1
  return (rest < 0 ? '' : lettersOf(rest)) + String.fromCharCode(65 + (colonne % 26))
}

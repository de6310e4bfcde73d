/** Sum of the digits of a text of digits. */
export const digitSum = (digits: string) => Array.from(digits).reduce((sum, digit) => sum + Number(digit), 0)

/** Whether a text of digits ends with its right Luhn key (ISO/IEC 7812-1). */
export function isLuhn(digits: string): boolean {
  const weighted = Array.from(digits)
    .reverse()
    .map((digit, rank) => (rank % 2 === 0 ? digit : String(Number(digit) * 2)))
  return digitSum(weighted.join('')) % 10 === 0
}

import { toCentimes, type Centimes } from '../format/montant'

const petits: Readonly<Record<string, number>> = {
  zero: 0,
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
  vingt: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  septante: 70,
  huitante: 80,
  octante: 80,
  nonante: 90,
}
const mot = `(?:${[...Object.keys(petits), 'cent', 'mille', 'million', 'vingt'].join('|')})s?`
/** Source of a pattern: a whole number in words of folded text. */
export const nombreEnLettres = String.raw`${mot}(?:[ \n-]+(?:et[ \n-]+)?${mot})*`
const suite = `(${nombreEnLettres})`
const pattern = new RegExp(
  String.raw`(?<![a-z])${suite}[ \n]+euros?(?![a-z])(?:[ \n,]+(?:et[ \n]+)?${suite}[ \n]+(?:centimes?|cts?)(?![a-z]))?`,
  'g',
)

/** A whole number in French words, folded (`vingt-sept mille quatre cent cinquante`) → its value. */
export function readNombre(text: string): number {
  let [total, current] = [0, 0]
  for (const word of text.split(/[^a-z]+/).map((one) => one.replace(/(?<=cent|vingt|mille|million)s$/, ''))) {
    if (word === 'cent') current = Math.max(1, current) * 100
    else if (word === 'mille' || word === 'million') {
      total += Math.max(1, current) * (word === 'mille' ? 1_000 : 1_000_000)
      current = 0
    } else if (word === 'vingt' && current % 100 === 4) current += 76
    else current += petits[word] ?? 0
  }
  return total + current
}

/** Amounts that a folded text writes in full (`… euros et cinquante centimes`), from a hundred euros on; a capital left out. */
export const findMontantsEnLettres = (texte: string): Centimes[] =>
  [...texte.matchAll(pattern)].flatMap((match) => {
    const [, euros = '', centimes] = match
    const value = toCentimes(readNombre(euros) * 100 + (centimes ? readNombre(centimes) : 0))
    const before = texte.slice(Math.max(0, match.index - 30), match.index)
    return value !== null && value >= 100_00 && !/capital/.test(before) ? [value] : []
  })

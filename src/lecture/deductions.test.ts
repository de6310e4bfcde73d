import { describe, expect, test } from 'vitest'
import { exampleContenu } from './examplePage'
import { readContenu } from './readContenu'

const euros = (centimes: number) =>
  (centimes / 100).toLocaleString('fr-FR', { minimumFractionDigits: 2 }).replace(/\s/g, ' ')
const row = (label: string, amount: string) => `${label.padEnd(50)}${amount}`
const ways = [(sum: string) => `-${sum}`, (sum: string) => `${sum}-`, (sum: string) => sum]

/** What is read of an invoice of 10 000,00 € from which something is taken off above its total. */
function lus(label: string, taken: number, sign: (sum: string) => string, below = '') {
  const left = 10_000_00 - taken
  const rows = [
    row('Désignation', 'Montant HT'),
    row('Prestation Ségur SGL', '10 000,00'),
    row('Sous-total', '10 000,00'),
    row(label, sign(euros(taken))),
    ...(below === '' ? [] : [below]),
    row('Net HT', euros(left)),
    row('TVA 20 %', euros(left / 5)),
    row('Total TTC', euros(left * 1.2)),
  ]
  const { montantHT } = readContenu(exampleContenu(`FACTURE N° 7\nDate de facture : 15/03/2023\n\n${rows.join('\n')}`))
  return [montantHT?.valeur, montantHT?.sure]
}

describe('[guide §3.2 montantSegurHTFacture] what is taken off above a total, whatever it is called', () => {
  const labels = ['Déduction', 'À valoir', 'Aide Ségur', 'Part financée', 'Préfinancement', 'Moins', 'Imputation']
  test.each(labels)('«%s» of three tenths: the total before it, in doubt', (label) => {
    for (const sign of ways) expect(lus(label, 3_000_00, sign)).toEqual([10_000_00, false])
  })
  test.each(labels)('«%s» of another part is never sure', (label) => {
    for (const sign of ways) expect(lus(label, 2_500_00, sign)[1]).toBe(false)
  })
  test.each(['Remise', 'Rabais commercial', 'Geste commercial', 'Escompte'])('«%s» is a discount', (label) => {
    for (const sign of ways.slice(0, 2)) expect(lus(label, 450_00, sign)).toEqual([9_550_00, true])
  })
})

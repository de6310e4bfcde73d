import { describe, expect, test } from 'vitest'
import { examplePage } from './examplePage'
import { readContenu } from './readContenu'

const totals = (ht: string, tva: string, ttc: string) => `Total HT   ${ht} €\nTVA 20 %   ${tva} €\nTotal TTC   ${ttc} €`
const [own, other] = [totals('10 000,00', '2 000,00', '12 000,00'), totals('12 000,00', '2 400,00', '14 400,00')]

/** Pages whose first line is a title set larger. */
const read = (...pages: string[]) =>
  readContenu({
    pages: pages.map((body) => {
      const page = examplePage(body)
      return { ...page, items: page.items.map((item) => (item.y === 20 ? { ...item, y: 14, hauteur: 16 } : item)) }
    }),
    champs: [],
    xml: [],
    invisible: false,
  })
const told = ({ montantHT, dateFacture }: ReturnType<typeof read>) => [
  montantHT && [montantHT.valeur, montantHT.sure],
  dateFacture && [dateFacture.valeur, dateFacture.sure],
]

describe('[guide §3.2] what is annexed to an invoice says nothing of its amount and day', () => {
  const facture = `FACTURE N° 7\nX SAS\nDate : 15/03/2023\n\n${own}`
  const right = [
    [10_000_00, true],
    ['15/03/2023', true],
  ]
  test.each([
    'Bon de commande',
    'DEVIS N° 12',
    'Annexe - Bon de commande BC-7',
    'Attestation de vérification d’aptitude',
  ])('«%s» on a page of its own, and the page after it', (title) => {
    const annexe = `${title}\nX SAS\nDate : 02/01/2023\n\n${other}`
    expect(told(read(facture, annexe))).toEqual(right)
    expect(told(read(facture, annexe, `Suite\n\n${other}`))).toEqual(right)
  })

  test('a number that only an annexe holds is still read', () => {
    const { finess } = read(facture, `Bon de commande\nX SAS\nFINESS : 990001018\n\n${other}`)
    expect(finess.map(({ valeur }) => valeur)).toEqual(['990001018'])
  })

  test('totals on the second page of the invoice itself are its own', () => {
    const [head, foot] = ['FACTURE N° 7\nX SAS\nDate : 15/03/2023', `Suite de la facture\nX SAS\n\n${own}`]
    expect(told(read(head, foot))).toEqual(right)
  })
})

import { describe, expect, test } from 'vitest'
import { examplePage } from './examplePage'
import { readContenu } from './readContenu'

const facture = (numero: string, ht: string, tva: string, ttc: string) =>
  `Facture n° ${numero}\nX SAS\nDate : 15/03/2023\n\nTotal HT   ${ht} €\nTVA 20 %   ${tva} €\nTotal TTC   ${ttc} €\n\n`

/** One page; its lines that begin with «Facture» are set as high as told. */
const read = (body: string, hauteur: number) => {
  const page = examplePage(body)
  const items = page.items.map((item) =>
    item.texte.startsWith('Facture') ? { ...item, y: item.y + item.hauteur - hauteur, hauteur } : item,
  )
  return readContenu({ pages: [{ ...page, items }], champs: [], xml: [], invisible: false })
}

describe('[guide §3.2] several invoices in one file', () => {
  const two = facture('FA-1', '6 000,00', '1 200,00', '7 200,00') + facture('FA-2', '4 000,00', '800,00', '4 800,00')

  test('two titles of one size on a page begin an invoice each; their sum is offered', () => {
    const { numerosFacture, montantHT, parts } = read(two, 16)
    expect(numerosFacture).toEqual(['FA-1', 'FA-2'])
    expect(parts.map((part) => part.montantHT?.valeur)).toEqual([6_000_00, 4_000_00])
    expect([montantHT?.valeur, montantHT?.sure]).toEqual([10_000_00, false])
  })

  test('the same number twice is one invoice', () => {
    const { numerosFacture, parts } = read(two.replace('FA-2', 'FA-1'), 16)
    expect([numerosFacture, parts]).toEqual([['FA-1'], []])
  })

  test('a number in the size of the text refers to another invoice', () => {
    expect(read(two, 10).numerosFacture).toEqual(['FA-1'])
  })
})

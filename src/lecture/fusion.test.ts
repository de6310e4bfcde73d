import { describe, expect, test } from 'vitest'
import { exampleContenu } from './examplePage'
import { isSameFacture, mergeLectures } from './fusion'
import { readContenu } from './readContenu'

const page = (numero: string, ht: number, label = 'Facture n°') =>
  `FACTURE\n${label} ${numero}\nDate de facture : 15/03/2023\nTotal HT   ${ht},00 €\nTVA 20 %   ${ht / 5},00 €\nTotal TTC   ${ht * 1.2},00 €`
const read = (...pages: string[]) => readContenu(exampleContenu(...pages))

describe('[guide §3.2] one invoice is not two documents', () => {
  test('copies of one number are summed once, each keeps its reading', () => {
    const joined = mergeLectures([read(page('F-12', 1000)), read(page('F 12', 1000)), read(page('F-13', 500))])
    expect([joined?.montantHT?.valeur, joined?.parts.length, joined?.numerosFacture]).toEqual([
      1500_00,
      3,
      ['F-12', 'F-13'],
    ])
  })

  test('copies that give other amounts are not sure', () => {
    expect(mergeLectures([read(page('F-12', 1000)), read(page('F-12', 900))])?.montantHT?.sure).toBe(false)
  })

  test('joined again, two and one are three', () => {
    const two = mergeLectures([read(page('F-1', 1000)), read(page('F-2', 800))])
    const three = two && mergeLectures([two, read(page('F-3', 945))])
    expect([three?.montantHT?.valeur, three?.parts.length]).toEqual([2745_00, 3])
  })

  test('two numbers in one file are told, and their sum offered', () => {
    const { numerosFacture, montantHT, parts } = read(page('F-12', 1000), page('F-13', 500))
    expect([numerosFacture, montantHT?.valeur, montantHT?.sure, parts.length]).toEqual([
      ['F-12', 'F-13'],
      1500_00,
      false,
      2,
    ])
    expect(montantHT?.doute).toContain('F-12, F-13')
  })

  test('one invoice of two pages, or that names another one, is one', () => {
    expect(read(page('F-12', 1000), 'Facture n° F-12\nConditions générales').numerosFacture).toEqual(['F-12'])
    const told = `${page('F-12', 1000)}\nCette facture annule et remplace la facture n° F-10 du 02/03/2023`
    expect(read(told).numerosFacture).toEqual(['F-12'])
  })

  test.each(['N° de facture :', 'Facture n°', 'Numéro de facture', 'N° :', 'Réf. facture :', 'N° pièce :'])(
    '«%s» before, beside or above the number',
    (label) => {
      const title = 'FACTURE\n'
      const rest = page('', 1000).split('\n').slice(2).join('\n')
      for (const head of [`${label} 2023/077`, `${label}      2023/077`, `${label}\n2023/077`])
        expect(read(`${title}${head}\n${rest}`).numeroFacture).toBe('2023/077')
    },
  )

  test('without a number nothing is held to be the same', () => {
    const none = read(page('F-12', 1000).replace('Facture n° F-12\n', ''))
    expect(isSameFacture(none, none)).toBe(false)
  })

  test.each(['DUPLICATA', 'Copie', 'Duplicata de la facture'])('«%s» is told', (word) => {
    expect(read(`${word}\n${page('F-12', 1000)}`).duplicata).toBe(true)
    expect(read(page('F-12', 1000)).duplicata).toBe(false)
  })
})

test.each(['Facture du 15/03/2023', 'Facture le 15.03.2023', 'Facture en date du 15/03/2023'])(
  'the day of «%s» is no number',
  (line) => {
    expect(read(`${line}\nTotal HT 10,00 €\nTVA 2,00 €\nTotal TTC 12,00 €`).numerosFacture).toEqual([])
    expect(read(`${line}\nFACTURE n° FA-12\nTotal HT 10,00 €\nTVA 2,00 €\nTotal TTC 12,00 €`).numerosFacture).toEqual([
      'FA-12',
    ])
  },
)

import { expect, test } from 'vitest'
import { exampleContenu } from './examplePage'
import { readLines } from './lines'
import { readContenu } from './readContenu'
import { findRepetees } from './repetees'

const head = Array.from({ length: 14 }, (_, rank) => `Mention ${'abcdefghijklmn'.charAt(rank)} de l’en-tête`)
const first = [...head, 'Établissements équipés (FINESS géographique)', '990001018 Site Nord', '990001026 Site Sud']
const foot = '\n'.repeat(20) + 'Pénalités de retard : trois fois le taux légal - page'
const pages = (last: readonly string[]) =>
  exampleContenu([...first, `${foot} 1`].join('\n'), [...head, ...last, '', `${foot} 2`].join('\n'))

test('[guide §3.2 beneficiaires] a list goes on after the foot and the head of a page, by one row alone too', () => {
  const { finess } = readContenu(pages(['990001034 Site Est']))
  expect(finess.map(({ valeur }) => valeur)).toEqual(['990001018', '990001026', '990001034'])
})

test('[guide §3.2 beneficiaires] what another label names on the next page is none of the list', () => {
  const { finess } = readContenu(pages(['FINESS juridique du client : 990001034', 'N° de contrat : 990001042']))
  expect(finess.map(({ valeur }) => valeur)).toEqual(['990001018', '990001026'])
})

test('lines of two pages are the same but for their numbers, at the same height', () => {
  const lignes = readLines(exampleContenu('Facture page 1\nA\nB', 'Facture page 2\nB\nC', 'Facture page 3'))
  expect([...findRepetees(lignes)].map(({ page, texte }) => [page, texte])).toEqual([
    [1, 'Facture page 1'],
    [2, 'Facture page 2'],
    [3, 'Facture page 3'],
  ])
})

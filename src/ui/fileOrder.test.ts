import { expect, test } from 'vitest'
import { inOrder } from './fileOrder'

const file = (path: string) => ({ name: path.replace(/^.*\//, ''), path })

test('files come in the order of their folders and names, figures counted', () => {
  const given = ['/labo 10/facture.pdf', './facture 10.pdf', '/labo 2/va.pdf', './facture 2.pdf', '/labo 2/Facture.pdf']
  expect(inOrder(given.map(file)).map(({ path }) => path)).toEqual([
    './facture 2.pdf',
    './facture 10.pdf',
    '/labo 2/Facture.pdf',
    '/labo 2/va.pdf',
    '/labo 10/facture.pdf',
  ])
})

test('a file stands before its copy', () => {
  const given = ['./facture (1).pdf', './facture - copie.pdf', './facture.pdf']
  expect(inOrder(given.map(file))[0]?.name).toBe('facture.pdf')
})

test('files without folders are ordered by their names; those of one name stay as they came', () => {
  const [first, other, last] = [{ name: 'b' }, { name: 'b' }, { name: 'a' }]
  const ordered = inOrder([first, other, last])
  expect(ordered[0]).toBe(last)
  expect(ordered[1]).toBe(first)
  expect(ordered[2]).toBe(other)
})

import { describe, expect, test } from 'vitest'
import { readClient } from './client'
import { exampleContenu } from './examplePage'
import { readLines } from './lines'

const clientOf = (text: string) => readClient(readLines(exampleContenu(text)))?.valeur ?? null

const supplier = `LOGIBIO EXEMPLE SAS
12 rue des Essais
99000 EXEMPLE
SIRET 732 829 320 00074
`

describe('[client] under a heading of its block', () => {
  test.each([
    ['Client', 'Biologie des Lilas'],
    ['CLIENT :', 'LABORATOIRE DES LILAS'],
    ['Facturé à :', 'Labo des Lilas, Lyon'],
    ['Adresse de facturation', 'SELAS Biolab Sud'],
    ['Destinataire :', 'Bioréunion'],
    ['DOIT', 'Les Tilleuls'],
    ['Nom du client :', 'Les Tilleuls'],
  ])('«%s»: the name stands below it', (heading, name) => {
    expect(clientOf(`${supplier}\n${heading}\n${name}\n3 avenue du Parc\n99100 VILLE`)).toBe(name)
  })

  test('it stands in the column of its heading, whatever the other holds', () => {
    expect(
      clientOf(`FACTURE n° 12          Facturé à\nDate : 15/03/2023      Labo des Lilas\n               3 rue X`),
    ).toBe('Labo des Lilas')
  })

  test.each([['Client : Labo des Lilas'], ['Client :     Labo des Lilas']])('«%s»: behind or beside it', (line) => {
    expect(clientOf(`${supplier}\n${line}\n3 rue X`)).toBe('Labo des Lilas')
  })
})

describe('[client] without a heading, what is called a laboratory', () => {
  test.each(['Laboratoire des Lilas', 'SELAS BIOLAB SUD', 'LBM Les Tilleuls'])('%s', (name) => {
    expect(clientOf(`${supplier}\n                ${name}\n                3 rue X`)).toBe(name)
  })

  test('two laboratories: which is the client is not known', () => {
    expect(clientOf('Laboratoire des Lilas\nLaboratoire des Pins')).toBeNull()
  })
})

describe('[client] what is no name is never one', () => {
  test.each([
    ['N° client : C00123'],
    ['Code client\nC00123'],
    ['Client\nSIRET 999 001 019 00010'],
    ['Client\n12 rue des Lilas'],
    ['Client\n\n\n\n\n\nLes Lilas'],
    ['Facture client\n15/03/2023'],
    ['Client :\nMadame Dupré'],
    ['Laboratoire :'],
    [supplier],
    [''],
  ])('%j', (text) => expect(clientOf(text)).toBeNull())

  test('a name far down the page is another thing’s', () => {
    expect(clientOf(`${'\n'.repeat(45)}Client\nLabo des Lilas`)).toBeNull()
  })
})

test('[client] it is always in doubt, and tells its place', () => {
  const lu = readClient(readLines(exampleContenu('Client\nLabo des Lilas')))
  expect(lu).toMatchObject({ valeur: 'Labo des Lilas', sure: false, page: 1, imprime: 'Labo des Lilas' })
  expect(lu?.cadre).not.toBeNull()
})

import { describe, expect, test } from 'vitest'
import { exampleContenu } from '../examplePage'
import { readContenu } from '../readContenu'

const read = (text: string) => readContenu(exampleContenu(text))

const table = `
Désignation                  Qté    Montant HT
Prestation Ségur SGL         1      10 000,00 €

                    Total HT        10 000,00 €
                    TVA 20 %         2 000,00 €
                    Total TTC       12 000,00 €`

const quotes = [
  'Facture F2023-12 du 15/03/2023, total HT 10 000,00 €, TVA 2 000,00 €, net à payer 12 000,00 €.',
  'Facture n° :   F2023-12\nDate de facture   15/03/2023\nTotal HT   10 000,00 €\nTotal TTC   12 000,00 €',
  'Facture n°      Date de facture      Total HT          Total TTC\nF2023-12        15/03/2023           10 000,00 €       12 000,00 €',
]
const titles = [
  'ATTESTATION DE VÉRIFICATION D’APTITUDE',
  'A T T E S T A T I O N',
  'V É R I F I C A T I O N  D ’ A P T I T U D E',
  'Procès-verbal de vérification d’aptitude',
  'PV de recette',
  'P V  D E  R E C E T T E',
  'Ségur du numérique – vérification d’aptitude',
  'Objet : vérification d’aptitude – facture F2023-12',
]
const declarations = [
  'Nous soussignés, Dr Exemple, attestons avoir prononcé la vérification d’aptitude le 10/03/2023.',
  'Nous, Laboratoire Exemple (FINESS 990001018), déclarons que le logiciel livré est apte au service régulier.\nVérification d’aptitude prononcée le 10/03/2023. Cachet et signature',
  'Je soussignée certifie que la vérification d’aptitude (VA) du logiciel a été prononcée le 10/03/2023.',
  'Le laboratoire reconnaît\nl’aptitude de la solution et prononce la vérification d’aptitude.\nFait à Bourg, le 10/03/2023\nSignature et cachet',
]

describe('[guide §3.1 typeFichier] an attestation stays one whatever invoice it quotes', () => {
  test.each(titles.flatMap((title) => declarations.flatMap((said) => quotes.map((quote) => [title, said, quote]))))(
    '%s / %s / %s',
    (title, said, quote) => {
      for (const text of [`${title}\n\n${said}\n${quote}`, `${title}\n\n${quote}\n${said}`]) {
        const { type, montantHT, dateFacture } = read(text)
        expect([type.valeur, montantHT, dateFacture]).toEqual(['VA', null, null])
      }
    },
  )
})

test.each(declarations.flatMap((said) => quotes.map((quote) => [said, quote])))(
  '[guide §3.1 typeFichier] what is attested and signed without a title is never an invoice for sure: %s / %s',
  (said, quote) => {
    for (const text of [`Laboratoire Exemple\n\n${said}\n${quote}`, `Laboratoire Exemple\n\n${quote}\n${said}`]) {
      const { type } = read(text)
      expect(type.valeur !== 'FACTURE' || !type.sure).toBe(true)
    }
  },
)

describe('[guide §3.1 typeFichier] an invoice stays one whatever attestation it mentions', () => {
  const mentions = [
    'Vérification d’aptitude du 13/08/2023',
    'VÉRIFICATION D’APTITUDE PRONONCÉE LE 13/08/2023',
    'Attestation de VA du 13/08/2023 jointe',
    'Suite à la vérification d’aptitude (VA)',
  ]
  test.each(['FACTURE', 'Facture n° 12', 'F A C T U R E'].flatMap((title) => mentions.map((said) => [title, said])))(
    '%s / %s',
    (title, said) => {
      const { type } = read(`${said}\n${title}\nDate de facture : 15/03/2023\n${table}`)
      expect([type.valeur, type.sure]).toEqual(['FACTURE', true])
    },
  )
})

test('[guide §3.1 typeFichier] a heading that names another document is no title, though nothing else is one', () => {
  for (const heading of ['Bon de commande du', 'Devis n°', 'Commande du'])
    expect(
      read(`X SAS\nDate de facturation     ${heading}     Échéance\n15/03/2023     02/01/2023     14/04/2023\n${table}`)
        .type.valeur,
    ).toBe('FACTURE')
})

test('[guide §3.1 typeFichier] the order that a form quotes is not its title', () => {
  const form = 'FACTURE N°          F12        DATE         15/03/2023\nBON DE COMMANDE     BC7        DEVIS        D8'
  expect(read(`${form}\n${table}`).type).toMatchObject({ valeur: 'FACTURE' })
})

test.each(['Note de facturation', 'Votre commande du 02/01/2023 : détail de notre facture'])(
  '[guide §3.1 typeFichier] «%s» is an invoice',
  (title) => {
    expect(read(`${title}\n\nX SAS, le 15/03/2023\n${table}`).type.valeur).toBe('FACTURE')
  },
)

test.each([
  ['AVOIR n° 3', 'avoir', 'FACTURE'],
  ['Facture d’acompte n° 3', 'acompte', 'FACTURE'],
  ['Facture de situation n° 2', 'situation', 'FACTURE'],
  ['FACTURE PRO FORMA', 'proforma', null],
  ['DEVIS N° 3', 'devis', null],
  ['BON DE COMMANDE', 'commande', null],
  ['Bon de livraison n° 4', 'livraison', null],
])('[guide §3.1] «%s» is named as what it is', (title, genre, valeur) => {
  const lecture = read(`${title}\nDate : 15/03/2023\n${table}`)
  expect([lecture.genre, lecture.type.valeur]).toEqual([genre, valeur])
})

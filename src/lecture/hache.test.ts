import { describe, expect, test } from 'vitest'
import { exampleContenu } from './examplePage'
import { isHache } from './hache'
import { readContenu } from './readContenu'

const facture = `FACTURE N° FA-2023-0118
Date de facture : 15/03/2023     Échéance : 14/04/2023
FINESS : 990001018
Désignation            Quantité      Montant HT
Prestation Ségur de numérisation       1        15 250,00 €
Total HT       15 250,00 €
TVA 20 %       3 050,00 €
Total TTC      18 300,00 €
Règlement par virement à trente jours, sans escompte pour paiement anticipé`

/** Text with a blank after every so many signs of each word. */
const breakWords = (text: string, signs: number) =>
  text.replace(/\S+/g, (word) => (word.match(new RegExp(`.{1,${signs}}`, 'g')) ?? []).join(' '))

describe('[guide §3.2] words and numbers that blanks break', () => {
  test.each([2, 3, 4, 5])('every %i signs: nothing is sure', (signs) => {
    const broken = breakWords(facture, signs)
    expect(isHache(broken.split('\n'))).toBe(true)
    const { type, dateFacture, montantHT, finess } = readContenu(exampleContenu(broken))
    expect([type, dateFacture, montantHT, ...finess].flatMap((lu) => lu?.sure ?? [])).not.toContain(true)
  })

  test('whole, they are none', () => {
    expect(isHache(facture.split('\n'))).toBe(false)
  })

  test.each([
    ['capitals', 'BON DE COMMANDE DU TOTAL HT TVA TTC NET A PAYER EN EUR QTE PU'],
    [
      'titles whose letters stand apart',
      'V É R I F I C A T I O N\nD ’ A P T I T U D E\nP R E S T A T I O N\nFacture de la\nBon du\nTotal un\nen au\nle de',
    ],
    ['a few short words', 'à la de le du un et en au par sur'],
  ])('short words, as in %s, are words', (_name, text) => {
    expect(isHache(text.split('\n'))).toBe(false)
  })

  test.each(['Total HT   1 5 250,00', 'Total HT   15 2 50,00', 'Total HT : 1 5 250,00'])('«%s»', (total) => {
    const { montantHT } = readContenu(
      exampleContenu(
        `FACTURE N° 7\nDate de facture : 15/03/2023\n${total} €\nTVA non applicable, article 293 B du CGI`,
      ),
    )
    expect(montantHT?.sure ?? false).toBe(false)
  })

  test.each([
    [0.8, false],
    [4, true],
  ])('«15» set %f heights before «250,00», which its article confirms', (gap, sure) => {
    const texts = [
      ['FACTURE N° 7'],
      ['Désignation', 'Qté', 'Montant HT'],
      ['Prestation', '1', '250,00'],
      ['Total HT', '15', '250,00'],
    ]
    const items = [...texts, ['TVA non applicable, article 293 B du CGI']].flatMap((row, rank) =>
      row.map((texte, column) => ({
        texte,
        x: [20, 200 - 10 * gap, 210][column] ?? 0,
        y: 20 + 20 * rank,
        largeur: column === 1 ? 10 : texte.length * 5,
        hauteur: 10,
      })),
    )
    const contenu = { pages: [{ largeur: 600, hauteur: 800, items }], champs: [], xml: [], invisible: false }
    expect(readContenu(contenu).montantHT).toMatchObject({ valeur: 250_00, sure })
  })
})

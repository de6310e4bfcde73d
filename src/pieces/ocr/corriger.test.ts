import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { corriger } from './corriger'

describe('signs that print makes alike', () => {
  test.each([
    ['FINBI0000409', 'FINBIO000409'],
    ['F1NBIOOO0409', 'FINBIO000409'],
    ['Dossier ASP : FINBlO000 4O9', 'Dossier ASP : FINBIO000409'],
    ['27 45O,00', '27 450,00'],
    ['l 875,9O €', '1 875,90 €'],
    ['11 201, 00€', '11 201,00€'],
    ['27 450,00 e', '27 450,00 €'],
    ['27 450,00E', '27 450,00 €'],
    ['TOTALA.T', 'TOTAL H.T'],
    ['MontantHT_', 'Montant HT'],
    ['TOTALT.T.C.', 'TOTAL T.T.C.'],
    ['ler septembre 2023', '1er septembre 2023'],
    ['Lyon, le Ier août 2023', 'Lyon, le 1er août 2023'],
    ['Total H.1.', 'Total H.T.'],
    ['l5/O3/2023', '15/03/2023'],
    ['15.03.2O23', '15.03.2023'],
    ['732 829 32O OOO74', '732 829 320 00074'],
    ['99OOO1018', '990001018'],
  ])('%s → %s', (lu, voulu) => {
    expect(corriger(lu)).toBe(voulu)
  })

  test.each([
    'SOLDE',
    'SOLO, 10 rue des Lilas',
    'BIO-SGL',
    'OISE 60',
    '45/O3/2023',
    'Total HT 27 450,00 EUR',
    'Facture n° F2023-O118',
    'Solde de 10,00 en faveur du client',
    'IBIS, OB, SI',
    'page 1, 20 lignes',
    'pages 1, 20',
    '2B0001234',
    '99OOO1O19',
  ])('%s stays as it is', (texte) => {
    expect(corriger(texte)).toBe(texte)
  })

  test('mends once: what is mended is not mended again, and nothing becomes longer by more than a space', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'0123456789OoIlSB,. /€eFINBIO'.split('')), maxLength: 30 })
    fc.assert(
      fc.property(signs, (texte) => {
        expect(corriger(corriger(texte))).toBe(corriger(texte))
      }),
    )
  })
})

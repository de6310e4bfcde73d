import { describe, expect, test } from 'vitest'
import { exampleContenu } from './examplePage'
import { readContenu } from './readContenu'

const [own, other] = ['73282932000074', '35600000000048']
const siretOf = (text: string) => readContenu(exampleContenu(text)).siretFournisseur?.valeur ?? null
const at = (left: string, right: string) => `${left.padEnd(50)}${right}`.trimEnd()
const body = `Attestation de vérification d’aptitude\n\nJe soussigné certifie apte le logiciel OMEGA.\nSite Nord : FINESS 990001018`
const low = '\n'.repeat(50)

describe('[guide §3.2 siretFournisseur] an attestation', () => {
  test.each([
    `${body}${low}SELAS Médibio – 51 rue X 99110 Y – SIRET ${other}`,
    `${body}${low}Institut de biologie médicale du Plateau - SIRET ${other} - page 1`,
    `Novabio Aurel\n111 allée Y\nSIRET ${other}\n\n\n${body}`,
    `${body}${low}SIRET ${other} – secretariat@labo.example`,
  ])('a letterhead or a foot is its writer’s, the client: %s', (text) => {
    expect(siretOf(text)).toBeNull()
  })

  test.each([
    `À l’attention de Nordalys\nParc Hélios\nSIRET ${own}\n\n\n${body}${low}Centre Hospitalier – SIRET ${other}`,
    `${body}\natteste que la société LOGIMED (Paul & Fils, Orvigny, SIRET ${own}) a installé le\nlogiciel.${low}SIRET ${other} – a@b.example`,
    `Novabio Aurel\nSIRET ${other}\n\n\n${body}\nÉditeur du logiciel :     Labosys - SIRET ${own}`,
    `${body}\nTitulaire          Kalisto SAS – SIRET ${own}\nBénéficiaire       Labo Z – SIRET ${other}`,
    `${body}\nTitulaire          Kalisto SAS\n                   3 allée X\n                   SIRET : ${own}\nBénéficiaire       Labo Z\n                   9 cours Y\n                   SIRET : ${other}`,
    `${body}\nLe laboratoire Z, ci-après « le client », et Kalisto SAS,\nimmatriculé sous le SIRET ${own}, éditeur, ci-après « le titulaire ».`,
    `${body}\nSolution NORDALYS LIS v8${low}Nordalys Systèmes S.A. – Parc H – SIRET ${own}`,
    `${body}\nClient          Labo Z${low}X Systèmes S.A. – Parc H – SIRET ${own}`,
    `Certificat de vérification d’aptitude\ndécerné à la solution Kiwi de la société Labkiwi (SIRET ${own})\npar SELAS BioOrvale, 99596 Sainte-Odile, n° SIRET ${other}\n\nSite X : FINESS 990001018`,
  ])('who sold is the supplier: %s', (text) => {
    expect(siretOf(text)).toBe(own)
  })
})

test.each(['SELAS BioOrvale', 'le laboratoire Z', 'Novabio Aurel'])(
  '[guide §3.2 siretFournisseur] %s, by whom an attestation is given, is no supplier',
  (name) => {
    for (const verb of ['décerné', 'délivré', 'prononcé', 'établi', 'signé'])
      expect(siretOf(`${body}\nCertificat ${verb} par ${name}, 99596 Sainte-Odile, SIRET ${other}`)).toBeNull()
  },
)

describe('[guide §3.2 siretFournisseur] an invoice without the supplier’s', () => {
  const totals = 'Total HT   10 000,00 €\nTVA 20 %   2 000,00 €\nTotal TTC   12 000,00 €'
  test.each(['Biolys', 'SELARL Verdier', 'CH de Vernelles'])('none rather than the client’s: %s', (name) => {
    const head = [
      at('LOGIMED', ''),
      at('27, rue de l’Hôpital', ''),
      at('Facture n° 7', name),
      at('', '52 place du Marché'),
      at('', '99515 Lacombe'),
      at('', `SIRET ${other}`),
    ]
    expect(siretOf(`${head.join('\n')}\n\n\n${totals}`)).toBeNull()
  })

  test('a hospital in the supplier’s own address says nothing of a client', () => {
    const head = ['GCS Ondre', 'Hôpital Sainte-C, bât. H', '99172 Noyelles', `SIRET ${own}`]
    expect(siretOf(`${head.join('\n')}\n\nFacture n° 7\n\n${totals}`)).toBe(own)
  })

  test.each([
    'Solutions informatiques de laboratoire',
    'Informatique médicale et de laboratoire',
    'Logiciels pour laboratoires',
    'Éditeur de systèmes de gestion de laboratoire',
  ])('what a supplier sells makes it no laboratory: %s', (trade) => {
    const head = [
      at('S.I.L. ARMORIQUE', ''),
      at(trade, ''),
      at('12, quai X', 'SELARL Delmas'),
      at(`SIRET ${own}`, '113 rue Y'),
      at('', `SIRET client ${other}`),
    ]
    expect(siretOf(`${head.join('\n')}\n\nFacture n° 7\n\n${totals}`)).toBe(own)
  })

  test('the letterhead’s, wherever it stands, is offered', () => {
    const head = [at('Facture n° 7', 'LOGIMED'), at('', '27, rue X'), at('', '99180 Orvigny'), at('', `SIRET ${own}`)]
    expect(siretOf(`${head.join('\n')}\n\n\n${totals}`)).toBe(own)
  })
})

test('[guide §3.2 siretFournisseur] each digit in a box of its own', () => {
  expect(siretOf(`Facture n° 7\nSIRET du fournisseur : ${own.split('').join(' ')}`)).toBe(own)
})

describe('[guide §3.2 siretFournisseur] an attestation that names its supplier beside the number, by its heading, or by its trade', () => {
  const labo = `SELAS Médibio\n51 rue X\nTél. 03 99 00 00 00 – Siret ${other}`
  test.each([
    `${body}\nFOURNISSEUR : KALISTO ORVAL          SIRET ${own}          PROGICIEL : OMEGA`,
    `${body}\nÉditeur : Kalisto          N° SIRET : ${own}`,
    `${body}\n2 Fournisseur et logiciel / Vendor and product\nKalisto France, SIRET ${own} – Omega 11`,
    `${body}\n1 Laboratoire / Laboratory\nMédibio, SIRET ${other}\n2 Fournisseur / Vendor\nKalisto France, SIRET ${own}`,
    `${labo}\n\n\nKalisto & Fils\n5 venelle Y\nSiret ${own}\nOrval, le 10 mars 2023\nMessieurs,\nJe soussigné prononce la vérification d’aptitude de votre logiciel.\n\n\n${body}`,
    `${body}${low}KALISTO - S.A.S. au cap. de 4.200.000 EUR - 18, rue Z\nSIRET ${own} - NAF 5829C - RCS ORVAL`,
    `${body}${low}Kalisto, 18, rue Z, SIRET ${own}, APE 62.01Z`,
  ])('%s', (text) => {
    expect(siretOf(text)).toBe(own)
  })

  test.each([
    `${labo}\n\n\nSELAS du Groupe\n5 venelle Y\nSiret ${own}\nOrval, le 10 mars 2023\nMessieurs,\n${body}\nvotre logiciel`,
    `${body}${low}Médibio, 18, rue Z, SIRET ${own}, APE 8690B`,
    `${body}\nClient : Médibio          SIRET ${own}`,
  ])('whose trade, name or label is a laboratory’s, it is none: %s', (text) => {
    expect(siretOf(text)).toBeNull()
  })
})

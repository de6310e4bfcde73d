import { describe, expect, test } from 'vitest'
import { exampleContenu } from './examplePage'
import { readContenu } from './readContenu'

const [a, b, c] = ['990001018', '990001026', '990001034']
const foot = `
Total HT   10 000,00 €
TVA 20 %   2 000,00 €
Total TTC   12 000,00 €
X SAS au capital de 50 000 € – SIRET 732 829 320 00074 – RCS Lyon 732 829 320`
const read = (text: string) => readContenu(exampleContenu(text + foot)).finess
const valeurs = (text: string) => read(text).map(({ valeur }) => valeur)
const anySure = (text: string) => read(text).some(({ sure }) => sure)

describe('[guide §3.2 beneficiaires] sites that nothing calls FINESS are offered, never sure', () => {
  test.each([
    `LIVRE ET INSTALLE LE 01/05/2023 SUR :\n${a}          BEAULIEU LYON\n${b}          MARINA LYON`,
    `FINESS JURIDIQUE ${c}\nLIVRE ET INSTALLE LE 25/06/2023 SUR :\n${a}          THERMES\n${b}          GARE`,
    `Sites du laboratoire équipés au titre du Ségur :\n(entité juridique : FINESS ${c})\n• Université, Lyon          ${a}\n• Thermes, Lyon             ${b}`,
    `Logiciels installés chez :\n${a} Bellevue\n${b} Nord`,
    `Laboratoire          Ville          Identifiant\nBellevue             Lyon           ${a}\nNord                 Lyon           ${b}`,
    `FINESS EJ\n${c}\n\nNos sites\n${a} Bellevue\n${b} Nord`,
    `Prestation réalisée sur les sites ${a} et\n${b}.`,
    `Site de Bellevue (${a}), 12 rue du Marché\nSite de Nord (${b}), 14 place X`,
    `1. Bellevue, 12 rue du Marché, 69001 Lyon    ${a}\n2. Nord, place de la Poste, 69002 Lyon    ${b}`,
    `LBM Bellevue\n12 rue du Marché\n69001 Lyon\n${a}\n\nLBM Nord\n14 place X\n69002 Lyon\n${b}`,
    `Licence site Bellevue (${a})          1   1 200,00   1 200,00\nLicence site Nord (${b})          1   1 200,00   1 200,00`,
    `Établissements équipés          Total HT   8 700,00\n${a}   Nord       TVA 20 %   1 740,00\n${b}   Sud        Total TTC   10 440,00`,
    `Sites          Total HT   8 700,00\n${a}      TVA 20 %   1 740,00\n${b}      Total TTC   10 440,00`,
    'Sites réceptionnés\n\n9 9 0 0 0 1 0 1 8    Bellevue\n9 9 0 0 0 1 0 2 6    Nord',
    `Déploiement : Bellevue [${a}] ; Nord [${b}]`,
    `ENTITE JURIDIQUE FINESS ${c}\nSGL-SEGUR   PREST. SEGUR ET ${a} BELLEVUE   4 000,00\nSGL-SEGUR   PREST. SEGUR ET ${b} NORD   6 000,00`,
    `FINESS EJ ${c}\nSEG   ET ${a}   BELLEVUE   5 000,00\nSEG   ET ${b}   NORD   5 000,00`,
  ])('%s', (text) => {
    expect(valeurs(text)).toEqual([a, b])
    expect(anySure(text)).toBe(false)
  })

  test('one site alone under its heading', () => {
    expect(valeurs(`Sites équipés au titre du Ségur :\n• Laboratoire, Lyon          ${a}`)).toEqual([a])
  })

  test.each([2, 3])('one of them alone beside the totals, %d columns off', (gap) => {
    const text = `Établissements équipés${' '.repeat(gap)}Total HT   8 700,00\n${a}   Nord    TVA 20 %   1 740,00`
    expect(valeurs(text)).toEqual([a])
  })

  test.each([
    `Laboratoire          Ville          N° client\nBellevue             Lyon           ${a}\nNord                 Lyon           ${b}`,
    `Site                 SIREN\nBellevue             ${a}\nNord                 ${b}`,
    `Code        Désignation         Qté      Montant\n${a}   Logiciel            1        100,00\n${b}   Licence             1        100,00`,
    `Bon de livraison n° ${a}\nCommande ${b}`,
    `Livraison sur site\nBon n° ${a}`,
    `Livré à : Laboratoire Bellevue, 12 rue X\nTél. ${a}`,
    'Sites équipés :\n• Université          990001019',
    `Référence ${a}`,
  ])('what is named otherwise, or has no key, is none: %s', (text) => {
    expect(valeurs(text)).toEqual([])
  })
})

describe('[guide §3.2 beneficiaires] an entité juridique told between a heading and its list', () => {
  test.each([
    `Sites bénéficiaires (n° FINESS géographique) :\nEntité juridique : FINESS EJ ${c}\n${a}       Bellevue\n${b}       Grand-Rue`,
    `Établissements bénéficiaires (numéros FINESS) :\n(entité juridique : FINESS ${c})\nPort : ${a} – Pont-Vieux :\n${b}`,
    `Destinataires réception – FINESS ET\nEntité juridique : FINESS EJ ${c}\n${a} ; ${b}`,
  ])('%s', (text) => {
    expect(valeurs(text)).toEqual([a, b])
    expect(read(text).every(({ sure }) => sure)).toBe(true)
  })

  test('what follows one in the midst of a list is in doubt', () => {
    const text = `Établissements : FINESS ET\n${a} Bellevue\nEntité juridique : FINESS EJ ${c}\n${b} Nord`
    expect(read(text).map(({ valeur, sure }) => [valeur, sure])).toEqual([
      [a, true],
      [b, false],
    ])
  })

  test('a FINESS of the client’s block, and none of the list of sites, is left aside, in doubt', () => {
    for (const head of [`SELAS Y\nFINESS : ${c}`, `SELAS Y   FINESS ${c}`]) {
      const text = `${head}\n\nSites du client :\n- Bellevue ${a}\n- Nord ${b}`
      expect(valeurs(text)).toEqual([a, b])
      expect(anySure(text)).toBe(false)
    }
  })
})

test('[guide §3.2 beneficiaires] each digit in a box of its own', () => {
  const text = 'N° FINESS (site)       Dénomination\n9 9 0 0 0 1 0 1 8      Port\n9 9 0 0 0 1 0 2 6      Clinique'
  expect(valeurs(text)).toEqual([a, b])
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { avisOf } from '../../tableau/avis'
import { readColonnes } from '../../tableau/colonnes'
import { exampleDestination, sansReglages } from '../../tableau/example'
import { importer } from '../../tableau/importer'
import { genresProposition } from '../../tableau/proposition'
import { readClasseur } from './readClasseur'

async function lire(nom: string) {
  const lu = await readClasseur(nom, new Blob([readFileSync(new URL(`cas/${nom}`, import.meta.url))]))
  const feuille = lu.ok ? lu.feuilles[0] : undefined
  if (!feuille) throw new Error(`${nom} was not read`)
  return { tableau: readColonnes(feuille), reprise: lu.ok ? lu.reprise : null }
}
const tout = { ...sansReglages, acceptees: new Set(genresProposition) }

const avecTitres = [
  ['tableau-excel-fr.csv', 'Le fichier n’était pas en UTF-8 mais en windows-1252 : vérifiez les accents.'],
  ['tableau-excel-fr.xlsx', null],
  ['tableau-excel-fr.ods', null],
  ['tableau-virgules-utf8-bom.csv', null],
  ['tableau-deux-lignes-d-entete.csv', null],
] as const

test.each(avecTitres)('[format §6] %s gives the four demandes, with what was offered taken', async (nom, reprise) => {
  const lu = await lire(nom)
  expect(lu.reprise).toBe(reprise)
  expect(lu.tableau.colonnes.map(({ champ }) => champ)).toEqual([
    'numeroEditeur',
    'numeroASP',
    'libelleInterne',
    'dateFacture',
    'montantSegurHTFacture',
    'beneficiaires',
  ])
  const { demandes, totaux } = importer(lu.tableau, tout, exampleDestination())
  const shown = demandes.map(({ demande: { saisie } }) => [
    saisie.numeroEditeur,
    saisie.numeroASP,
    saisie.libelleInterne,
    saisie.dateFacture,
    saisie.montantSegurHTFacture,
    saisie.beneficiaires.join(),
  ])
  expect(shown).toEqual([
    ['00001', 'FINBIO000101', 'Labo des Pins', '15/03/2023', '27 450,00', '990001018'],
    ['00002', 'FINBIO000102', 'Labo du Port', '01/03/2023', '9 137,50', '990001026,990001034'],
    ['00003', 'FINBIO000103', 'Labo d’Été', '14/03/2023', '12 500,00', '990001042'].map((text) =>
      text.replace('’', "'"),
    ),
    ['00004', '', 'Labo sans dossier', '16/03/2023', '8 000,00', '990001059'],
  ])
  expect(demandes.map(({ erreurs, problemes }) => [...erreurs.map(({ regle }) => regle), ...problemes])).toEqual([
    [],
    [],
    [],
    ['numeroASPManquant'],
  ])
  expect(totaux).toHaveLength(1)
  expect(totaux[0]?.centimes).toBe(57_087_50)
})

test.each(avecTitres)(
  '[format §6] %s: eaten zeros and a day number are offered, and never taken silently',
  async (nom) => {
    const { tableau } = await lire(nom)
    const { demandes, propositions } = importer(tableau, sansReglages, exampleDestination())
    expect(demandes.map(({ demande }) => demande.saisie.numeroEditeur)).toEqual(['1', '2', '3', '4'])
    expect(demandes[2]?.demande.saisie.dateFacture).toBe('44999')
    expect(propositions.map(({ genre, de, vers }) => [genre, de, vers])).toEqual(
      expect.arrayContaining([
        ['zerosEditeur', '1', '00001'],
        ['zerosEditeur', '4', '00004'],
        ['jourSerie', '44999', '14/03/2023'],
      ]),
    )
    expect(propositions).toHaveLength(5)
    expect(demandes.every(({ erreurs }) => erreurs.length > 0)).toBe(true)
  },
)

test('[format §6] tableau-un-site-par-ligne.csv: nine rows are three demandes of three FINESS', async () => {
  const { tableau } = await lire('tableau-un-site-par-ligne.csv')
  const lu = importer(tableau, tout, exampleDestination())
  expect(avisOf(lu)).toEqual([])
  expect(
    lu.demandes.map(({ demande: { saisie }, numeros, erreurs, problemes }) => ({
      numeros,
      editeur: saisie.numeroEditeur,
      asp: saisie.numeroASP,
      montant: saisie.montantSegurHTFacture,
      finess: saisie.beneficiaires,
      dmp: [saisie.isDirectToDMP, ...saisie.identDMP],
      pro: [saisie.isDirectToMSSPro, saisie.adresseBoiteMSSPro],
      mal: [...erreurs, ...problemes],
    })),
  ).toEqual(
    [1, 2, 3].map((n) => ({
      numeros: [3 * n - 1, 3 * n, 3 * n + 1],
      editeur: `0000${n}`,
      asp: `FINBIO00020${n}`,
      montant: '27 450,00',
      finess: [`99000${n}000`, `99000${n}010`, `99000${n}020`],
      dmp: [n < 3, `1.2.250.1.71.4.2.2.${n}`],
      pro: [true, 'labo@exemple.mssante.fr'],
      mal: [],
    })),
  )
  const silent = importer(tableau, sansReglages, exampleDestination())
  expect(silent.demandes.map(({ demande }) => demande.saisie.isDirectToMSSPro)).toEqual([null, null, null])
})

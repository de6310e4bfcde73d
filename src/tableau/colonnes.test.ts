import { expect, test } from 'vitest'
import { avisColonnes } from './avis'
import { findListes, readColonnes, type Corrections } from './colonnes'
import { feuilleTexte } from './feuille'

const lire = (...rows: string[][]) => readColonnes(feuilleTexte('', rows))
const champs = (...rows: string[][]) => lire(...rows).colonnes.map(({ champ }) => champ)
const numeros = (...rows: string[][]) => lire(...rows).lignes.map(({ numero }) => numero)
const titres = ['N° éditeur', 'Dossier ASP', 'FINESS']
const ligne = ['00001', 'FINBIO000001', '990001018']

test('[format §6] the titles may stand below a title of the whole table, empty rows and a note', () => {
  const rows = [['Suivi Ségur 2023'], [], ['Mis à jour le 12/03/2023'], titres, ligne]
  expect(champs(...rows)).toEqual(['numeroEditeur', 'numeroASP', 'beneficiaires'])
  expect(numeros(...rows)).toEqual([5])
})

test('[format §6] a group above the titles gives its words to a title that says nothing alone', () => {
  const rows = [
    ['Dossier', '', 'Facture', '', 'MSS Citoyen', ''],
    ['N° éditeur', 'Dossier ASP', 'Date', 'HT', 'Envoi', 'Adresse'],
    ['00001', 'FINBIO000001', '15/03/2023', '8000', 'oui', 'a@b.mssante.fr'],
  ]
  expect(lire(...rows).colonnes).toEqual([
    { titre: 'N° éditeur', champ: 'numeroEditeur', sur: true },
    { titre: 'Dossier ASP', champ: 'numeroASP', sur: true },
    { titre: 'Facture Date', champ: 'dateFacture', sur: true },
    { titre: 'HT', champ: 'montantSegurHTFacture', sur: true },
    { titre: 'MSS Citoyen Envoi', champ: 'isDirectToMSSCitoyen', sur: true },
    { titre: 'MSS Citoyen Adresse', champ: 'adresseBoiteMSSCitoyen', sur: true },
  ])
})

test('[format §6] a title may go on in the row below', () => {
  const rows = [
    ['Numéro', 'Dossier', 'Montant', 'FINESS'],
    ['éditeur', 'ASP', 'HT', 'géographique'],
    ['00001', 'FINBIO000001', '8000', '990001018'],
  ]
  expect(champs(...rows)).toEqual(['numeroEditeur', 'numeroASP', 'montantSegurHTFacture', 'beneficiaires'])
  expect(numeros(...rows)).toEqual([3])
})

test('[format §6] titles that a printed table repeats are no rows', () => {
  expect(numeros(titres, ligne, titres, ligne)).toEqual([2, 4])
})

test('[format §6] «MSS Pro» over addresses is their column, over answers the answers’', () => {
  expect(champs([...titres, 'MSS Pro'], [...ligne, 'labo@x.mssante.fr'])[3]).toBe('adresseBoiteMSSPro')
  expect(champs([...titres, 'MSS Pro'], [...ligne, 'oui'])[3]).toBe('isDirectToMSSPro')
  expect(champs([...titres, 'Adresse MSS Pro'], [...ligne, 'non'])[3]).toBe('isDirectToMSSPro')
  expect(champs([...titres, 'DMP'], [...ligne, '1.2.250.1.71.4.2.2.1'])[3]).toBe('identDMP')
  expect(champs([...titres, 'DMP'], [...ligne, 'à demander'])[3]).toBe('isDirectToDMP')
})

test('[format §6] the amount including taxes is never taken for the amount', () => {
  expect(champs([...titres, 'Montant TTC', 'Montant HT'], [...ligne, '9600', '8000']).slice(3)).toEqual([
    null,
    'montantSegurHTFacture',
  ])
  expect(champs([...titres, 'Montant TTC'], [...ligne, '9600'])[3]).toBeNull()
})

test('[format §6] of two columns for one field the surer is kept, then the first; FINESS may fill several', () => {
  expect(champs([...titres, 'Date', 'Date facture'], [...ligne, '01/01/2023', '02/01/2023']).slice(3)).toEqual([
    null,
    'dateFacture',
  ])
  expect(champs([...titres, 'Client', 'Nom'], [...ligne, 'A', 'B']).slice(3)).toEqual(['libelleInterne', null])
  expect(champs([...titres, 'FINESS 2'], [...ligne, '990001026'])[3]).toBe('beneficiaires')
})

test('[format §6] without titles, columns are told by what they hold, and none is sure', () => {
  const { entetes, colonnes } = lire(
    ['FINBIO000001', 'A0001', '15/03/2023', '27 450,00 €', '990001018', 'Labo du Port', 'labo@x.mssante.fr'],
    ['FINBIO000002', 'A0002', '16/03/2023', '8 000,00 €', '990001026 990001034', 'Labo des Pins', ''],
  )
  expect(entetes).toBeNull()
  expect(colonnes.map(({ champ }) => champ)).toEqual([
    'numeroASP',
    'numeroEditeur',
    'dateFacture',
    'montantSegurHTFacture',
    'beneficiaires',
    null,
    'adresseBoiteMSSPro',
  ])
  expect(colonnes.some(({ sur }) => sur)).toBe(false)
})

test('[format §6] values that sound like titles are no titles', () => {
  expect(lire(['Labo FINESS', 'Client', '00001'], ['Labo B', 'Client C', '00002']).entetes).toBeNull()
})

test('an empty sheet has no columns', () => {
  expect(lire()).toEqual({ entetes: null, colonnes: [], lignes: [] })
})

test('[format §6] the clerk’s word on columns and on the row of titles wins', () => {
  const sheet = feuilleTexte('', [
    ['N° éditeur', 'Dossier ASP', 'Date facture', 'Livraison'],
    ['00001', 'FINBIO000001', '1/1/23', '2/1/23'],
  ])
  const champs = (corrections: Corrections) => readColonnes(sheet, corrections).colonnes.map(({ champ }) => champ)
  expect(champs({ champs: { 3: 'dateFacture', 0: null } })).toEqual([null, 'numeroASP', null, 'dateFacture'])
  expect(readColonnes(sheet, { champs: {}, titres: null }).lignes).toHaveLength(2)
  expect(readColonnes(sheet, { champs: {}, titres: 2 })).toMatchObject({ lignes: [], entetes: { premiere: 1 } })
})

test('[format §6] of several sheets the one with most known columns is shown first', () => {
  const notes = feuilleTexte('Notes', [['FINESS à vérifier'], ['Client', 'rappeler']])
  const liste = feuilleTexte('Liste', [titres, ligne])
  expect(findListes([notes, liste])).toEqual({ meilleure: 1, listes: [1] })
  expect(findListes([notes])).toEqual({ meilleure: 0, listes: [] })
  expect(findListes([liste, notes, liste]).listes).toEqual([0, 2])
})

test('[format §6] groups that name more fields than the titles below them do not stand for these', () => {
  const rows = [
    ['Demande', '', 'Facture', '', 'Bénéficiaire', 'DMP', '', 'MSS Pro', '', 'MSS Citoyen', ''],
    ['N° éditeur', 'N° ASP', 'Date', 'HT', 'FINESS', 'Oui/Non', 'Id', 'Oui/Non', 'Adresse', 'Oui/Non', 'Adresse'],
    ['00001', 'FINBIO000001', '15/03/2023', '8000', '990001018', 'oui', '12345', 'non', '', 'non', ''],
  ]
  expect(champs(...rows)).toEqual([
    'numeroEditeur',
    'numeroASP',
    'dateFacture',
    'montantSegurHTFacture',
    'beneficiaires',
    'isDirectToDMP',
    'identDMP',
    'isDirectToMSSPro',
    'adresseBoiteMSSPro',
    'isDirectToMSSCitoyen',
    'adresseBoiteMSSCitoyen',
  ])
})

test('[format §6] the name of the whole table gives its words to no column', () => {
  expect(champs(['FINESS bénéficiaires 2023', '', '', ''], [...titres, 'Remarques'], [...ligne, 'rien'])).toEqual([
    'numeroEditeur',
    'numeroASP',
    'beneficiaires',
    null,
  ])
})

test('[format §3 montantSegurHTFacture] of two columns of amounts that differ the Ségur’s is kept, with a doubt, and the other told', () => {
  const lu = () =>
    lire(
      [...titres, 'Montant HT', 'Montant Ségur HT'],
      [...ligne, '12000', '8000'],
      [...ligne, '8000', '8000'],
    ).colonnes.slice(3)
  expect(lu()).toEqual([
    { titre: 'Montant HT', champ: null, sur: false, rivale: 'montantSegurHTFacture' },
    { titre: 'Montant Ségur HT', champ: 'montantSegurHTFacture', sur: false },
  ])
  const same = lire([...titres, 'Total HT', 'Montant HT'], [...ligne, '8000', '8000']).colonnes.slice(3)
  expect(same).toEqual([
    { titre: 'Total HT', champ: 'montantSegurHTFacture', sur: true },
    { titre: 'Montant HT', champ: null, sur: false },
  ])
  expect(avisColonnes(lu())[0]?.faute).toContain('« Montant Ségur HT » est prise, « Montant HT » ne l’est pas')
})

test('[format §6] of two columns as sure for one field the one whose cells fit is kept', () => {
  const rows = [
    ['N° éditeur', 'FINESS', 'Suite ASP', 'Réf. ASP', 'Montant HT', 'Total HT', 'Code du client', 'Labo'],
    ['00001', '990001018', 'payé', 'FINBIO000001', '', '8000', 'C12', 'Les Pins'],
  ]
  expect(champs(...rows)).toEqual([
    'numeroEditeur',
    'beneficiaires',
    null,
    'numeroASP',
    null,
    'montantSegurHTFacture',
    null,
    'libelleInterne',
  ])
})

test('[format §6] without titles, the second column of days or of amounts is told by its letter', () => {
  const { colonnes } = lire(
    ['FINBIO000001', '01/01/2023', '15/03/2023', '27 450,00', '32 940,00'],
    ['FINBIO000002', '02/01/2023', '16/03/2023', '8 000,00', '9 600,00'],
  )
  expect(avisColonnes(colonnes).map(({ faute }) => faute)).toEqual([
    '« Date de la facture » : la colonne B est prise, C ne l’est pas.',
    '« Montant Ségur HT » : la colonne D est prise, E ne l’est pas.',
  ])
})

test('[format §6] a sum or a day is what its group says', () => {
  const rows = [
    ['', '', 'Avance', '', 'Commande', '', 'Facture', '', ''],
    ['N° éditeur', 'Dossier ASP', 'Date', 'Montant HT', 'Date', 'Montant HT', 'Date', 'Montant HT', 'FINESS'],
    ['00001', 'FINBIO000001', '01/01/2022', '9000', '02/01/2022', '30000', '15/03/2023', '27450', '990001018'],
  ]
  expect(
    lire(...rows).colonnes.map(({ champ, sur }) => (champ === null ? null : `${champ}${sur ? '' : ' ?'}`)),
  ).toEqual([
    'numeroEditeur',
    'numeroASP',
    null,
    null,
    null,
    'montantCommande ?',
    'dateFacture',
    'montantSegurHTFacture',
    'beneficiaires',
  ])
})

test('[format §6] a column that is hidden in the spreadsheet gives way to one that is seen; taken, it is in doubt and told', () => {
  const feuille = feuilleTexte('', [
    [...titres, 'FINESS', 'Montant HT', 'Montant HT', 'Date facture'],
    [...ligne, '990007017', '1', '8000', '15/03/2023'],
  ])
  const { colonnes } = readColonnes({ ...feuille, colonnesMasquees: [2, 4, 6] })
  expect(colonnes.map(({ champ, sur }) => [champ, sur])).toEqual([
    ['numeroEditeur', true],
    ['numeroASP', true],
    [null, false],
    ['beneficiaires', true],
    [null, false],
    ['montantSegurHTFacture', true],
    ['dateFacture', false],
  ])
  expect(avisColonnes(colonnes).map(({ faute }) => faute)).toEqual([
    '« FINESS géographiques » : la colonne « FINESS » (D) est prise, « FINESS » (C), masquée dans le tableur, ne l’est pas.',
    '« Date de la facture » : la colonne « Date facture », masquée dans le tableur, est prise.',
  ])
})

test('[format §6] rows under other titles further down are marked, and these titles are no rows', () => {
  const { lignes } = lire(
    [...titres, 'Date facture', 'Date commande'],
    [...ligne, '15/03/2023', '01/01/2023'],
    [...titres, 'Date facture', 'Date de commande'],
    [...ligne, '16/03/2023', '01/01/2023'],
    [...titres, 'Date commande', 'Date facture'],
    [...ligne, '01/01/2023', '17/03/2023'],
  )
  expect(lignes.map(({ numero, sousTitres }) => [numero, sousTitres])).toEqual([
    [2, undefined],
    [4, undefined],
    [6, 5],
  ])
})

test('[format §6] the titles may stand below a page of words', () => {
  const page = Array.from({ length: 60 }, (_, rang) => [`Remarque ${rang} : à lire avant`])
  expect(numeros(...page, titres, ligne)).toEqual([62])
})

test('[format §3 montantSegurHTFacture] an amount of the invoice that is not said to be without taxes is in doubt', () => {
  expect(lire([...titres, 'Montant facture'], [...ligne, '8000']).colonnes[3]).toMatchObject({
    champ: 'montantSegurHTFacture',
    sur: false,
  })
})

test('[format §6] a form without rows, and a list of advances, do not stand before the list of what was invoiced', () => {
  const all = [...titres, 'Date facture', 'Montant HT', 'Client', 'DMP', 'MSS Pro', 'MSS Citoyen']
  const avances = [...titres, 'Montant commande', 'Client', 'DMP', 'MSS Pro']
  const liste = [...titres, 'Date facture', 'Montant HT']
  const sheets = [
    [all],
    [avances, [...ligne, '30000', 'Labo', 'oui', 'non']],
    [liste, [...ligne, '15/03/2023', '8000']],
  ].map((rows) => feuilleTexte('', rows))
  expect(findListes(sheets)).toEqual({ meilleure: 2, listes: [1, 2] })
})

test('[format §6] a title may bear a year, and beside three sure ones any number', () => {
  expect(champs(['N° éditeur', 'Montant HT 2023'], ['00001', '8000'])).toEqual([
    'numeroEditeur',
    'montantSegurHTFacture',
  ])
  expect(champs([...titres, 'Article 4010'], [...ligne, '1'])).toEqual([
    'numeroEditeur',
    'numeroASP',
    'beneficiaires',
    null,
  ])
})

test.each(['Montants en € TTC', 'Montants en k€'])(
  '[format §3 montantSegurHTFacture] under «%s» a sum that does not say HT is not taken',
  (dessus) => {
    const rows = (titre: string) => [[dessus], [...titres, titre], [...ligne, '8000']]
    expect(champs(...rows('Total facturé'))[3]).toBeNull()
    expect(champs(...rows('Total'))[3]).toBeNull()
    expect(champs(...rows('Montant HT'))[3]).toBe('montantSegurHTFacture')
  },
)

test('[format §6] of many columns that look alike the first few are named', () => {
  const row = (n: number) => [`FINBIO00000${n}`, ...Array.from({ length: 9 }, (_, rang) => `${1000 * n + rang}`)]
  expect(avisColonnes(lire(row(1), row(2)).colonnes).map(({ faute }) => faute)).toEqual([
    '« Numéro éditeur » : la colonne B est prise, C, D, E et 5 autres ne le sont pas.',
  ])
})

test.each([
  [['Suivi 2023', '', '', 'Date de commande :', '01/01/2023'], []],
  [['Suivi', 'Avances', '', 'Avance', ''], [['']]],
  [['Fournisseur', 'ACME', '', 'Avance', '12 000,00'], []],
])('[format §6] what is written of the whole table above its titles is no group of them: %j', (dessus, vides) => {
  const rows = [dessus, ...vides, [...titres, 'Date facture', 'Montant HT'], [...ligne, '15/03/2023', '8000']]
  expect(champs(...rows).slice(3)).toEqual(['dateFacture', 'montantSegurHTFacture'])
})

test('[format §6] of two tables side by side, FINESS of the second are none of the first’s demandes', () => {
  const { colonnes } = lire([...titres, '', ...titres], [...ligne, '', '00009', 'FINBIO000009', '990009011'])
  expect(colonnes.map(({ champ }) => champ)).toEqual([
    'numeroEditeur',
    'numeroASP',
    'beneficiaires',
    null,
    null,
    null,
    null,
  ])
  expect(avisColonnes(colonnes).map(({ faute }) => faute)).toContain(
    '« FINESS géographiques » : la colonne « FINESS » (C) est prise, « FINESS » (G) ne l’est pas.',
  )
})

test('[format §3 beneficiaires] numbers that only look like FINESS, under a title that does not say so, do not join those of one that does', () => {
  const rows = (...titres: string[]) => [
    ['N° éditeur', 'Dossier ASP', ...titres],
    ['00001', 'FINBIO000001', '411000001', '990001018', '990001026'],
  ]
  const { colonnes } = lire(...rows('Record ID', 'FINESS', 'FINESS siège'))
  expect(colonnes.slice(2).map(({ champ }) => champ)).toEqual([null, 'beneficiaires', null])
  expect(avisColonnes(colonnes).map(({ faute }) => faute)).toEqual([
    '« FINESS géographiques » : la colonne « FINESS » est prise, « Record ID » et « FINESS siège » ne le sont pas.',
  ])
  // A title merged over several columns stands over the first alone in a text.
  expect(champs(...rows('FINESS', '', '')).slice(2)).toEqual(['beneficiaires', 'beneficiaires', 'beneficiaires'])
  expect(champs(...rows('Repère', 'Compte', ''))[2]).toBe('beneficiaires')
})

test('[format §3 beneficiaires] without a title that says FINESS, the column that names establishments by these is guessed, the entité juridique’s is not', () => {
  const rows = (...titres: string[]) => [
    ['N° éditeur', 'Dossier ASP', ...titres],
    ['00001', 'FINBIO000001', '990007017', '990001018'],
  ]
  expect(lire(...rows('Entité juridique', 'Établissement')).colonnes.slice(2)).toMatchObject([
    { champ: null },
    { champ: 'beneficiaires', sur: false },
  ])
  expect(champs(...rows('Client', 'FINESS')).slice(2)).toEqual(['libelleInterne', 'beneficiaires'])
})

test('[format §6] numbers of dossiers tell themselves where no title names them', () => {
  const rows = (titre: string) => [
    ['N° éditeur', titre, 'FINESS'],
    ['00001', 'FINBIO000001', '990001018'],
  ]
  expect(lire(...rows('N° de dossier de l’avance')).colonnes[1]).toMatchObject({ champ: 'numeroASP', sur: false })
})

test.each([
  ['dateFacture', 'Date facture', 'Date facture fournisseur', '15/03/2023', '01/02/2022'],
  ['montantSegurHTFacture', 'Montant HT', 'Montant licence HT', '27450', '1000'],
  ['numeroEditeur', 'N° éditeur', 'N° client éditeur', '00001', '90001'],
  ['numeroASP', 'N° dossier ASP', 'N° dossier ASP refusé', 'FINBIO000001', 'FINBIO000009'],
  ['isDirectToDMP', 'Envoi direct au DMP', 'Compatible DMP', 'oui', 'non'],
] as const)(
  '[format §6] of columns for %s, «%s» comes before «%s», whose other words leave a doubt',
  (champ, nu, autre, juste, autrement) => {
    const rows = [
      [autre, nu, 'FINESS', 'Client'],
      [autrement, juste, '990001018', 'Labo'],
    ]
    const { colonnes } = lire(...rows)
    expect(colonnes.slice(0, 2).map(({ champ: found }) => found)).toEqual([null, champ])
    expect(avisColonnes(colonnes)).toHaveLength(1)
    expect(lire(...rows.map(([first = '', , ...rest]) => [first, ...rest])).colonnes[0]).toMatchObject({
      champ,
      sur: false,
    })
  },
)

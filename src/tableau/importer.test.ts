import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exampleDemande } from '../dossier/example'
import { showMontant } from '../dossier/montant'
import type { Centimes } from '../format/montant'
import { avisOf } from './avis'
import { readColonnes } from './colonnes'
import { exampleDestination, sansReglages } from './example'
import { feuilleTexte, type Cellule, type Feuille } from './feuille'
import { showNumeros } from './fusion'
import { importer, type Reglages } from './importer'
import { genresProposition } from './proposition'
import type { Demande } from '../dossier/dossier'

const tout: Reglages = { ...sansReglages, acceptees: new Set(genresProposition) }
const lire = (rows: string[][], reglages = sansReglages, demandes: Demande[] = []) =>
  importer(readColonnes(feuilleTexte('', rows)), reglages, exampleDestination(demandes))
const titres = ['N° éditeur', 'Dossier ASP', 'Date facture', 'Montant HT', 'FINESS']
const ligne = (n: number, ...others: [colonne: number, texte: string][]) => {
  const cells = [`0000${n}`, `FINBIO00000${n}`, '15/03/2023', '8000', `99000${n}018`]
  for (const [colonne, texte] of others) cells[colonne] = texte
  return cells
}
const saisies = (rows: string[][], reglages = sansReglages) =>
  lire(rows, reglages).demandes.map(({ demande }) => demande.saisie)
const maux = ({ demandes }: ReturnType<typeof lire>) =>
  demandes.map(({ erreurs, problemes }) => [
    ...erreurs.map(({ regle }) => regle),
    ...problemes.map(({ champ }) => champ),
  ])

test('[format §6] good rows have no erreur: what no column speaks of, and pièces, are no fault of theirs', () => {
  const lu = lire([titres, ligne(1), ligne(2)])
  expect(maux(lu)).toEqual([[], []])
  expect(lu.absents).toEqual([
    'libelleInterne',
    'montantCommande',
    'isDirectToDMP',
    'identDMP',
    'isDirectToMSSPro',
    'adresseBoiteMSSPro',
    'isDirectToMSSCitoyen',
    'adresseBoiteMSSCitoyen',
  ])
})

test.each([
  [0, '', 'numeroEditeurManquant'],
  [0, '123456', 'numeroEditeurLongueur'],
  [1, '', 'numeroASPManquant'],
  [1, 'FINRAD000001', 'numeroASPPrefixe'],
  [2, '31/02/2023', 'dateFactureInvalide'],
  [2, '', 'dateFactureManquante'],
  [3, '', 'montantManquant'],
  [3, '-5', 'montantNul'],
  [3, '8 000,005', 'montantDecimales'],
  [3, 'gratuit', 'montantIllisible'],
  [4, '', 'beneficiairesManquants'],
  [4, 'à compléter', 'beneficiaireFormat'],
  [4, '9900010180', 'beneficiaireFormat'],
] as const)('[format §6] a row whose column %d says «%s» is bad by %s', (colonne, texte, regle) => {
  expect(maux(lire([titres, ligne(1), ligne(2, [colonne, texte])]))).toEqual([[], [regle]])
})

test.each([
  ['oui', true],
  ['Non', false],
  ['x', true],
  ['1', true],
  ['0', false],
  ['VRAI', true],
  ['faux', false],
  ['non.', false],
])('[format §6] the answer %s is %s', (texte, reponse) => {
  const rows = [
    [...titres, 'DMP'],
    [...ligne(1), texte],
    [...ligne(2), 'oui'],
    [...ligne(3), 'non'],
  ]
  expect(saisies(rows)[0]?.isDirectToDMP).toBe(reponse)
})

test('[format §6] an answer that is none is told, and not taken', () => {
  const lu = lire([
    [...titres, 'DMP'],
    [...ligne(1), 'oui'],
    [...ligne(2), 'non'],
    [...ligne(3), 'bientôt'],
  ])
  expect(maux(lu)[2]).toContain('isDirectToDMP')
  expect(lu.demandes[2]?.demande.saisie.isDirectToDMP).toBeNull()
})

test('[format §6] empty cells beside marks are offered as no', () => {
  const rows = [
    [...titres, 'DMP'],
    [...ligne(1), 'x'],
    [...ligne(2), ''],
  ]
  expect(saisies(rows).map(({ isDirectToDMP }) => isDirectToDMP)).toEqual([true, null])
  expect(saisies(rows, tout).map(({ isDirectToDMP }) => isDirectToDMP)).toEqual([true, false])
  const answered = [
    [...titres, 'DMP'],
    [...ligne(1), 'oui'],
    [...ligne(2), ''],
  ]
  expect(lire(answered).propositions).toEqual([])
})

test('[format §6] a value given for all rows fills those that have none of their own', () => {
  const reglages: Reglages = { ...sansReglages, communs: { dateFacture: '01/02/2023', isDirectToDMP: false } }
  const rows = [titres, ligne(1, [2, '']), ligne(2)]
  expect(saisies(rows, reglages).map(({ dateFacture, isDirectToDMP }) => [dateFacture, isDirectToDMP])).toEqual([
    ['01/02/2023', false],
    ['15/03/2023', false],
  ])
  expect(maux(lire(rows, reglages))).toEqual([[], []])
})

test('[format §3 beneficiaires] a FINESS without its zero is offered; a number whose key fails stays as it was', () => {
  const rows = [titres, ligne(1, [4, '10786259']), ligne(2, [4, '10786258'])]
  expect(saisies(rows).map(({ beneficiaires }) => beneficiaires)).toEqual([['10786259'], ['10786258']])
  expect(saisies(rows, tout).map(({ beneficiaires }) => beneficiaires)).toEqual([['010786259'], ['10786258']])
})

test('[format §3 montantSegurHTFacture] 27.450 is offered as 27 450,00', () => {
  const rows = [titres, ligne(1, [3, '27.450'])]
  expect(maux(lire(rows))).toEqual([['montantAmbigu']])
  expect(saisies(rows, tout)[0]?.montantSegurHTFacture).toBe('27 450,00')
})

test('[format §6] an apostrophe or a formula that keeps a number as text is no part of it', () => {
  const rows = [titres, ["'00001", '="FINBIO000001"', "'15/03/2023", "'8000", "'010786259"]]
  expect(maux(lire(rows))).toEqual([[]])
  expect(saisies(rows)[0]).toMatchObject({ numeroEditeur: '00001', beneficiaires: ['010786259'] })
})

test('[format §6] a number that the spreadsheet abridged is told', () => {
  const lu = lire([titres, ligne(1, [4, '9,90001E+08'])])
  expect(lu.demandes[0]?.problemes[0]?.faute).toContain('9,90001E+08')
})

test('[format §6] rows of one numeroEditeur are one demande wherever they stand; a row of sites alone goes on the one above', () => {
  const lu = lire([titres, ligne(1), ['', '', '', '', '990007017'], ligne(2), ['00001', '', '', '', '990007025']])
  expect(lu.demandes.map(({ numeros, demande }) => [numeros, demande.saisie.beneficiaires])).toEqual([
    [
      [2, 3, 5],
      ['990001018', '990007017', '990007025'],
    ],
    [[4], ['990002018']],
  ])
  expect(maux(lu)).toEqual([[], []])
})

test('[format §6] a row with a name but no number may be a demande whose numbers were forgotten: it stays apart', () => {
  const lu = lire([
    [...titres, 'Client'],
    [...ligne(1), 'A'],
    ['', '', '', '', '990007017', 'B'],
  ])
  expect(lu.demandes).toHaveLength(2)
  expect(maux(lu)[1]).toContain('numeroEditeurManquant')
})

test('[format §6] rows of one demande that differ in a field leave it empty and say so', () => {
  const lu = lire([titres, ligne(1), ligne(1, [2, '16/03/2023'])])
  expect(lu.demandes[0]?.demande.saisie.dateFacture).toBe('')
  expect(lu.demandes[0]?.problemes[0]?.faute).toBe(
    'Lignes 2 et 3 : « Date de la facture » n’y est pas le même (15/03/2023, 16/03/2023).',
  )
})

test('[format §3 montantSegurHTFacture] several amounts of one demande are offered as their sum', () => {
  const rows = [titres, ligne(1), ligne(1, [3, '500,50'])]
  expect(lire(rows).demandes[0]?.demande.saisie.montantSegurHTFacture).toBe('')
  expect(saisies(rows, tout)[0]).toMatchObject({
    montantSegurHTFacture: '8 500,50',
    montantsAdditionnes: ['8 000,00', '500,50'],
  })
})

test('[format §3 numeroEditeur] one numeroEditeur with two dossiers ASP is two demandes, both bad, none lost', () => {
  const there = exampleDemande({ numeroEditeur: '00001', numeroASP: 'FINBIO000001' })
  const lu = lire([titres, ligne(1), ligne(1, [1, 'FINBIO000009'])], sansReglages, [there])
  expect(maux(lu)).toEqual([['numeroEditeur'], ['numeroEditeur']])
  expect(new Set(lu.demandes.map(({ demande }) => demande.id)).size).toBe(2)
})

test.each([
  ['TOTAL', '', '', '16000', ''],
  ['', '', 'Total général', '16000', ''],
  ['Sous-total', '', '', '16 000,00 €', ''],
  ['', '', '', '16000', ''],
])('[format §6] a total at the foot is no demande: %j', (...pied) => {
  const lu = lire([titres, ligne(1), ligne(2), pied])
  expect(lu.demandes).toHaveLength(2)
  expect(lu.totaux.map(({ numero }) => numero)).toEqual([4])
  expect(avisOf(lu)).toEqual([])
})

test('[format §6] a laboratory called «Total Bio» is a demande', () => {
  expect(
    lire([
      [...titres, 'Client'],
      [...ligne(1), 'Total Bio'],
    ]).demandes,
  ).toHaveLength(1)
})

test('[format §6] a total that is not the sum of the amounts is told', () => {
  const [avis] = avisOf(lire([titres, ligne(1), ligne(2), ['TOTAL', '', '', '17000', '']]))
  expect(avis?.faute).toMatch(/17\s000,00\s€.*16\s000,00\s€/)
})

test('[format §6] a demande that is there is updated: what changes is told, an empty cell erases nothing', () => {
  const there = exampleDemande({
    id: 'la',
    numeroEditeur: '00001',
    numeroASP: 'finbio000001 ',
    montantSegurHTFacture: '8000',
    libelleInterne: 'Les Pins',
  })
  const lu = lire(
    [
      [...titres, 'Client'],
      [...ligne(1, [2, '']), ''],
    ],
    sansReglages,
    [there],
  )
  const [proposee] = lu.demandes
  expect(proposee?.existe).toBe(true)
  expect(proposee?.changements).toEqual([
    { champ: 'beneficiaires', avant: '999999991, 999999992, 999999993', apres: '990001018' },
  ])
  expect(proposee?.demande).toEqual({ ...there, saisie: { ...there.saisie, beneficiaires: ['990001018'] } })
})

test('[format §6] the same table twice changes nothing the second time', () => {
  const rows = [
    [...titres, 'DMP', 'Id DMP'],
    [...ligne(1), 'oui', '12345'],
    [...ligne(2), 'non', ''],
  ]
  const first = lire(rows).demandes.map(({ demande }) => demande)
  const again = lire(rows, sansReglages, first).demandes
  expect(again.map(({ demande }) => demande)).toEqual(first)
  expect(again.every(({ changements, existe }) => existe && changements.length === 0)).toBe(true)
})

const cellule = (texte: string, over: Partial<Cellule> = {}): Cellule => ({
  texte,
  genre: 'texte',
  formule: false,
  fusionnee: false,
  ...over,
})
const feuille = (rows: Cellule[][], masquees: number[] = []): Feuille => ({
  nom: '',
  lignes: rows.map((cellules, index) => ({ numero: index + 1, masquee: masquees.includes(index + 1), cellules })),
})
const cells = (texts: readonly string[]) => texts.map((texte) => cellule(texte))

test('[format §6] hidden rows are taken only when the clerk says so, and told', () => {
  const sheet = feuille([titres, ligne(1), ligne(2)].map(cells), [3])
  const read = (masquees: boolean) => importer(readColonnes(sheet), { ...sansReglages, masquees }, exampleDestination())
  expect(read(false).demandes).toHaveLength(1)
  expect(avisOf(read(false))[0]?.faute).toContain('1 ligne masquée n’est pas prise (ligne 3)')
  expect(read(true).demandes).toHaveLength(2)
})

test('[format §6] values of formulas are told; a formula without a result, or an error, is a bad row', () => {
  const row = cells(ligne(1))
  const at = (colonne: number, over: Partial<Cellule>) =>
    row.map((cell, index) => (index === colonne ? { ...cell, ...over } : cell))
  const read = (cellules: Cellule[]) =>
    importer(readColonnes(feuille([cells(titres), cellules])), sansReglages, exampleDestination())
  expect(avisOf(read(at(3, { formule: true })))[0]?.faute).toContain(
    '« Montant Ségur HT » : 1 valeur calculée par une formule (ligne 2)',
  )
  expect(read(at(3, { formule: true, texte: '', genre: 'erreur' })).demandes[0]?.problemes[0]?.faute).toContain(
    'pas de résultat enregistré',
  )
  expect(read(at(3, { texte: '#N/A', genre: 'erreur' })).demandes[0]?.problemes[0]?.faute).toContain('#N/A')
})

test('[format §3 montantSegurHTFacture] a computed amount with more than two decimals is offered to the cent', () => {
  const row = cells(ligne(1)).map((cell, index) =>
    index === 3 ? cellule('9137,4999', { genre: 'nombre', formule: true }) : cell,
  )
  const read = (reglages: Reglages) =>
    importer(readColonnes(feuille([cells(titres), row])), reglages, exampleDestination())
  expect(maux(read(sansReglages))).toEqual([['montantDecimales']])
  expect(read(tout).demandes[0]?.demande.saisie.montantSegurHTFacture).toBe('9 137,50')
})

test('[format §6] a merged date serves all its rows; an amount merged over two demandes serves the first alone, and is told', () => {
  const second = cells(ligne(2)).map((cell, index) =>
    index === 2 || index === 3 ? { ...cell, fusionnee: true } : cell,
  )
  const lu = importer(
    readColonnes(feuille([cells(titres), cells(ligne(1)), second])),
    sansReglages,
    exampleDestination(),
  )
  expect(lu.demandes[1]?.demande.saisie).toMatchObject({ dateFacture: '15/03/2023', montantSegurHTFacture: '' })
  expect(lu.demandes[1]?.problemes[0]?.faute).toContain('cellule fusionnée')
  expect(maux(lu)[0]).toEqual([])
})

test.each(['#N/A', '#N/D', '#REF!', '#VALEUR!', '#DIV/0 !', '#NOM?', 'Err:502', '######', '=B2+1'])(
  '[format §6] %s in a text file is no value of any field',
  (texte) => {
    const rows = [
      [...titres, 'Client', 'DMP', 'Id DMP', 'Adresse MSS Pro'],
      [...Array.from({ length: 9 }, () => texte)],
    ]
    const [proposee] = lire(rows, tout).demandes
    expect(JSON.stringify(proposee?.demande.saisie)).not.toContain(texte)
    expect(proposee?.problemes).toHaveLength(9)
  },
)

test('[format §6] a row that was parted into too many cells is bad, whatever its cells seem to say', () => {
  const sheet = feuille([cells(titres), cells(ligne(1))])
  const shifted = { ...sheet, lignes: sheet.lignes.map((one, rang) => (rang === 1 ? { ...one, decalee: true } : one)) }
  const lu = importer(readColonnes(shifted), tout, exampleDestination())
  expect(lu.demandes[0]?.problemes[0]?.faute).toContain('plus de cases')
})

test('[format §6] rows that say nothing in any column taken are no demandes, and told', () => {
  const lu = lire([
    [...titres, 'Remarques'],
    [...ligne(1), ''],
    ['', '', '', '', '', 'voir avec le siège'],
    ['', '', '', '', '', 'fin'],
  ])
  expect(lu.demandes).toHaveLength(1)
  expect(avisOf(lu)[0]?.faute).toBe('2 lignes vides dans les colonnes prises (lignes 3 et 4).')
})

test('[format §3 dateFacture] one date that can only be read month first leaves none of its column sure', () => {
  const rows = [titres, ligne(1, [2, '03/04/2023']), ligne(2, [2, '12/31/2023']), ligne(3, [2, '05/05/2023'])]
  const lu = lire(rows)
  expect(maux(lu)).toEqual([['dateFacture'], ['dateFactureInvalide'], []])
  expect(lu.propositions.map(({ genre, de, vers }) => [genre, de, vers])).toEqual([
    ['moisDabord', '03/04/2023', '04/03/2023'],
    ['moisDabord', '12/31/2023', '31/12/2023'],
  ])
  expect(maux(lire(rows, tout)).flat()).toEqual([])
  expect(saisies(rows, tout).map(({ dateFacture }) => dateFacture)).toEqual(['04/03/2023', '31/12/2023', '05/05/2023'])
})

test('[format §3 dateFacture] days that the spreadsheet made, and others that it left month first: those that may be turned are told', () => {
  const day = (n: number, texte: string, genre: Cellule['genre']) =>
    cells(ligne(n)).map((cell, index) => (index === 2 ? cellule(texte, { genre }) : cell))
  const sheet = feuille([
    cells(titres),
    day(1, '03/04/2023', 'jour'),
    day(2, '3/15/23', 'texte'),
    day(3, '25/12/2023', 'jour'),
  ])
  const lu = importer(readColonnes(sheet), tout, exampleDestination())
  expect(lu.demandes.map(({ demande }) => demande.saisie.dateFacture)).toEqual([
    '03/04/2023',
    '15/03/2023',
    '25/12/2023',
  ])
  expect(maux(lu)).toEqual([['dateFacture'], [], []])
})

test('[format §3 dateFacture] dates written day first are never in doubt', () => {
  const two = (value: number) => String(value).padStart(2, '0')
  const date = fc
    .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }))
    .map(([d, m]) => `${two(d)}/${two(m)}/2023`)
  fc.assert(
    fc.property(fc.array(date, { minLength: 1, maxLength: 6 }), (dates) => {
      const rows = [titres, ...dates.map((texte, index) => ligne(index + 1, [2, texte]))]
      expect(saisies(rows, tout).map(({ dateFacture }) => dateFacture)).toEqual(dates)
      expect(maux(lire(rows)).flat()).toEqual([])
    }),
  )
})

test('[format §6] without a numéro éditeur a demande is found by its dossier ASP, when one alone has it', () => {
  const there = ['00001', '00002', '00003'].map((numeroEditeur, rang) =>
    exampleDemande({
      id: numeroEditeur,
      numeroEditeur,
      numeroASP: rang === 2 ? 'FINBIO000002' : `FINBIO00000${rang + 1}`,
    }),
  )
  const rows = [
    ['Dossier ASP', 'Montant HT'],
    ['finbio000001', '9000'],
    ['FINBIO000002', '9000'],
  ]
  const { demandes } = lire(rows, sansReglages, there)
  expect(demandes.map(({ existe, demande }) => [existe, demande.saisie.numeroEditeur])).toEqual([
    [true, '00001'],
    [false, ''],
  ])
  expect(demandes[0]?.changements.map(({ champ, apres }) => [champ, apres])).toEqual([
    ['montantSegurHTFacture', '9 000,00'],
  ])
})

test.each([
  [[3], 'Ligne 3'],
  [[3, 4], 'Lignes 3 et 4'],
  [[3, 4, 5], 'Lignes 3 à 5'],
  [[2, 4, 5, 6, 9], 'Lignes 2, 4 à 6 et 9'],
  [
    Array.from({ length: 40 }, (_, rang) => 2 * rang),
    `Lignes ${Array.from({ length: 12 }, (_, rang) => 2 * rang).join(', ')} et 28 autres`,
  ],
])('[format §6] rows %j are «%s»', (numeros, mots) => {
  expect(showNumeros(numeros)).toBe(mots)
})

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: length, maxLength: length })
const rowArbitrary = fc.record({
  asp: digits(6),
  date: fc.record({
    d: fc.integer({ min: 1, max: 28 }),
    m: fc.integer({ min: 1, max: 12 }),
    y: fc.integer({ min: 2021, max: 2029 }),
  }),
  cents: fc.integer({ min: 1, max: 3_800_000 }),
  finess: fc.uniqueArray(
    digits(7).map((rest) => `99${rest}`),
    { minLength: 1, maxLength: 4 },
  ),
})
const two = (value: number) => String(value).padStart(2, '0')

test('[format §6] any work list, in any order of columns, one row a demande or a row a site, is read back to the letter', () => {
  const table = fc.record({
    rows: fc.array(rowArbitrary, { minLength: 1, maxLength: 8 }),
    order: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
    perSite: fc.boolean(),
    iso: fc.boolean(),
    separator: fc.constantFrom(', ', ' ', '\n', ';', ' / '),
  })
  fc.assert(
    fc.property(table, ({ rows, order, perSite, iso, separator }) => {
      const expected = rows.map(({ asp, date, cents, finess }, index) => ({
        numeroEditeur: String(index + 1).padStart(5, '0'),
        numeroASP: `FINBIO${asp}`,
        dateFacture: `${two(date.d)}/${two(date.m)}/${date.y}`,
        montantSegurHTFacture: showMontant(cents as Centimes),
        beneficiaires: finess,
      }))
      const written = expected.flatMap((one) => {
        const [d, m, y] = one.dateFacture.split('/')
        const day = iso ? `${y ?? ''}-${m ?? ''}-${d ?? ''}` : one.dateFacture
        return (perSite ? one.beneficiaires : [one.beneficiaires.join(separator)]).map((finess) => [
          one.numeroEditeur,
          one.numeroASP,
          day,
          `${one.montantSegurHTFacture} €`,
          finess,
        ])
      })
      const shuffled = [titres, ...written].map((row) => order.map((colonne) => row[colonne] ?? ''))
      const lu = lire(shuffled)
      expect(
        lu.demandes.map(({ demande: { saisie } }) => ({
          numeroEditeur: saisie.numeroEditeur,
          numeroASP: saisie.numeroASP,
          dateFacture: saisie.dateFacture,
          montantSegurHTFacture: saisie.montantSegurHTFacture,
          beneficiaires: saisie.beneficiaires,
        })),
      ).toEqual(expected)
      expect(lu.propositions).toEqual([])
      expect(maux(lu).flat()).toEqual([])
    }),
    { numRuns: 50 },
  )
})

test('[format §6] no text of cells makes the reading throw, and no FINESS comes that is not there', () => {
  const texts = fc.oneof(
    fc.string(),
    fc.constantFrom('x', 'oui', '44999', '27.450', '10786259', '990001018', 'TOTAL', 'FINBIO1', '', '1E+5', '#N/A'),
  )
  fc.assert(
    fc.property(fc.array(fc.array(texts, { maxLength: 7 }), { maxLength: 8 }), (rows) => {
      const lu = lire([[...titres, 'DMP', 'Id DMP'], ...rows])
      const all = rows.flat().join(' ')
      for (const { demande } of lu.demandes)
        for (const finess of demande.saisie.beneficiaires) expect(all.toUpperCase()).toContain(finess.toUpperCase())
      expect(lu.demandes.length + lu.totaux.length).toBeLessThanOrEqual(rows.length)
      avisOf(lu)
    }),
  )
})

test.each([
  ['Total', '2', '', '16000', '2'],
  ['TOTAL', '2', '', '16000', '2 sites'],
  ['TOTAL', '=SUM(B2:B3)', '', '16000', ''],
  ['', 'TOTAL 2', '', '16000', ''],
  ['Total HT', '2 dossiers', '', '16000', ''],
  ['Grand total', '', '', '16000', ''],
  ['S/TOTAL', '', '', '16000', ''],
  ['T O T A L', '', '', '16000', ''],
  ['Moyenne', '', '', '8000', ''],
  ['Nombre de dossiers : 2', '', '', '', ''],
  ['Ensemble', '', '', '16000', ''],
  ['Σ', '', '', '16000', ''],
])('[format §6] what sums up the rows, or counts them, is no demande: %j', (...pied) => {
  const lu = lire([titres, ligne(1), ligne(2), pied], tout)
  expect([lu.demandes.length, lu.totaux.length, lu.notes.length]).toEqual([2, 1, 0])
})

test('[format §6] «Total Bio», whose FINBIO the spreadsheet only shows, is a demande', () => {
  const lu = lire([
    [...titres, 'Client'],
    [...ligne(1, [1, '101'], [4, '']), 'Total Bio'],
  ])
  expect([lu.demandes.length, lu.totaux.length]).toEqual([1, 0])
  const sansASP = lire([
    ['N° éditeur', 'Client', 'Date facture', 'Montant HT'],
    ['00001', 'Total Bio', '15/03/2023', '8000'],
  ])
  expect([sansASP.demandes.length, sansASP.totaux.length]).toEqual([1, 0])
})

test('[format §6] words alone in the column of FINESS stay with the demande above', () => {
  const lu = lire([titres, ligne(1), ['', '', '', '', 'site à venir']])
  expect(maux(lu)).toEqual([['beneficiaireFormat']])
})

test('[format §6] names of parts, remarks and rules of hyphens are no demandes, and are told', () => {
  const lu = lire([
    titres,
    ['---', '---', '---', '---', '---'],
    ['Région Nord', '', '', '', ''],
    ligne(1),
    ['', '', 'Région Sud', '', ''],
    ligne(2),
    ['* montants hors options', '', '', '', ''],
  ])
  expect(maux(lu)).toEqual([[], []])
  expect(avisOf(lu).map(({ faute }) => faute)).toEqual([
    '4 remarques ne sont pas prises (lignes 2, 3, 5 et 7) : « --- --- --- --- --- », « Région Nord », « Région Sud » et 1 autre.',
  ])
})

test.each([
  ['00004', '', '', '', ''],
  ['LABO4', '', '', '', ''],
  ['', 'FINBIO000004', '', '', ''],
  ['', '', '', '', '990007017'],
  ['', '', '', '8000', ''],
])('[format §6] one value alone in its row is no remark: %j', (...seule) => {
  const lu = lire([titres, seule, ligne(1)])
  expect(lu.notes).toEqual([])
  expect(lu.demandes).toHaveLength(2)
})

test('[format §6] a name alone in the column of names may be a demande; merged over the table it is a heading', () => {
  const row = ['', '', '', '', '', 'Région Nord']
  expect(lire([[...titres, 'Client'], row, [...ligne(1), 'A']]).demandes).toHaveLength(2)
  const merged = Array.from({ length: 5 }, (_, rang) => cellule('Région Nord', { fusionnee: rang > 0 }))
  const lu = importer(
    readColonnes(feuille([cells(['Client', ...titres]), merged, cells(['A', ...ligne(1)])])),
    sansReglages,
    exampleDestination(),
  )
  expect([lu.demandes.length, lu.notes.map(({ texte }) => texte)]).toEqual([1, ['Région Nord']])
})

test('[format §6] unticked boxes and sums of nothing that a spreadsheet fills in ahead are no demandes', () => {
  const lu = lire([
    [...titres, 'DMP'],
    [...ligne(1), 'TRUE'],
    ['', '', '', '0,00', '', 'FALSE'],
    ['', '', '', '', '', 'FALSE'],
  ])
  expect(maux(lu)).toEqual([[]])
  expect(lu.muettes).toEqual([3, 4])
})

test('[format §6] rows of a pivot table, that name no demande, are bad; a total among them is none', () => {
  const lu = lire([
    ['Étiquettes de lignes', 'Somme de Montant HT', 'Nombre de FINESS'],
    ['Nord', '21450', '1'],
    ['Total général', '21450', '1'],
  ])
  expect(lu.demandes.map(({ problemes }) => problemes[0]?.faute)).toEqual([
    'Rien ne dit de quelle demande cette ligne parle : elle n’a ni numéro, ni FINESS, ni nom.',
  ])
  expect(lu.totaux).toHaveLength(1)
})

test('[format §6] what no column says of new demandes is told; of demandes that are there it need not be said', () => {
  const rows = [
    ['N° éditeur', 'Dossier ASP', 'Date échéance facture', 'FINESS'],
    ['00001', 'FINBIO000001', '15/03/2023', '990001018'],
  ]
  expect(avisOf(lire(rows)).map(({ faute }) => faute)).toEqual([
    'Aucune colonne n’est prise pour « Date de la facture » et « Montant Ségur HT ».',
  ])
  const there = [exampleDemande({ numeroEditeur: '00001', numeroASP: 'FINBIO000001' })]
  expect(avisOf(lire(rows, sansReglages, there))).toEqual([])
  expect(avisOf(lire([titres]))[0]?.faute).toBe('Aucune demande n’est lue dans cette feuille.')
})

test('[format §6] rows under other titles are bad, whatever their cells seem to say', () => {
  const lu = lire([
    [...titres, 'Date commande'],
    [...ligne(1), '01/01/2023'],
    ['N° éditeur', 'Dossier ASP', 'Date commande', 'Montant HT', 'FINESS', 'Date facture'],
    [...ligne(2), '16/03/2023'],
  ])
  expect(lu.demandes.map(({ problemes }) => problemes.map(({ faute }) => faute))).toEqual([
    [],
    ['Cette ligne est sous d’autres titres, ceux de la ligne 3, qui ne sont pas dans les mêmes colonnes.'],
  ])
})

test.each([
  ['1.0', '00001'],
  ['12345.0', '12345'],
  ['1,00', '00001'],
])('[format §3 numeroEditeur] %s, as programs store numbers, is offered as %s', (typed, vers) => {
  const rows = [titres, ligne(1, [0, typed])]
  expect(saisies(rows)[0]?.numeroEditeur).toBe(typed)
  expect(saisies(rows, tout)[0]?.numeroEditeur).toBe(vers)
})

test('[format §3 dateFacture] a bare day number of a workbook that counts from 1904 is offered as its day', () => {
  const row = cells(ligne(1)).map((cell, index) =>
    index === 2 ? cellule('43537', { genre: 'nombre', decalage: 1462 }) : cell,
  )
  const lu = importer(readColonnes(feuille([cells(titres), row])), tout, exampleDestination())
  expect(lu.demandes[0]?.demande.saisie.dateFacture).toBe('14/03/2023')
})

test('[format §3 dateFacture] a title that says the month stands first makes dates that mean two days none that are sure', () => {
  const rows = (...jours: string[]) => [
    ['N° éditeur', 'Dossier ASP', 'Date facture (MM/JJ/AAAA)', 'Montant HT', 'FINESS'],
    ...jours.map((jour, rang) => ligne(rang + 1, [2, jour])),
  ]
  const lu = lire(rows('3/4/2023', '5/5/2023'))
  expect(maux(lu)).toEqual([['dateFacture'], []])
  expect(lu.propositions).toMatchObject([{ genre: 'moisDabord', de: '3/4/2023', vers: '04/03/2023' }])
  expect(saisies(rows('3/4/2023'), tout)[0]?.dateFacture).toBe('04/03/2023')
  // Beside one that is written day first, nothing is offered.
  const mele = lire(rows('3/4/2023', '15/03/2023'))
  expect([maux(mele), mele.propositions]).toEqual([[['dateFacture'], []], []])
})

const duo = (...autres: string[][]) => [
  [...titres, 'N° facture'],
  [...ligne(1), 'FA1'],
  ...autres.map((cells, rang) => [...ligne(1, [4, `99000${rang + 2}018`]).slice(0, 5), ...cells]),
]

test('[guide §3.2] invoices of one amount are several still: their sum is offered, and none of them is taken alone', () => {
  const lu = lire(duo(['FA2']))
  expect(maux(lu)).toEqual([['montantManquant', 'montantSegurHTFacture']])
  expect(lu.propositions).toMatchObject([{ genre: 'somme', de: '8 000,00 + 8 000,00', vers: '16 000,00' }])
  expect(saisies(duo(['FA2']), tout)[0]).toMatchObject({
    montantSegurHTFacture: '16 000,00',
    montantsAdditionnes: ['8 000,00', '8 000,00'],
  })
  // A row for each site repeats what there is to say of its invoice.
  expect(lire(duo(['FA1'], ['FA1'])).propositions).toEqual([])
  expect(saisies(duo(['FA1'], ['FA2'], ['FA2']), tout)[0]?.montantSegurHTFacture).toBe('16 000,00')
  expect(maux(lire(duo(['']))).flat()).toEqual([])
})

test('[format §6] a cell that refers to the one above is that one once this is taken, and nothing before', () => {
  const rows = [
    [...titres, 'Adresse MSS Pro'],
    [...ligne(1), 'labo@exemple.mssante.fr'],
    ['"', 'idem', '//', 'id.', '990002018', '"'],
    ['"', '"', '"', '"', '990003018', '- " -'],
    ligne(4),
    ['Idem', 'IDEM', '〃', '', '990005018', ''],
  ]
  const lu = lire(rows)
  expect(lu.demandes.map(({ problemes }) => problemes.length > 0)).toEqual([true, true])
  expect(lu.propositions[0]).toEqual({ genre: 'renvoi', champ: 'numeroEditeur', numero: 3, de: '"', vers: '00001' })
  expect(lu.propositions.filter(({ champ, vers }) => champ === 'numeroEditeur' && vers === '00001')).toHaveLength(2)
  const taken = lire(rows, tout)
  expect(taken.demandes.flatMap(({ problemes }) => problemes)).toEqual([])
  expect(taken.demandes.map(({ demande: { saisie } }) => [saisie.numeroEditeur, saisie.beneficiaires])).toEqual([
    ['00001', ['990001018', '990002018', '990003018']],
    ['00004', ['990004018', '990005018']],
  ])
  expect(taken.demandes[0]?.demande.saisie.adresseBoiteMSSPro).toBe('labo@exemple.mssante.fr')
  // Nothing stands above the first row that could be meant.
  expect(lire([titres, ligne(1, [0, 'idem'])], tout).demandes[0]?.problemes).toHaveLength(1)
})

test('[format §6] a dash is no value, and a row that has dashes for its numbers goes on no other', () => {
  const rows = [
    [...titres, 'BAL MSS Citoyen'],
    [...ligne(1), '-'],
    ['-', '-', '-', '-', '990002018', '–'],
  ]
  const lu = lire(rows, tout)
  expect(lu.propositions).toEqual([])
  expect(lu.demandes.map(({ demande: { saisie } }) => [saisie.numeroEditeur, saisie.beneficiaires])).toEqual([
    ['00001', ['990001018']],
    ['', ['990002018']],
  ])
  expect(lu.demandes[0]?.demande.saisie.adresseBoiteMSSCitoyen).toBe('')
  expect(maux(lu)[0]).toEqual([])
  expect(maux(lu)[1]).toContain('montantManquant')
})

test('[format §3 identDMP] identifiers may be parted by a stroke or by «et»', () => {
  const rows = [
    [...titres, 'Id DMP'],
    [...ligne(1), '1.2.250.1 / 1.2.250.2 et 1.2.250.3'],
    [...ligne(2), 'a/b'],
  ]
  expect(saisies(rows).map(({ identDMP }) => identDMP)).toEqual([['1.2.250.1', '1.2.250.2', '1.2.250.3'], ['a/b']])
})

test('[format §3 beneficiaires] a number that its cell says to be an entité juridique is left out, and told', () => {
  const lu = lire([titres, ligne(1, [4, '990001018 (EJ 990007017)']), ligne(2)])
  expect(lu.demandes[0]?.demande.saisie.beneficiaires).toEqual(['990001018'])
  expect(avisOf(lu).map(({ faute }) => faute)).toEqual([
    '1 numéro laissé de côté parmi les FINESS (ligne 2) : 990007017.',
  ])
})

test('[format §6] words that set a row or a site apart are told', () => {
  const lu = lire([
    [...titres, 'Statut', 'Laboratoire'],
    [...ligne(1), 'ANNULÉ', 'Labo'],
    [...ligne(2, [4, '990002018, 990003018 (fermé)']), 'Facturé', 'Labo'],
    [...ligne(3), 'Payé', 'Ancienne Poste'],
    [...ligne(4), 'TTC', 'Labo'],
    [...ligne(5), 'Facture d’avoir soldée, TTC compris', 'Labo'],
  ])
  expect(avisOf(lu).map(({ faute }) => faute)).toEqual([
    'Lignes 2, 3 et 5 : un mot met peut-être en doute la demande, un site ou le montant (« ANNULÉ », « 990002018, 990003018 (fermé) » et « TTC »).',
  ])
})

test('[format §6] a row that is struck through, wholly or in part, is bad; one whose note alone is, is not', () => {
  const barree = (n: number, colonne: number) =>
    [...ligne(n), 'vu'].map((texte, rang) => cellule(texte, rang === colonne ? { barree: true } : {}))
  const sheet = feuille([cells([...titres, 'Remarques']), barree(1, 4), barree(2, 5)])
  const { demandes } = importer(readColonnes(sheet), tout, exampleDestination())
  expect(demandes.map(({ problemes }) => problemes.map(({ faute }) => faute))).toEqual([
    ['La ligne 2 est barrée dans le tableur : « FINESS géographiques ».'],
    [],
  ])
})

test.each([
  [
    ['110323', '10423', '311223'],
    ['11/03/2023', '01/04/2023', '31/12/2023'],
  ],
  [
    ['230311', '230401', '231231'],
    ['11/03/2023', '01/04/2023', '31/12/2023'],
  ],
  [
    ['23-03-11', '23-04-01', '22-12-31'],
    ['11/03/2023', '01/04/2023', '31/12/2022'],
  ],
])(
  '[format §3 dateFacture] days %j, written in one go or year first, are offered and never read otherwise',
  (jours, right) => {
    const rows = [titres, ...jours.map((jour, rang) => ligne(rang + 1, [2, jour]))]
    const lu = lire(rows)
    expect(maux(lu).every((faults) => faults.length === 1)).toBe(true)
    expect(lu.propositions.map(({ genre, vers }) => [genre, vers])).toEqual(right.map((jour) => ['jourAbrege', jour]))
    expect(saisies(rows, tout).map(({ dateFacture }) => dateFacture)).toEqual(right)
  },
)

test('[format §3 dateFacture] abridged days are as usual where they may be, and nothing is offered of what may be either', () => {
  expect(maux(lire([titres, ligne(1, [2, '15-03-23']), ligne(2, [2, '01/04/22'])]))).toEqual([[], []])
  const either = lire([titres, ligne(1, [2, '220323']), ligne(2, [2, '230422'])])
  expect([maux(either).flat(), either.propositions]).toEqual([['dateFactureInvalide', 'dateFactureInvalide'], []])
})

test('[format §3 beneficiaires] of a FINESS that was stored as a number with decimals, these are no part', () => {
  const rows = [titres, ligne(1, [4, '10786259.0; 990001018,0']), ligne(2, [4, '990002018.00'])]
  expect(saisies(rows).map(({ beneficiaires }) => beneficiaires)).toEqual([['990001018', '10786259'], ['990002018']])
  expect(saisies(rows, tout)[0]?.beneficiaires).toEqual(['990001018', '010786259'])
})

test('[format §6] what programs write for nothing is no value', () => {
  const lu = lire([titres, ['nan', 'NaN', 'NaT', 'nan', 'NULL'], ligne(1)], tout)
  expect(lu.demandes.map(({ demande }) => demande.saisie.numeroEditeur)).toEqual(['00001'])
})

test('[format §6] a row without a word that adds up those above is a total', () => {
  const total = (numero: string, montant: string) => [numero, '', '', montant, '']
  const lu = lire(
    [titres, ligne(1), ligne(2), total('2', '16 000'), ligne(3), ligne(4), total('', '16000'), total('4', '32000')],
    tout,
  )
  expect(lu.totaux.map(({ numero }) => numero)).toEqual([4, 7, 8])
  expect(lu.demandes.map(({ demande: { saisie } }) => saisie.montantSegurHTFacture)).toEqual(Array(4).fill('8 000,00'))
  expect(avisOf(lu)).toEqual([])
  // With a date of its own it may be a demande, and one amount is no sum.
  expect(lire([titres, ligne(1), ligne(2), ligne(3, [1, ''], [3, '16000'], [4, ''])]).totaux).toEqual([])
  expect(lire([titres, ligne(1), total('2', '8000'), ligne(3)]).totaux).toEqual([])
  // With a number of its own it is one, though its amount is the sum of those before it.
  const nus = ['N° éditeur', 'Montant HT']
  const propres = lire([nus, ['00001', '8000'], ['00002', '4000'], ['00003', '12000'], ['00004', '8000']])
  expect(propres.totaux).toEqual([])
  expect(propres.demandes.map(({ demande }) => demande.saisie.numeroEditeur)).toEqual([
    '00001',
    '00002',
    '00003',
    '00004',
  ])
})

test('[format §3 beneficiaires] a row with a name and a FINESS alone may be a site of the demande above: offered', () => {
  const noms = (n: number, nom: string) => [...ligne(n), nom]
  const site = (n: number, nom: string) => ['', '', '', '', `99000${n}018`, nom]
  const rows = [[...titres, 'Laboratoire'], noms(1, 'Labo'), site(2, '- Nord'), site(3, '- Sud'), noms(4, 'Autre')]
  const lu = lire(rows)
  expect(lu.propositions.map(({ genre, de, vers }) => [genre, de, vers])).toEqual([
    ['site', '- Nord', '00001'],
    ['site', '- Sud', '00001'],
  ])
  expect(maux(lu).map(({ length }) => length > 0)).toEqual([false, true, true, false])
  expect(
    lire(rows, tout).demandes.map(({ demande: { saisie } }) => [saisie.libelleInterne, saisie.beneficiaires]),
  ).toEqual([
    ['Labo', ['990001018', '990002018', '990003018']],
    ['Autre', ['990004018']],
  ])
})

test('[format §3 beneficiaires] a row of sites goes on the demande of the row above, though that one began further up', () => {
  const site = (n: number) => ['', '', '', '', `99000${n}018`]
  const rows = [titres, ligne(1), ligne(2), ligne(1, [4, '990003018']), site(4), site(5)]
  expect(saisies(rows).map(({ beneficiaires }) => beneficiaires)).toEqual([
    ['990001018', '990003018', '990004018', '990005018'],
    ['990002018'],
  ])
})

test('[format §3 beneficiaires] sites below a row that is hidden go on none that is seen, nor does «idem»', () => {
  const hidden = (sheet: Feuille, ...numeros: number[]): Feuille => ({
    ...sheet,
    lignes: sheet.lignes.map((one) => ({ ...one, masquee: numeros.includes(one.numero) })),
  })
  const site = (n: number, nom: string) => ['', '', '', '', `99000${n}018`, nom]
  const rows = [
    [...titres, 'Labo'],
    [...ligne(1), 'A'],
    [...ligne(2), 'B'],
    site(3, ''),
    site(4, 'Nord'),
    site(5, 'idem'),
  ]
  const lu = importer(readColonnes(hidden(feuilleTexte('', rows), 3)), tout, exampleDestination())
  expect(lu.demandes[0]?.demande.saisie.beneficiaires).toEqual(['990001018'])
  expect(maux(lu)[1]).toContain('numeroEditeurManquant')
  expect(lu.demandes.flatMap(({ demande }) => demande.saisie.beneficiaires)).not.toContain('990002018')
  const idem = [titres, ligne(1), ligne(2), ligne(3, [2, 'idem'])]
  const seen = importer(readColonnes(hidden(feuilleTexte('', idem), 3)), tout, exampleDestination())
  expect(seen.demandes[1]?.demande.saisie.dateFacture).toBe('')
  expect(seen.propositions).toEqual([])
})

test('[format §3 identDMP] an identifier that the spreadsheet made a number is never taken for one that it may not be', () => {
  const sheet = (texte: string) =>
    feuille([cells([...titres, 'Id DMP']), [...cells(ligne(1)), cellule(texte, { genre: 'nombre' })]])
  const idents = (texte: string, reglages = sansReglages) =>
    importer(readColonnes(sheet(texte)), reglages, exampleDestination()).demandes.map(
      ({ demande, problemes }) => [demande.saisie.identDMP, problemes.length] as const,
    )
  expect(idents('1,25')).toEqual([[[], 1]])
  expect(idents('175001234567890000')).toEqual([[[], 1]])
  expect(idents('10786259')).toEqual([[['10786259'], 0]])
  expect(idents('10786259', tout)).toEqual([[['010786259'], 0]])
})

test('[format §6] «non» in the place of an address or identifier is no address, and offered as the answer', () => {
  const rows = [
    [...titres, 'Adresse MSS Citoyen', 'Identifiant DMP', 'MSS Pro'],
    [...ligne(1), 'non', 'Non', 'labo@exemple.mssante.fr'],
    [...ligne(2), 'en cours', '1.2.250.1', 'non'],
    [...ligne(3), 'labo@exemple.mssante.fr', '1.2.250.2', 'oui'],
    [...ligne(4), 'labo@exemple.mssante.fr', '1.2.250.2', 'oui'],
  ]
  const shown = (reglages: Reglages) =>
    lire(rows, reglages).demandes.map(({ demande: { saisie }, problemes }) => [
      saisie.isDirectToMSSCitoyen,
      saisie.adresseBoiteMSSCitoyen,
      saisie.isDirectToDMP,
      saisie.identDMP.join(),
      saisie.isDirectToMSSPro,
      saisie.adresseBoiteMSSPro,
      problemes.length,
    ])
  const adresse = 'labo@exemple.mssante.fr'
  expect(shown(sansReglages).slice(0, 3)).toEqual([
    [null, '', null, '', null, adresse, 0],
    [null, '', null, '1.2.250.1', false, '', 1],
    [null, adresse, null, '1.2.250.2', true, '', 0],
  ])
  expect(shown(tout).slice(0, 3)).toEqual([
    [false, '', false, '', true, adresse, 0],
    [null, '', true, '1.2.250.1', false, '', 1],
    [true, adresse, true, '1.2.250.2', true, '', 0],
  ])
})

test('[format §3 numeroEditeur] «1E100» is no abridged number', () => {
  expect(
    saisies([titres, ligne(1, [0, '1E100']), ligne(2, [0, '1E+05'])]).map(({ numeroEditeur }) => numeroEditeur),
  ).toEqual(['1E100', ''])
})

test('[format §6] rows of zeros, as formulas give them that refer to empty cells, are no demandes', () => {
  const zeros = (jour: string) => ['0', '0', jour, '0,00', '0']
  const lu = lire(
    [titres, ligne(1), zeros('0'), zeros('00/01/1900'), ['', '', '', '0', ''], ['0', '', '', '', '']],
    tout,
  )
  expect(lu.demandes.map(({ numeros }) => numeros)).toEqual([[2], [6]])
  expect(lu.muettes).toEqual([3, 4, 5])
  expect(lu.propositions.every(({ numero }) => numero === 6)).toBe(true)
})

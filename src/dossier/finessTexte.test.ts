import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseFiness } from './finess'
import { readFinessTexte } from './finessTexte'

const three = ['750712184', '2A0000014', '010003820']
test.each([
  ['a column', '750712184\r\n2A0000014\r\n010003820\r\n'],
  ['cells', '750712184\t2A0000014\t010003820'],
  ['semicolons', '750712184;2a0000014;010003820;'],
  ['quoted CSV', '"750712184","2A0000014","010003820"'],
  ['no-break spaces', '750712184\u00a02A0000014\u202f010003820'],
  ['a sentence', 'Les sites 750712184, 2A0000014 (Ajaccio) et n°010003820.'],
  ['groups of three', '750 712 184 ; 2A0 000 014 ; 010.003.820'],
  ['department first', '75 071218 4 / 2A 000001 4 / 01\u00a0000382\u00a00'],
  ['two, three, three, one', '75 071 218 4\n2a 000 001 4\n01-000-382-0'],
  ['other groupings', '75 07 12 18 4\n2A 0000014\n01000382 0'],
  ['typographic hyphens and full-width digits', '75‑071‑218‑4\n2A0000014\n０１０００３８２０'],
  ['signs nobody sees', '7507\u200b12184\n\ufeff2A0000014\u202c\n010\u00ad003820'],
  [
    'a column with other numbers',
    '750712184\tFINBIO000006\t27450,00\n2A0000014\t73282932000074\n010003820\t15/03/2023',
  ],
  ['a SIRET beside', 'SIRET 73282932000074 : 750712184, 2A0000014, 010003820'],
  ['a SIRET in groups', 'SIRET 732 829 320 00074 750712184 2A0000014 010003820'],
  ['a SIRET in two', '732829320 00074\n750712184\n2A0000014\n010003820'],
  ['postal codes', '750712184 75012 Paris\n2A0000014 20000 Ajaccio\n010003820 01000 Bourg'],
  ['telephones', '750712184 01 02 03 04 05\n2A0000014 +33 1 02 03 04 05\n010003820 tél. 612 345 678'],
  ['plus signs', '750712184+2A0000014 + 010003820'],
  ['plus signs that touch', '750712184+2A0000014 (Ajaccio) +010003820'],
  ['a telephone in groups of three', '750712184 +33 612 345 678\n2A0000014+33 612 345 678\n010003820'],
  ['postal codes that would end a SIRET', '750712184 75011 ; 2A0000014 ; 010003820 69002'],
  ['labels that touch', 'FINESS750712184, finess2A0000014 / Finess010003820'],
  ['a label', 'N° FINESS ET : 750712184, 2A0000014 et 010003820'],
  ['labels over numbers', 'FINESS\n750712184\n2A0000014\n\nFiness géographique\n010003820'],
  ['ordinal signs', 'FINESS nº750712184, nº2A0000014, n°010003820'],
  ['doubles', '750712184 750712184 2a0000014 2A0000014 010003820'],
])('[format §3 beneficiaires] pasted as %s, each FINESS is found once, in order', (_, text) => {
  expect(readFinessTexte(text).trouves).toEqual(three)
})

const [nord, sud, ej, siren] = ['990001018', '990001026', '990000010', '999201015']
test.each([
  ['column heads', 'FINESS EJ\tFINESS ET\tSite\n990000010\t990001018\tNord\n990000010\t990001026\tSud'],
  [
    'column heads, the other way round',
    'Site\tFINESS géographique\tEntité juridique\nNord\t990001018\t990000010\nSud\t990001026\t990000010',
  ],
  ['heads of the open data', 'nofinesset;nofinessej;rs\n990001018;990000010;NORD\n990001026;990000010;SUD'],
  ['heads parted by bars', 'EJ | ET | Ville\n990000010 | 990001018 | Lyon\n990000010 | 990001026 | Nice'],
  ['heads parted by spaces', 'FINESS EJ FINESS ET\n990000010 990001018\n990000010 990001026'],
  ['heads parted by commas', 'FINESS EJ,FINESS ET,Site\n990000010,990001018,Nord\n990000010,990001026,Sud'],
  ['a table on its side', 'FINESS EJ\t990000010\t990000010\nFINESS ET\t990001018\t990001026'],
  ['a sentence', 'FINESS juridique 990000010, sites 990001018 et 990001026'],
  ['a sentence with hyphens', 'N° FINESS entité juridique : 990000010 – établissements : 990001018, 990001026'],
  ['lines under labels', 'Entité juridique :\n990000010\nÉtablissements :\n990001018\n990001026'],
  ['words behind', '990000010 (EJ)\n990001018 (ET)\n990001026 – ET'],
  [
    'rows with words of their own',
    'FINESS EJ\tFINESS ET\tSite\n990000010\t990001018\tSite Nord\n\t\tSite fermé\n990000010\t990001026\tSite Sud',
  ],
  ['labels in each cell', 'EJ : 990000010\tET : 990001018\nEJ : 990000010\tET : 990001026'],
  ['groups', 'EJ 99 000 001 0\nET 99 000 101 8\nET 990 001 026'],
])('[format §3 beneficiaires] the legal entity is named and left out: %s', (_, text) => {
  expect(readFinessTexte(text)).toEqual({
    trouves: [nord, sud],
    ecartes: [{ finess: ej, nature: 'juridique' }],
    presque: [],
  })
})

test.each([
  [
    'N° FINESS entité juridique : 990000010 – établissement : 990001018 – SIREN : 999201015',
    [ej, 'juridique'],
    [siren, 'siren'],
  ],
  ['FINESS 990001018 SIREN 999201015', [siren, 'siren']],
  ['990001018, RCS Lyon 999 201 015', [siren, 'siren']],
  ['SIRET 999 201 015 00012, SIREN 999 201 015, FINESS 990001018', [siren, 'siren']],
  ['999201015\n99920101500012\n990001018', [siren, 'siren']],
  ['FINESS 990001018 TVA FR 12 999201015', [siren, 'tva']],
  ['FINESS 990001018, FR 12 999201015', [siren, 'tva']],
  ['Tél : 612345678 FINESS : 990001018', ['612345678', 'telephone']],
  ['Client 999201015 FINESS 990001018', [siren, 'autre']],
  ['FINESS\tTéléphone\n990001018\t612345678', ['612345678', 'telephone']],
  ['FINESS\tSIREN\n990001018\t999201015', [siren, 'siren']],
  ['FINESS\tSite\n990001018\t999201015', [siren, 'horsColonne']],
])('[format §3 beneficiaires] in %j only 990001018 is taken, the others are named', (text, ...ecartes) => {
  const lu = readFinessTexte(text)
  expect(lu.trouves).toEqual([nord])
  expect(lu.ecartes.map(({ finess, nature }) => [finess, nature])).toEqual(ecartes)
})

test.each([
  ['99 000 101 8', [nord]],
  ['990001018', [nord]],
  ['10003820', []],
  ['27 450 123', []],
  ['123456789,50', []],
  ['15 03 2023', []],
  ['01 02 03 04 05', []],
  ['1 2 3 4 5 6 7 8 9', []],
  ['990001018Nord', []],
  ['732 829 320 00074', []],
  ['FR76 3000 6000 0112 3456 7890 189', []],
  ['FINBIO000006', []],
  ['bonjour', []],
  ['', []],
])('[format §3 beneficiaires] in %j stand the FINESS %j', (text, finess) => {
  expect(readFinessTexte(text).trouves).toEqual(finess)
})

test.each([
  ['10003820', ['10003820']],
  ['O10003820', ['O10003820']],
  ['7507121844', ['7507121844']],
  ['750712184 et 01000382O', ['01000382O']],
  ['75012 Paris, FINBIO000006, 73282932000074, tél. 0102030405', []],
  ['bonjour', []],
])('[format §3 beneficiaires] in %j what looks mistyped is %j', (text, presque) => {
  expect(readFinessTexte(text).presque).toEqual(presque)
})

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: length, maxLength: length })
const finess = fc.oneof(
  digits(9),
  fc.tuple(fc.constantFrom('2A', '2B'), digits(7)).map(([head, tail]) => head + tail),
)
const separator = fc.string({
  unit: fc.constantFrom(...Array.from(' ,;\t\n\r|/\u00a0\u202f\u2009-–"()')),
  minLength: 1,
  maxLength: 4,
})

test('[format §3 beneficiaires] any list joined by any separators is found again', () => {
  fc.assert(
    fc.property(fc.uniqueArray(finess, { maxLength: 20 }), separator, fc.boolean(), (list, between, lower) => {
      const text = list.join(between)
      const found = readFinessTexte(lower ? text.toLowerCase() : text)
      expect(found).toEqual({ trouves: list, ecartes: [], presque: [] })
    }),
  )
})

const grouping = fc.constantFrom([2, 3, 3, 1], [3, 3, 3], [2, 6, 1], [2, 7], [8, 1], [2, 4, 3], [2, 2, 2, 2, 1], [9])
test('[format §3 beneficiaires] any grouping of a column is read', () => {
  const mark = fc.constantFrom(' ', '\u00a0', '\u202f', '.', '-', '‑')
  fc.assert(
    fc.property(fc.uniqueArray(finess, { minLength: 1, maxLength: 8 }), grouping, mark, (list, lengths, between) => {
      const grouped = list.map((one) => {
        let at = 0
        return lengths.map((length) => one.slice(at, (at += length))).join(between)
      })
      expect(readFinessTexte(grouped.join('\n')).trouves).toEqual(list)
    }),
  )
})

test('[format §3 beneficiaires] heads of columns in any order tell the sites from everything else', () => {
  const columns = fc.shuffledSubarray(
    [
      { head: fc.constantFrom('FINESS ET', 'N° FINESS géographique', 'FINESS', 'Établissement'), site: true },
      { head: fc.constantFrom('FINESS EJ', 'Entité juridique', 'FINESS juridique', 'EJ'), site: false },
      { head: fc.constantFrom('SIREN', 'N° SIREN'), site: false },
      { head: fc.constantFrom('Téléphone', 'Tél.', 'N° client'), site: false },
    ],
    { minLength: 4 },
  )
  const table = columns.chain((shuffled) =>
    fc.record({
      heads: fc.tuple(...shuffled.map(({ head }) => head)),
      sites: fc.constant(shuffled.map(({ site }) => site)),
      rows: fc
        .uniqueArray(digits(9), { minLength: 4, maxLength: 24 })
        .map((all) => all.slice(0, all.length - (all.length % 4))),
      mark: fc.constantFrom('\t', ';', ' | '),
    }),
  )
  fc.assert(
    fc.property(table, ({ heads, sites, rows, mark }) => {
      const lines = Array.from({ length: rows.length / 4 }, (_, row) => rows.slice(row * 4, row * 4 + 4))
      const text = [heads, ...lines].map((cells) => cells.join(mark)).join('\r\n')
      const expected = rows.filter((_, rank) => sites[rank % 4])
      const { trouves, ecartes } = readFinessTexte(text)
      expect(trouves).toEqual(expected)
      expect(ecartes).toHaveLength(rows.length - expected.length)
    }),
  )
})

test('[format §3 beneficiaires] a FINESS that isn’t in the text is never found', () => {
  const piece = fc.oneof(
    digits(1),
    digits(2),
    digits(3),
    digits(4),
    digits(5),
    digits(8),
    digits(9),
    digits(14),
    fc.constantFrom('2A', 'O', 'FINESS', ' EJ ', ' et ', 'SIREN :', 'Tél. ', 'n°'),
    fc.constantFrom(' ', '\t', '\n', ',', '.', '-', '\u202f', '\u200b', ';', '+', ' – '),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('')
      const bare = text.toUpperCase().replace(/[ .\-–\u202f\u200b]/g, '')
      const { trouves, ecartes } = readFinessTexte(text)
      for (const found of [...trouves, ...ecartes.map(({ finess }) => finess)]) {
        expect(bare).toContain(found)
        expect(parseFiness(found)).toBe(found)
      }
    }),
    { numRuns: 1000 },
  )
})

test('[format §3 beneficiaires] a long text is read in a moment', () => {
  const text = '99 '.repeat(60_000) + 'FINESS EJ\t'.repeat(3_000)
  expect(readFinessTexte(text).trouves).toEqual([])
})

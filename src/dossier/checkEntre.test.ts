import fc from 'fast-check'
import { expect, test } from 'vitest'
import { libelles } from './champs'
import { checkEntre, createEntre } from './checkEntre'
import type { Demande } from './dossier'
import { exampleDemande, exemplePieces } from './example'

const none: ReadonlyMap<string, string> = new Map()
const pieces = (FACTURE: string, VA: string) => ({
  FACTURE: exemplePieces.FACTURE && { ...exemplePieces.FACTURE, empreinte: FACTURE },
  VA: exemplePieces.VA && { ...exemplePieces.VA, empreinte: VA },
})
const a = exampleDemande({ id: 'a', beneficiaires: ['750712184'], pieces: pieces('fa', 'va') })
const b = exampleDemande({
  id: 'b',
  numeroASP: 'FINBIO000007',
  numeroEditeur: 'AB002',
  beneficiaires: ['2A0000014'],
  pieces: pieces('fb', 'vb'),
})
const changed = (saisie: Partial<typeof b.saisie>) => ({ ...b, saisie: { ...b.saisie, ...saisie } })
const found = (demandes: Parameters<typeof checkEntre>[0], deposes = none) =>
  checkEntre(demandes, deposes).map(({ regle, demande, champ }) => [regle, demande, champ].join(' '))

test('two demandes that share nothing have nothing against them', () => {
  expect(found([a, b])).toEqual([])
})

test.each<[string, Partial<typeof b.saisie>]>([
  ['spelled alike', { numeroEditeur: ' 00001 ' }],
  ['both empty are two that are missing, not doubles', { numeroEditeur: '' }],
])('[format §3 numeroEditeur] two %s', (_, saisie) => {
  const expected = saisie.numeroEditeur
    ? ['numeroEditeurDouble a numeroEditeur', 'numeroEditeurDouble b numeroEditeur']
    : []
  expect(found([a, changed(saisie)])).toEqual(expected)
  expect(found([{ ...a, saisie: { ...a.saisie, numeroEditeur: '' } }, changed({ numeroEditeur: '' })])).toEqual([])
})

test('[format §3 numeroEditeur] unique letter case aside, and each double names the others', () => {
  const demandes = [b, a, { ...changed({ numeroEditeur: 'aB002' }), id: 'c' }, { ...b, id: 'd' }]
  const doubles = checkEntre(demandes, none).filter(({ regle }) => regle === 'numeroEditeurDouble')
  expect(doubles.map(({ demande, gravite }) => [demande, gravite])).toEqual([
    ['b', 'erreur'],
    ['c', 'erreur'],
    ['d', 'erreur'],
  ])
  expect(doubles[1]?.message.faute).toContain('dans les demandes n° 1 et n° 4')
})

test('[format §3 numeroASP] the same number twice is an alerte, letter case aside', () => {
  const demandes = [a, changed({ numeroASP: ' finbio000006' })]
  expect(found(demandes)).toEqual(['numeroASPDouble a numeroASP', 'numeroASPDouble b numeroASP'])
  expect(checkEntre(demandes, none).every(({ gravite }) => gravite === 'alerte')).toBe(true)
})

test('[format §3 beneficiaires] the same FINESS in two demandes is an alerte at its rank', () => {
  const demandes = [a, changed({ beneficiaires: ['2A0000014', 'x', ' 750712184'] })]
  expect(
    checkEntre(demandes, none).map(({ regle, gravite, demande, rangs }) => [regle, gravite, demande, ...rangs]),
  ).toEqual([
    ['beneficiaireAilleurs', 'alerte', 'a', 0],
    ['beneficiaireAilleurs', 'alerte', 'b', 2],
  ])
})

test('[format §3 beneficiaires] a FINESS of an earlier deposit is an alerte, said once however often it is typed', () => {
  const deposes = new Map([['2A0000014', 'JSON-1234567890-20230301-001.json']])
  const demandes = [a, changed({ beneficiaires: ['2a0000014', '2A0000014'] })]
  expect(found(demandes, deposes)).toEqual(['beneficiaireDejaDepose b beneficiaires'])
  expect(checkEntre(demandes, deposes)[0]?.message.faute).toContain('JSON-1234567890-20230301-001.json')
})

test('[format §3 piecesJustificatives] the same bytes twice are an alerte that says where the others are', () => {
  expect(found([a, { ...b, pieces: pieces('fa', 'vb') }])).toEqual(['pieceDouble a FACTURE', 'pieceDouble b FACTURE'])
  expect(checkEntre([a, { ...b, pieces: pieces('fb', 'fa') }], none).map(({ message }) => message.faute)).toEqual([
    `Le même fichier est déjà joint à la demande n° 2 comme « ${libelles.VA} ».`,
    'Le même fichier est déjà joint à la demande n° 1 comme « Facture ».',
  ])
  const [facture, va] = checkEntre([{ ...a, pieces: pieces('x', 'x') }], none)
  expect(facture?.message.faute).toContain(`ici comme « ${libelles.VA} »`)
  expect(va?.message.faute).toContain('ici comme « Facture »')
})

test('what is between demandes is looked for again only when what it compares was changed', () => {
  const entre = createEntre()
  const first = entre([a, changed({ numeroEditeur: '00001' })], none)
  expect(
    entre([a, changed({ numeroEditeur: '00001', libelleInterne: 'Lyon', montantSegurHTFacture: '1' })], none),
  ).toBe(first)
  expect(entre([a, changed({ numeroEditeur: '00002' })], none)).not.toBe(first)
})

test('remembered through any changes, it says what is found afresh', () => {
  const saisie = fc.record({
    numeroEditeur: fc.constantFrom('', '00001', ' 00001'),
    numeroASP: fc.constantFrom('', 'FINBIO000006', 'finbio-6'),
    beneficiaires: fc.subarray(['750712184', '2A0000014', '999999991']),
    libelleInterne: fc.constantFrom('', 'Lyon'),
  })
  const demande = fc
    .tuple(fc.constantFrom('a', 'b', 'c', 'd'), saisie, fc.constantFrom('x', 'y'))
    .map(([id, typed, bytes]): Demande => ({ ...exampleDemande({ id, ...typed }), pieces: pieces(bytes, `v${bytes}`) }))
  const list = fc.uniqueArray(demande, { selector: ({ id }) => id })
  const deposes = fc.constantFrom(none, new Map([['750712184', 'JSON-1234567890-20230301-001.json']]))
  fc.assert(
    fc.property(fc.array(fc.tuple(list, deposes), { minLength: 1, maxLength: 6 }), (states) => {
      const entre = createEntre()
      for (const [demandes, earlier] of states) {
        const byDemande = entre(demandes, earlier)
        const fresh = checkEntre(demandes, earlier)
        for (const { id } of demandes)
          expect(byDemande.get(id) ?? []).toEqual(fresh.filter((constat) => constat.demande === id))
      }
    }),
  )
})

test('of hundreds of doubles the first are named and the others counted', () => {
  const demandes = Array.from({ length: 300 }, (_, rank) => exampleDemande({ id: `d${rank}`, numeroEditeur: '00001' }))
  const doubles = checkEntre(demandes, none)
  const messageOf = (id: string, nom: string) =>
    doubles.find(({ demande, regle }) => demande === id && regle === nom)?.message.faute
  expect(messageOf('d1', 'numeroEditeurDouble')).toBe(
    'Ce numéro éditeur figure aussi dans les demandes n° 1, n° 3, n° 4 et 296 autres.',
  )
  expect(messageOf('d299', 'numeroASPDouble')).toContain('n° 1, n° 2, n° 3 et 296 autres.')
  expect(messageOf('d0', 'pieceDouble')).toMatch(/comme « Facture », et à 296 autres places\.$/)
  expect(Math.max(...doubles.map(({ message }) => message.faute.length))).toBeLessThan(500)
})

import { expect, test } from 'vitest'
import { showMessage } from '../format/message'
import type { Jour } from '../format/jour'
import type { Centimes } from '../format/montant'
import { checkDemande, type DocumentsLus } from './checkDemande'
import type { DocumentLu } from './checkLecture'
import type { Demande, Saisie } from './dossier'
import { exampleDemande, exemplePieces } from './example'
import type { Finess } from './finess'
import type { Siret } from './siret'

const siret = '73282932000074' as Siret
const entete = { dateDepot: '20/03/2023' as Jour, vague: 'Val', siret } as const
const finess = ['999999991', '999999992', '999999993'] as Finess[]

const facture = (overrides: Partial<DocumentLu> = {}): DocumentLu => ({
  type: 'FACTURE',
  typeSur: true,
  raison: '',
  avoir: false,
  partielle: null,
  totalNul: false,
  numerosFacture: [],
  somme: null,
  dateFacture: '15/03/2023' as Jour,
  dates: ['15/03/2023' as Jour],
  montantHT: 27_450_00 as Centimes,
  montantTTC: 32_940_00 as Centimes,
  montants: [27_450_00, 5_490_00, 32_940_00] as Centimes[],
  devise: 'EUR',
  siretFournisseur: siret,
  finess,
  numeroASP: 'FINBIO000006',
  blanche: false,
  lisible: true,
  ...overrides,
})

const found = (saisie: Partial<Saisie>, lus: Partial<DocumentsLus>, pieces: Demande['pieces'] = exemplePieces) =>
  checkDemande(exampleDemande({ ...saisie, pieces }), entete, { FACTURE: null, VA: null, ...lus })
    .filter(({ regle }) => regle !== 'beneficiaireCle')
    .map(({ regle, message }) => [regle, showMessage(message)] as const)
const regles = (...args: Parameters<typeof found>) => found(...args).map(([regle]) => regle)

test('an invoice that says what was typed gives no alerte', () => {
  expect(regles({}, { FACTURE: facture() })).toEqual([])
})

const plusieurs: Partial<DocumentLu> = { numerosFacture: ['F-1', 'F-2'], montantHT: null, montantTTC: null }
const unread = { montantHT: null, montantTTC: null }
test.each<[string, Partial<Saisie>, Partial<DocumentLu>, string[]]>([
  ['the TTC that was read', { montantSegurHTFacture: '32 940,00' }, {}, ['montantTTC']],
  ['the HT × 1,2 where no TTC was read', { montantSegurHTFacture: '32 940,00' }, { montantTTC: null }, ['montantTTC']],
  ['another amount than the proven HT', { montantSegurHTFacture: '27 000,00' }, {}, ['montantAutre']],
  ['an amount that is nowhere', { montantSegurHTFacture: '27 000,00' }, unread, ['montantAbsent']],
  ['an amount among others, none proven', { montantSegurHTFacture: '5 490,00' }, unread, []],
  ['another day than the proven one', { dateFacture: '16/03/2023' }, {}, ['dateAutre']],
  ['a day that is nowhere', { dateFacture: '16/03/2023' }, { dateFacture: null }, ['dateAbsente']],
  ['a FINESS of the invoice left out', { beneficiaires: ['999999991', '999999992'] }, {}, ['finessManquants']],
  ['another SIRET', {}, { siretFournisseur: '73282932000082' as Siret }, ['factureSiret']],
  ['a credit note', {}, { avoir: true }, ['factureAvoir']],
  ['an advance', {}, { partielle: 'acompte' }, ['facturePartielle']],
  ['a stage', {}, { partielle: 'situation' }, ['facturePartielle']],
  ['pages on which nothing stands', {}, { blanche: true, lisible: false }, ['pieceBlanche']],
  ['a total of 0,00', {}, { totalNul: true }, ['factureNulle']],
  ['two invoices in one file, one declared', {}, { ...plusieurs, somme: 54_900_00 as Centimes }, ['facturesPlusieurs']],
  ['two invoices in one file, their sum declared', {}, { ...plusieurs, somme: 27_450_00 as Centimes }, []],
  ['two invoices in one file, whose sum is not known', {}, plusieurs, ['facturesPlusieurs']],
  ['another currency', {}, { devise: 'CHF' }, ['factureDevise']],
  ['another ASP number', {}, { numeroASP: 'FINBIO000007' }, ['pieceNumeroASP']],
  ['an attestation in its place', {}, { type: 'VA' }, ['pieceAutreType']],
  ['neither invoice nor attestation', {}, { type: null }, ['pieceAutreDocument']],
  ['a scan says nothing', { montantSegurHTFacture: '1,00' }, { lisible: false, type: null }, []],
])('[format §3 montantSegurHTFacture] the invoice against what was typed: %s', (_, saisie, read, expected) => {
  expect(regles(saisie, { FACTURE: facture(read) })).toEqual(expected)
})

test('[format §3 montantSegurHTFacture] both amounts are named', () => {
  const [[, message] = ['', '']] = found({ montantSegurHTFacture: '27 000,00' }, { FACTURE: facture() })
  expect(message.replace(/\u00a0/g, ' ')).toContain('27 450,00 €')
  expect(message.replace(/\u00a0/g, ' ')).toContain('27 000,00 €')
})

test('several joined invoices: an amount is held against their sum, and against nothing where it is not known', () => {
  const joined = { ...exemplePieces, FACTURE: exemplePieces.FACTURE && { ...exemplePieces.FACTURE, documents: 2 } }
  const typed = { montantSegurHTFacture: '30 000,00' }
  expect(regles(typed, { FACTURE: facture() }, joined)).toEqual(['montantAutre'])
  expect(regles(typed, { FACTURE: facture(unread) }, joined)).toEqual([])
})

test('[format §3 piecesJustificatives] an invoice in the place of the attestation', () => {
  expect(regles({}, { VA: facture() })).toEqual(['pieceAutreType'])
  expect(regles({}, { VA: facture({ type: 'VA' }) })).toEqual([])
})

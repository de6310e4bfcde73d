import { describe, expect, test } from 'vitest'
import type { Jour } from '../format/jour'
import type { Centimes } from '../format/montant'
import { profil, type FormatFichier } from '../format/profil'
import { checkDemande } from './checkDemande'
import type { Demande, Piece, Saisie } from './dossier'
import { exampleDemande, exemplePieces } from './example'
import { showMontant } from './montant'

const entete = { dateDepot: '20/03/2023' as Jour, vague: 'Val', siret: null } as const
const constatsOf = (overrides: Parameters<typeof exampleDemande>[0]) =>
  checkDemande(exampleDemande({ beneficiaires: ['750712184'], ...overrides }), entete)
const reglesOf = (overrides: Parameters<typeof exampleDemande>[0]) => constatsOf(overrides).map(({ regle }) => regle)

type Cases = [string, Partial<Saisie>, string[]][]
const { longueurs } = profil
const astral = '😀'

test('[guide §3.1] the guide’s example has only its FINESS’ keys against it', () => {
  const constats = checkDemande(exampleDemande(), entete)
  expect(constats.every(({ regle, gravite }) => regle === 'beneficiaireCle' && gravite === 'alerte')).toBe(true)
  expect(constats.map(({ rangs }) => rangs)).toEqual([[0, 1, 2]])
})

const numeroASP: Cases = [
  ['empty is missing', { numeroASP: ' ' }, ['numeroASPManquant']],
  ['eleven characters', { numeroASP: 'FINBIO00006' }, ['numeroASPLongueur']],
  ['twelve, lower case', { numeroASP: ' finbio000006 ' }, []],
  ['thirteen', { numeroASP: 'FINBIO0000006' }, ['numeroASPLongueur']],
  ['twelve UTF-16 units, eleven code points', { numeroASP: `FINBIO0000${astral}` }, ['numeroASPLongueur']],
  ['another couloir', { numeroASP: 'FINRAD000006' }, ['numeroASPPrefixe']],
  ['letters at the end are only an alerte', { numeroASP: 'FINBIO00000A' }, ['numeroASPChiffres']],
]
test.each(numeroASP)('[format §3 numeroASP] %s', (_, overrides, regles) => expect(reglesOf(overrides)).toEqual(regles))

const numeroEditeur: Cases = [
  ['empty is missing', { numeroEditeur: '' }, ['numeroEditeurManquant']],
  ['four characters', { numeroEditeur: '0001' }, ['numeroEditeurLongueur']],
  ['five, trimmed', { numeroEditeur: ' aB001 ' }, []],
  ['six', { numeroEditeur: '000001' }, ['numeroEditeurLongueur']],
  ['four code points in five units', { numeroEditeur: `000${astral}` }, ['numeroEditeurLongueur']],
  ['five code points, one in no file name', { numeroEditeur: `0000${astral}` }, ['numeroEditeurCaracteres']],
  ['a space inside', { numeroEditeur: '00 01' }, ['numeroEditeurCaracteres']],
  ['a question mark', { numeroEditeur: '0000?' }, ['numeroEditeurCaracteres']],
  ['an accent', { numeroEditeur: '0000é' }, ['numeroEditeurCaracteres']],
  ['a hyphen is only an alerte', { numeroEditeur: '00-01' }, ['numeroEditeurSignes']],
]
test.each(numeroEditeur)('[format §3 numeroEditeur] %s', (_, overrides, regles) =>
  expect(reglesOf(overrides)).toEqual(regles),
)

const dateFacture: Cases = [
  ['empty is missing', { dateFacture: '' }, ['dateFactureManquante']],
  ['29/02/2023 is no day', { dateFacture: '29/02/2023' }, ['dateFactureInvalide']],
  ['the day of deposit', { dateFacture: '20/03/2023' }, []],
  ['the day after', { dateFacture: '21/03/2023' }, ['dateFactureApresDepot']],
  ['29/02/2024 is a day', { dateFacture: '29/02/2024' }, ['dateFactureApresDepot']],
  ['the programme’s first day', { dateFacture: profil.debutProgramme }, []],
  ['the day before', { dateFacture: '31/12/2020' }, ['dateFactureAvantProgramme']],
]
test.each(dateFacture)('[format §3 dateFacture] %s', (_, overrides, regles) =>
  expect(reglesOf(overrides)).toEqual(regles),
)

test('[format §3 dateFacture] is not compared with a deposit date that is none', () => {
  const demande = exampleDemande({ dateFacture: '01/01/2099', beneficiaires: ['750712184'] })
  expect(checkDemande(demande, { ...entete, dateDepot: null })).toEqual([])
})

const montant = (montantSegurHTFacture: string, montantCommande = '') => ({ montantSegurHTFacture, montantCommande })
const plafond = (more: number) => showMontant((profil.montantPlafond + more) as Centimes)
const montants: Cases = [
  ['empty is missing', montant(' '), ['montantManquant']],
  ['letters', montant('abc'), ['montantIllisible']],
  ['zero', montant('0,00'), ['montantNul']],
  ['less than zero', montant('-1'), ['montantNul']],
  ['one cent', montant('0,01'), []],
  ['two decimals', montant('27450,55'), []],
  ['three decimals', montant('27450,555'), ['montantDecimales']],
  ['two meanings', montant('27.450'), ['montantAmbigu']],
  ['the highest package', montant('38 565,00'), []],
  ['the profile’s ceiling', montant(plafond(0)), []],
  ['a cent over', montant(plafond(1)), ['montantPlafond']],
  ['equal to the purchase order', montant('27 450,00', '27450'), []],
  ['a cent under', montant('27 449,99', '27450'), []],
  ['a cent over the purchase order', montant('27 450,01', '27450'), ['montantSuperieurCommande']],
  ['a purchase order that cannot be read', montant('27 450,00', 'x'), ['montantCommandeIllisible']],
  ['a purchase order of two meanings', montant('27 450,00', '27.450'), ['montantCommandeIllisible']],
]
test.each(montants)('[format §3 montantSegurHTFacture] %s', (_, overrides, regles) => {
  expect(reglesOf(overrides)).toEqual(regles)
})

const beneficiaires: Cases = [
  ['none', { beneficiaires: [] }, ['beneficiairesManquants']],
  ['one', { beneficiaires: ['750712184'] }, []],
  ['eight digits', { beneficiaires: ['75071218'] }, ['beneficiaireFormat']],
  ['ten digits', { beneficiaires: ['7507121840'] }, ['beneficiaireFormat']],
  ['a wrong key is only an alerte', { beneficiaires: ['750712183'] }, ['beneficiaireCle']],
  ['Corsica, any key', { beneficiaires: ['2A0000014', '2b0000015'] }, []],
  ['2C is nowhere', { beneficiaires: ['2C0000014'] }, ['beneficiaireFormat']],
  ['twice', { beneficiaires: ['750712184', ' 750712184'] }, ['beneficiaireDouble']],
  ['twice, letter case aside', { beneficiaires: ['2A0000014', '2a0000014'] }, ['beneficiaireDouble']],
  ['a space alone in the entry field', { beneficiairesEnCours: ' ', identDMPEnCours: ' ' }, []],
  ['one still being typed', { beneficiairesEnCours: '7507' }, ['beneficiairesEnCours']],
]
test.each(beneficiaires)('[format §3 beneficiaires] %s', (_, overrides, regles) =>
  expect(reglesOf(overrides)).toEqual(regles),
)

test('[format §3 beneficiaires] each finding names the item that it is about', () => {
  const constats = constatsOf({ beneficiaires: ['750712184', 'x', '750712184', '750712183'] })
  expect(constats.flatMap(({ regle, rangs }) => rangs.map((rang) => [regle, rang]))).toEqual([
    ['beneficiaireFormat', 1],
    ['beneficiaireDouble', 2],
    ['beneficiaireCle', 3],
  ])
})

describe('pièces', () => {
  const facture = exemplePieces.FACTURE ?? expect.fail('the example has its pièces')
  const withFacture = (overrides: Partial<Piece>) =>
    reglesOf({ pieces: { ...exemplePieces, FACTURE: { ...facture, ...overrides } } })

  test('[format §3 piecesJustificatives] one FACTURE and one VA are asked for', () => {
    const missing = (pieces: Demande['pieces']) => constatsOf({ pieces }).map(({ regle, champ }) => [regle, champ])
    expect(missing({ FACTURE: null, VA: null })).toEqual([
      ['pieceManquante', 'FACTURE'],
      ['pieceManquante', 'VA'],
    ])
    expect(missing({ ...exemplePieces, VA: null })).toEqual([['pieceManquante', 'VA']])
    expect(missing({ ...exemplePieces, FACTURE: null })).toEqual([['pieceManquante', 'FACTURE']])
  })

  const around = 'BIO-SGL-Val-FACTURE-.pdf'.length
  test('[format §3 nomFichier] 49 characters pass, 50 do not', () => {
    const nomOf = (length: number) => reglesOf({ numeroEditeur: '1'.repeat(length - around) })
    expect(nomOf(longueurs.nomFichierMax)).toEqual(['numeroEditeurLongueur'])
    expect(nomOf(longueurs.nomFichierMax + 1)).toEqual(['numeroEditeurLongueur', 'nomFichierLongueur'])
    expect(longueurs.nomFichierMax).toBe(49)
  })

  test.each<[FormatFichier, string[]]>([
    ['PDF', []],
    ['PNG', []],
    ['JPG', []],
    ['XML', ['pieceXml']],
  ])('[format §3 formatFichier] %s', (formatFichier, regles) => {
    expect(withFacture({ formatFichier })).toEqual(regles)
  })

  test.each<[number, string[]]>([
    [profil.pieceTaillePrudente, []],
    [profil.pieceTaillePrudente + 1, ['pieceTailleProche']],
    [3_000_000, []],
    [3_000_001, ['pieceTailleProche']],
    [profil.pieceTailleMax, ['pieceTailleProche']],
    [profil.pieceTailleMax + 1, ['pieceTaille']],
    [3_145_728, ['pieceTailleProche']],
    [3_145_729, ['pieceTaille']],
  ])('[format §3 taille d’une pièce] of %d bytes', (taille, regles) => {
    expect(withFacture({ taille })).toEqual(regles)
  })

  test.each<[Piece['remarques'][number], string]>([
    ['repare', 'pieceRepare'],
    ['octetsAvant', 'pieceOctetsAvant'],
    ['restrictions', 'pieceRestrictions'],
    ['extension', 'pieceExtension'],
  ])('[format §3 contenu d’une pièce] noticed «%s» is the alerte %s', (remarque, regle) => {
    expect(withFacture({ remarques: [remarque] })).toEqual([regle])
  })
})

const non = { isDirectToDMP: false, isDirectToMSSPro: false, isDirectToMSSCitoyen: false }
const oui = (adresseBoiteMSSPro: string) => ({ adresseBoiteMSSPro })
const scenario: Cases = [
  ['[format §3 isDirectToDMP] not answered', { isDirectToDMP: null }, ['isDirectToDMPManquant']],
  ['[format §3 isDirectToMSSPro] not answered', { isDirectToMSSPro: null }, ['isDirectToMSSProManquant']],
  ['[format §3 isDirectToMSSCitoyen] not answered', { isDirectToMSSCitoyen: null }, ['isDirectToMSSCitoyenManquant']],
  ['[format §3 isDirectToDMP] three times «non»', non, ['scenarioTroisNon']],
  ['[format §3 isDirectToDMP] once «oui»', { ...non, isDirectToMSSPro: true }, []],
  ['[format §3 identDMP] «oui» without one', { identDMP: [] }, ['identDMPManquant']],
  ['[format §3 identDMP] «non» asks for none and judges none', { isDirectToDMP: false, identDMP: ['', ''] }, []],
  ['[format §3 identDMP] empty', { identDMP: [' '] }, ['identDMPLongueur']],
  ['[format §3 identDMP] one character', { identDMP: ['1'] }, []],
  ['[format §3 identDMP] 249', { identDMP: ['1'.repeat(longueurs.identDMPMax)] }, []],
  ['[format §3 identDMP] 249 code points', { identDMP: [astral.repeat(longueurs.identDMPMax)] }, []],
  ['[format §3 identDMP] 250', { identDMP: ['1'.repeat(longueurs.identDMPMax + 1)] }, ['identDMPLongueur']],
  ['[format §3 identDMP] with its label', { identDMP: ['Identifiant DMP : 12345'] }, ['identDMPForme']],
  ['[format §3 identDMP] words, which the portal takes', { identDMP: ['Labo des Lilas 2', 'Struct_IdNat'] }, []],
  ['[format §3 identDMP] its digits grouped', { identDMP: ['1 690000012'] }, ['identDMPForme']],
  ['[format §3 identDMP] labelled under «non»', { isDirectToDMP: false, identDMP: ['DMP : 1'] }, []],
  ['[format §3 identDMP] signs inside it', { identDMP: ['1.2.250/A-1_2'] }, []],
  ['[format §3 identDMP] twice', { identDMP: ['1', ' 1 '] }, ['identDMPDouble']],
  ['[format §3 identDMP] still being typed', { identDMPEnCours: '2' }, ['identDMPEnCours']],
  ['[format §3 identDMP] still being typed under «non»', { isDirectToDMP: false, identDMPEnCours: '2' }, []],
  ['[format §3 adresseBoiteMSSPro] missing', oui(' '), ['adresseManquante']],
  ['[format §3 adresseBoiteMSSPro] kept under «non», not judged', { isDirectToMSSPro: false, ...oui('x') }, []],
  ['[format §3 adresseBoiteMSSPro] no address', oui('labo@exemple'), ['adresseInvalide']],
  ['[format §3 adresseBoiteMSSPro] 149 characters', oui(`${'a'.repeat(longueurs.adresseMax - 13)}@x.mssante.fr\t`), []],
  [
    '[format §3 adresseBoiteMSSPro] 150',
    oui(`${'a'.repeat(longueurs.adresseMax - 12)}@x.mssante.fr`),
    ['adresseLongueur'],
  ],
  ['[format §3 adresseBoiteMSSPro] a patient’s box', oui('x@patient.mssante.fr'), ['adressePatient']],
  ['[format §3 adresseBoiteMSSPro] outside MSSanté', oui('labo@apicrypt.org'), ['adresseHorsMSS']],
  ['[format §3 adresseBoiteMSSPro] a quote alone', oui('"labo@exemple.mssante.fr'), ['adresseSignes']],
  ['[format §3 adresseBoiteMSSPro] an equals sign', oui('=labo@exemple.mssante.fr'), ['adresseSignes']],
  ['[format §3 adresseBoiteMSSPro] two points', oui('la..bo@exemple.mssante.fr'), ['adresseSignes']],
  ['[format §3 adresseBoiteMSSPro] an accent', oui('secrétariat@exemple.mssante.fr'), ['adresseSignes']],
  ['[format §3 adresseBoiteMSSPro] a Cyrillic а', oui('l\u0430bo@exemple.mssante.fr'), ['adresseSignes']],
  ['[format §3 adresseBoiteMSSPro] a name around it', oui('Labo <labo@exemple.mssante.fr>;'), []],
  ['[format §3 adresseBoiteMSSPro] a sign nobody sees', oui('labo\u200b@exemple.mssante.fr'), []],
  ['[format §3 adresseBoiteMSSCitoyen] missing', { isDirectToMSSCitoyen: true }, ['adresseManquante']],
  [
    '[format §3 adresseBoiteMSSCitoyen] a patient’s box',
    { isDirectToMSSCitoyen: true, adresseBoiteMSSCitoyen: 'x@patient.mssante.fr' },
    ['adressePatient'],
  ],
]
test.each(scenario)('%s', (title, overrides, regles) => {
  const constats = constatsOf(overrides)
  expect(constats.map(({ regle }) => regle)).toEqual(regles)
  for (const { champ } of constats) expect(title).toContain(`[format §3 ${champ}]`)
})

test('an unfilled demande lacks everything it must have, whatever else is wrong', () => {
  const nothing = exampleDemande({
    numeroASP: '',
    numeroEditeur: '',
    dateFacture: '',
    montantSegurHTFacture: '',
    beneficiaires: [],
    identDMP: [],
    adresseBoiteMSSPro: '',
    isDirectToMSSCitoyen: null,
    pieces: { FACTURE: null, VA: null },
  })
  const constats = checkDemande(nothing, entete)
  expect(constats).toHaveLength(10)
  expect(constats.every(({ manque, gravite }) => manque && gravite === 'erreur')).toBe(true)
})

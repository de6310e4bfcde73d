import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFichier } from './readFichier'
import { keepRejetees, type LigneRetour } from './retour'
import { matchRetour, type LigneConnue } from './retourMatch'
import { placeOf } from './retourPlace'

const readRetours = (lignes: object[]) => {
  const lecture = readFichier(JSON.stringify({ lignesImport: [...lignes, { codeTraitement: 'E1' }] }))
  if (!lecture.ok || lecture.kind !== 'retour') throw new Error('no retour')
  return { ...lecture, retours: lecture.retours.slice(0, -1) }
}

test.each([
  [null, 'Demande acceptée', 'acceptee'],
  [null, ' DEMANDE  ACCEPTÉE. ', 'acceptee'],
  [null, 'demande\u00a0acceptee', 'acceptee'],
  [null, 'Demande accepte\u0301e', 'acceptee'],
  ['0000', null, 'acceptee'],
  [0, null, 'acceptee'],
  ['0000', 'OK', 'acceptee'],
  [null, 'Demande non acceptée', 'rejetee'],
  [null, 'Demande acceptée sous réserve', 'aVerifier'],
  ['0', null, 'aVerifier'],
  ['0001', null, 'rejetee'],
  [12, 'Montant incorrect', 'rejetee'],
  [null, 'Le SIRET est inconnu', 'rejetee'],
  [null, null, 'sansReponse'],
  ['', 'null', 'sansReponse'],
  [undefined, undefined, 'sansReponse'],
])('[format §7 codeTraitement] code %j and label %j: %s', (codeTraitement, libelleTraitement, issue) => {
  expect(readRetours([{ codeTraitement, libelleTraitement }]).retours[0]?.issue).toBe(issue)
})

test('[format §7 libelleTraitement] a label that says neither for certain is for a person to read', () => {
  for (const libelleTraitement of [
    'Demande accept',
    'Demande validée',
    'Demande n° 3 enregistrée sans réserve',
    'Prise en compte',
    'OK',
    '????????',
    '\ufffd\ufffd\ufffd',
  ])
    expect([libelleTraitement, issueOf(libelleTraitement)]).toEqual([libelleTraitement, 'aVerifier'])
})

test('[format §7 libelleTraitement] a rejection stays one, whatever its accents became', () => {
  for (const libelleTraitement of [
    'Demande rejet\u00c3\u00a9e',
    'Demande non accept?e',
    'Demande refus\ufffde',
    'Demande n’est pas acceptée',
    'Num\u00c3\u00a9ro de dossier inconnu',
    'Date invalide',
    'Numéro éditeur déjà enregistré',
  ])
    expect([libelleTraitement, issueOf(libelleTraitement)]).toEqual([libelleTraitement, 'rejetee'])
})

const issueOf = (libelleTraitement: string) => readRetours([{ libelleTraitement }]).retours[0]?.issue

test('[format §7 libelleTraitement] «Demande acceptée» is accepted in every alphabet it was mistaken for', () => {
  const utf8 = new TextEncoder().encode('Demande acceptée')
  const latin1 = Uint8Array.from('Demande acceptée', (sign) => sign.charCodeAt(0))
  const alphabets = [
    'utf-8',
    'windows-1252',
    'iso-8859-2',
    'iso-8859-5',
    'macintosh',
    'ibm866',
    'koi8-r',
    'windows-1251',
    'iso-8859-15',
  ]
  const wrong = fc
    .tuple(fc.constantFrom(utf8, latin1), fc.constantFrom(...alphabets), fc.integer({ min: 0, max: 2 }))
    .map(([bytes, alphabet, again]) => {
      let text = new TextDecoder(alphabet).decode(bytes)
      for (let turn = 0; turn < again; turn++)
        text = new TextDecoder('windows-1252').decode(new TextEncoder().encode(text))
      return text
    })
  const written = fc.constantFrom(
    '&eacute;',
    '&#233;',
    '&#xE9;',
    '=E9',
    '=C3=A9',
    '%C3%A9',
    '\\u00e9',
    '?',
    '',
    '\ufffd',
    '‚',
    'Ú',
    '├®',
    'e\u0301',
  )
  const libelle = fc.oneof(
    wrong,
    written.map((sign) => `Demande accept${sign}e`),
  )
  const around = fc.tuple(fc.constantFrom('', ' ', '\ufeff'), fc.constantFrom('', '.', ' !', '\u00a0'), fc.boolean())
  fc.assert(
    fc.property(libelle, around, (text, [before, after, capitals]) => {
      expect(issueOf(before + (capitals ? text.toUpperCase() : text) + after)).toBe('acceptee')
    }),
  )
})

test('[format §7] a label is kept word for word', () => {
  const libelleTraitement = 'Le  montant <b>dépasse</b> « 27 450 » !'
  expect(readRetours([{ libelleTraitement }]).retours[0]?.libelleTraitement).toBe(libelleTraitement)
})

test('[guide §1.2] only the rejected demandes are kept to be sent again', () => {
  const { depot } = readRetours([
    { numeroEditeur: '00001', codeTraitement: '0000' },
    { numeroEditeur: '00002', libelleTraitement: 'Date incorrecte' },
    { numeroEditeur: '00003' },
  ])
  expect(keepRejetees(depot).lignes.map(({ numeroEditeur }) => numeroEditeur)).toEqual(['00002', ''])
})

const retour = (numLigne: string, numeroEditeur: string, numeroASP: string): LigneRetour => ({
  rang: 1,
  numLigne,
  numeroEditeur,
  numeroASP,
  issue: 'acceptee',
  codeTraitement: '0000',
  libelleTraitement: '',
})
const connue = (numLigne: number, numeroEditeur: string, numeroASP: string): LigneConnue => ({
  id: `id${numLigne}`,
  numLigne,
  numeroEditeur,
  numeroASP,
})
const connues = [
  connue(1, '00001', 'FINBIO000001'),
  connue(2, '00002', 'FINBIO000002'),
  connue(3, '0000a', 'FINBIO000003'),
]

test.each<[string, LigneRetour, string | null]>([
  ['both numbers, whatever numLigne says', retour('1', '00002', 'FINBIO000002'), 'id2'],
  ['letter case and spaces aside', retour('', ' 0000A ', 'finbio000003'), 'id3'],
  ['numeroEditeur alone', retour('', '00002', ''), 'id2'],
  ['numeroASP alone', retour('', '', 'FINBIO000002'), 'id2'],
  ['numeroEditeur, the ASP having corrected the other', retour('1', '00002', 'FINBIO000099'), 'id2'],
  ['nothing when the two numbers point apart', retour('1', '00001', 'FINBIO000002'), null],
  ['numLigne when there is no number', retour('3', '', ''), 'id3'],
  ['nothing by numLigne when a number says otherwise', retour('3', '00099', ''), null],
  ['nothing without any of the three', retour('', '', ''), null],
])('[format §7] an answer is matched by %s', (_, answer, id) => {
  const { trouvees, inconnues } = matchRetour([answer], connues)
  expect(trouvees.map((one) => one.id)).toEqual(id === null ? [] : [id])
  expect(inconnues).toEqual(id === null ? [answer] : [])
})

test('[format §7] the surest matches come first, whatever the order of the answers', () => {
  const [weak, sure] = [retour('', '', 'FINBIO000001'), retour('', '00001', 'FINBIO000001')]
  expect(matchRetour([weak, sure], connues)).toEqual({ trouvees: [{ id: 'id1', retour: sure }], inconnues: [weak] })
})

test('[format §7] numLigne tells apart two demandes of the same ASP number', () => {
  const twice = [connue(1, '00001', 'FINBIO000001'), connue(2, '00002', 'FINBIO000001')]
  const answer = retour('2', '', 'FINBIO000001')
  expect(matchRetour([answer], twice).trouvees).toEqual([{ id: 'id2', retour: answer }])
  expect(matchRetour([retour('', '', 'FINBIO000001')], twice).trouvees).toEqual([])
})

test('[format §7] the same answers give the same matches again; a line twice in the file counts once', () => {
  const answers = [retour('1', '00001', 'FINBIO000001'), retour('1', '00001', 'FINBIO000001')]
  const first = matchRetour(answers, connues)
  expect(first.trouvees).toHaveLength(1)
  expect(first.inconnues).toHaveLength(1)
  expect(matchRetour(answers, connues)).toEqual(first)
})

test.each([
  ['Le montant de la facture est supérieur au bon de commande', 'montantSegurHTFacture'],
  ['montantSegurHTFacture : format incorrect', 'montantSegurHTFacture'],
  ['La date de facture est invalide', 'dateFacture'],
  ['FINESS inconnu : 999999991', 'beneficiaires'],
  ['Le SIRET ne correspond pas', 'SIRET'],
  ['Numéro de référencement ANS inconnu', 'numeroAns'],
  ['NUMEROANS INVALIDE', 'numeroAns'],
  ['Le numéro éditeur n’existe pas', 'numeroEditeur'],
  ['Numéro de dossier ASP inconnu', 'numeroASP'],
  ['L’avance n’est pas payée', 'numeroASP'],
  ['Attestation de vérification d’aptitude manquante', 'VA'],
  ['Facture illisible', 'FACTURE'],
  ['identDMP obligatoire', 'identDMP'],
  ['isDirectToDMP doit être un booléen', 'isDirectToDMP'],
  ['numeroAns et SIRET incohérents', null],
  ['Adresse de la boîte MSS Pro absente', 'adresseBoiteMSSPro'],
  ['SIRET et FINESS incohérents', null],
  ['Erreur technique', null],
  ['', null],
])('[format §7] «%s» speaks of %s', (libelle, place) => {
  expect(placeOf(libelle)).toBe(place)
})

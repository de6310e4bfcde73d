import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LigneLue } from './depotLu'
import { showReprise } from './rapport'
import { readFichier } from './readFichier'
import { showMessage } from './message'
import { bornes, showRefus } from './refus'

const exemple = readFileSync(new URL('./exemple-guide.json', import.meta.url), 'utf8')
type Bag = Record<string, unknown>
const exempleLigne = (JSON.parse(exemple) as { lignesImport: [Bag] }).lignesImport[0]

/** The example with parts of its only demande replaced; undefined leaves a tag out. */
const withLigne = (overrides: Bag, entete: Bag = {}) =>
  JSON.stringify({ ...(JSON.parse(exemple) as Bag), lignesImport: [{ ...exempleLigne, ...overrides }], ...entete })

function read(text: string) {
  const lecture = readFichier(text)
  if (!lecture.ok) throw new Error(showMessage(showRefus(lecture)))
  return { ...lecture, told: lecture.rapport.reprises.map(showReprise).join('\n') }
}
const readLigne = (overrides: Bag) => {
  const { depot, told } = read(withLigne(overrides))
  return { ligne: depot.lignes[0] as LigneLue, told }
}

test('[format §7] reads the guide’s example as a deposit, with nothing to mend', () => {
  const { kind, depot, rapport } = read(exemple)
  expect(kind).toBe('depot')
  expect(rapport).toEqual({ reprises: [], inconnues: [] })
  expect(depot).toMatchObject({ numeroAns: '1234567890', SIRET: '73282932000074', vague: 'Val' })
  expect(depot.lignes).toEqual([
    {
      rang: 1,
      numLigne: '1',
      numeroASP: 'FINBIO000006',
      numeroEditeur: '00001',
      dateFacture: '15/03/2023',
      montantSegurHTFacture: '27450.00',
      dateCommande: '',
      montantSegurHTCommande: '',
      beneficiaires: ['999999991', '999999992', '999999993'],
      piecesJustificatives: exempleLigne.piecesJustificatives,
      ...(exempleLigne.scenarioInstallation as Bag),
      adresseBoiteMSSCitoyen: '',
      codeTraitement: '',
      libelleTraitement: '',
    },
  ])
})

test.each([
  ['42', 'sansLignesImport'],
  ['"lignesImport"', 'sansLignesImport'],
  ['null', 'sansLignesImport'],
  ['[]', 'sansLignesImport'],
  ['{}', 'sansLignesImport'],
  ['{"lignesImport": "non"}', 'sansLignesImport'],
  ['{"lignesImport": 3}', 'sansLignesImport'],
  [withLigne({ numeroASP: 'FINRIS000006' }), 'autreCouloir'],
  [JSON.stringify({ lignesImport: Array.from({ length: bornes.demandes + 1 }, () => null) }), 'tropDeDemandes'],
  ['<xml/>', 'pasDuJson'],
  ['', 'vide'],
])('[format §7] refuses by name (case %#)', (text, raison) => {
  const lecture = readFichier(text)
  expect(lecture).toMatchObject({ ok: false, raison })
  if (lecture.ok) return
  const { faute, remede } = showRefus(lecture)
  for (const line of [faute, remede]) expect(line).toMatch(/^.+\.$/)
})

test('[format §7] names the other couloir; one foreign number among others is left to the checks', () => {
  expect(readFichier(withLigne({ numeroASP: 'finris000006' }))).toMatchObject({ prefixe: 'FINRIS' })
  const mixed = { lignesImport: [exempleLigne, { ...exempleLigne, numeroASP: 'FINRIS000006' }] }
  expect(read(JSON.stringify(mixed)).depot.lignes[1]?.numeroASP).toBe('FINRIS000006')
})

const recase = (text: string, change: (name: string) => string) =>
  text.replace(/"([A-Za-z]+)":/g, (_, name: string) => `"${change(name)}":`)

test.each<[string, (name: string) => string]>([
  ['lower case', (name) => name.toLowerCase()],
  ['capitals', (name) => name.toUpperCase()],
  ['underscores', (name) => name.replace(/(?=[A-Z])/g, '_')],
  [
    'the OCR’s misreadings',
    (name) =>
      ({
        impId: 'impld',
        lignesImport: 'lignesimport',
        piecesJustificatives: 'pieceslustificatives',
        nomFichier: 'nomPFichier',
      })[name] ?? name,
  ],
])('[format §7] reads tags in %s, and tells it', (_, change) => {
  const { depot, rapport, told } = read(recase(exemple, change))
  expect(depot).toEqual(read(exemple).depot)
  expect(rapport.inconnues).toEqual([])
  expect(told).toContain('est lue comme lignesImport.')
})

const { facture, scenarioInstallation, ...rest } = exempleLigne
test.each<[string, Bag]>([
  ['flat', { ...rest, ...(facture as Bag), ...(scenarioInstallation as Bag) }],
  ['in lists of one', { ...rest, facture: [facture], scenarioInstallation: [scenarioInstallation] }],
  ['in blocks of other names', { bloc1: { ...rest }, bloc2: { bloc3: { ...(facture as Bag) }, scenarioInstallation } }],
])('[format §7] reads blocks that are %s', (_, ligne) => {
  expect(read(JSON.stringify({ ...(JSON.parse(exemple) as Bag), lignesImport: [ligne] })).depot).toEqual(
    read(exemple).depot,
  )
})

test('[format §7] demandes under names instead of a list are all read, in their order', () => {
  const [first, second] = ['00001', '00002'].map((numeroEditeur) => ({ ...exempleLigne, numeroEditeur }))
  for (const lignesImport of [{ 0: first, 1: second }, { ligneImport: [first, second] }]) {
    const { depot, told } = read(JSON.stringify({ lignesImport }))
    expect(depot.lignes.map(({ numeroEditeur }) => numeroEditeur)).toEqual(['00001', '00002'])
    expect(told).toContain('pas dans une liste')
  }
})

test('[format §7] a demande alone instead of a list, or a file in a list of one, is read, and the first is told', () => {
  const alone = read(JSON.stringify({ lignesImport: exempleLigne }))
  expect(alone.depot.lignes).toEqual(read(exemple).depot.lignes)
  expect(alone.told).toContain('n’était pas dans une liste')
  expect(read(`[${exemple}]`).depot).toEqual(read(exemple).depot)
})

test('[format §7] unknown tags are named with their place, and ignored', () => {
  const { rapport, depot } = read(withLigne({ contact: { nom: 'x' }, note: 1 }, { ['__proto__x']: 1 }))
  expect(rapport.inconnues).toEqual([
    '__proto__x',
    'lignesImport.contact',
    'lignesImport.contact.nom',
    'lignesImport.note',
  ])
  expect(depot).toEqual(read(exemple).depot)
})

test('[format §7] a tag __proto__ is unknown and changes nothing', () => {
  const { rapport } = read(exemple.replace('"impId": null', '"__proto__": {"numeroAns": "x"}, "constructor": 1'))
  expect(rapport.inconnues).toEqual(['__proto__', 'constructor'])
  expect({}).not.toHaveProperty('numeroAns')
})

test('[format §7] of a tag that stands twice the last counts, and it is told', () => {
  const { depot, told } = read(exemple.replace('"numeroASP"', '"numeroEditeur": "99999", "numeroASP"'))
  expect(depot.lignes[0]?.numeroEditeur).toBe('00001')
  expect(told).toBe('Demande n° 1 – la balise numeroEditeur s’y trouve deux fois : la dernière est lue.')
})

test.each<[string, string, string]>([
  ['27450', '27450.00', ''],
  ['27450.5', '27450.50', ''],
  ['27450.000', '27450.00', ''],
  ['27.45', '27.45', ''],
  ['2.745e4', '27450.00', ''],
  ['2745000E-2', '27450.00', ''],
  ['5e-2', '0.05', ''],
  ['-27450', '-27450.00', ''],
  ['1e400', '1e400', ''],
  ['27450.005', '27450.005', ''],
  ['9007199254740993', '9007199254740993', ''],
  ['"27450,00"', '27450,00', 'était un texte'],
  ['"27 450.00 €"', '27 450.00 €', 'était un texte'],
  ['["27450.00"]', '27450.00', 'seule dans une liste'],
  ['"null"', '', '« null »'],
  ['null', '', ''],
  ['true', 'true', 'n’était pas un texte'],
  ['{"HT": 1}', '', 'n’est pas lue'],
  ['"vingt mille"', 'vingt mille', 'était un texte'],
])('[format §7 montantSegurHTFacture] %s is read as «%s»', (literal, text, mend) => {
  const { depot, told } = read(exemple.replace('27450.00', literal))
  expect(depot.lignes[0]?.montantSegurHTFacture).toBe(text)
  expect(told).toContain(mend)
  expect(told === '').toBe(mend === '')
})

test('[guide §3.2] of several invoices in one demande none is taken: one alone would be a wrong amount', () => {
  const { ligne, told } = readLigne({ facture: [facture, facture] })
  expect(ligne).toMatchObject({ dateFacture: '', montantSegurHTFacture: '' })
  expect(told).toContain('plusieurs blocs facture')
})

test.each<[unknown, boolean | null, string]>([
  ['true', true, '« oui »'],
  ['FALSE', false, '« non »'],
  ['Oui', true, '« oui »'],
  [0, false, '« non »'],
  ['null', null, '« null »'],
  [null, null, ''],
  ['', null, ''],
  [undefined, null, ''],
  ['peut-être', null, 'ni oui ni non'],
  [{}, null, 'ni oui ni non'],
])('[format §7 isDirectToDMP] %j is read as %j', (value, answer, mend) => {
  const { ligne, told } = readLigne({
    scenarioInstallation: { ...(scenarioInstallation as Bag), isDirectToDMP: value },
  })
  expect(ligne.isDirectToDMP).toBe(answer)
  expect(told).toContain(mend)
})

test.each<[string, unknown, string[]]>([
  ['texts', ['999999991', ' 2a9999999 '], ['999999991', '2a9999999']],
  ['numbers, a lost zero left lost', [10003820, 999999991], ['10003820', '999999991']],
  ['objects', [{ FINESSGeo: '999999991' }, { finess: 999999992 }], ['999999991', '999999992']],
  ['structures', { structure: { FINESSGeo: '999999991', FINESSJuridique: '1', nom: 'Labo' } }, ['999999991']],
  ['a list of structures', [{ structure: { FINESSGeo: '999999991' } }], ['999999991']],
  ['a structure with a list', { structure: { FINESSGeo: ['999999991', '999999992'] } }, ['999999991', '999999992']],
  ['objects of another name', [{ numero: '999999991' }], ['999999991']],
  ['one text', '999999991', ['999999991']],
  ['one text of several', '999999991, 999999992;10003820', ['999999991', '999999992', '10003820']],
  ['a sentence, kept whole', 'voir annexe', ['voir annexe']],
  ['a number', 999999991, ['999999991']],
  ['nothing', null, []],
  ['empty texts', ['', null], []],
])('[format §7 beneficiaires] reads %s', (_, value, texts) => {
  expect(readLigne({ beneficiaires: value }).ligne.beneficiaires).toEqual(texts)
})

test('[format §7 numeroEditeur] a number is kept as it stands, without zeros of ours', () => {
  const { ligne, told } = readLigne({ numeroEditeur: 1 })
  expect(ligne.numeroEditeur).toBe('1')
  expect(told).toContain('sans rien y ajouter')
})

test.each<[unknown, unknown]>([
  [
    ['a', 'null', 3],
    ['a', 'null', '3'],
  ],
  ['a', ['a']],
  [null, []],
  ['', []],
])('[format §7 identDMP] %j is read as %j', (value, list) => {
  const { ligne } = readLigne({ scenarioInstallation: { ...(scenarioInstallation as Bag), identDMP: value } })
  expect(ligne.identDMP).toEqual(list)
})

test.each<[string, unknown, unknown]>([
  ['names alone', ['a.pdf'], [{ nomFichier: 'a.pdf', formatFichier: '', typeFichier: '' }]],
  [
    'one object',
    { nomFichier: 'a.pdf', typeFichier: 'VA' },
    [{ nomFichier: 'a.pdf', formatFichier: '', typeFichier: 'VA' }],
  ],
  [
    'odd elements',
    [3, true, null, [], { nomFichier: 'a.pdf' }],
    [{ nomFichier: 'a.pdf', formatFichier: '', typeFichier: '' }],
  ],
  ['nothing', undefined, []],
])('[format §7 piecesJustificatives] reads %s', (_, value, pieces) => {
  expect(readLigne({ piecesJustificatives: value }).ligne.piecesJustificatives).toEqual(pieces)
})

test('[format §4] learns the wave word of the names when they agree, in any letter case', () => {
  const vagueOf = (...noms: string[]) =>
    read(withLigne({ piecesJustificatives: noms.map((nomFichier) => ({ nomFichier })) })).depot.vague
  expect(vagueOf('BIO-SGL-VA1-FACTURE-00001.pdf', 'BIO-SGL-Va1-VA-00001.pdf')).toBe('Va1')
  expect(vagueOf('BIO-SGL-val-FACTURE-00001.pdf', 'scan.pdf')).toBe('Val')
  expect(vagueOf('BIO-SGL-Val-FACTURE-00001.pdf', 'BIO-SGL-Va1-VA-00001.pdf')).toBe(null)
  expect(vagueOf('scan.pdf')).toBe(null)
})

test('[format §7] one odd line never spoils the rest', () => {
  const { depot, told } = read(JSON.stringify({ lignesImport: [null, 3, exempleLigne, 'x', []] }))
  expect(depot.lignes.map(({ rang }) => rang)).toEqual([3])
  expect(told).toBe('Demandes n° 1 à 2 et 4 à 5 – ce n’est pas un bloc de balises : cette ligne n’est pas lue.')
})

test('[format §2] a typeAction or lienCompteRendu that will be written otherwise is told', () => {
  const { told } = readLigne({ typeAction: 'M', lienCompteRendu: 'https://…' })
  expect(told).toContain('typeAction')
  expect(told).toContain('lienCompteRendu')
})

test('[format §7] a report stays short, whatever the file', () => {
  const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`x${index}`.padEnd(500, 'y'), 1]))
  const { inconnues } = read(withLigne(many)).rapport
  const odd = Array.from({ length: 1000 }, (_, index) => ({ isDirectToDMP: `x${index}` }))
  expect(read(JSON.stringify({ lignesImport: odd })).rapport.reprises.length).toBeLessThan(210)
  expect(inconnues).toHaveLength(100)
  expect(Math.max(...inconnues.map((name) => name.length))).toBeLessThan(100)
})

test.each<[string, string]>([
  ['depot', exemple],
  ['retour', withLigne({ codeTraitement: '0000' })],
  ['retour', withLigne({ libelleTraitement: 'Montant incorrect' })],
  ['retour', '{"lignesImport":[{"numeroEditeur":"00001","libelleTraitement":"Demande acceptée"}]}'],
  ['depot', withLigne({ codeTraitement: '', libelleTraitement: 'null' })],
  ['depot', withLigne({ numeroASP: undefined, facture: { dateFacture: 'hier', montantSegurHTFacture: 'abc' } })],
  ['avance', withLigne({ facture: undefined, commande: { dateCommande: '01/02/2023', montantSegurHT: 30000 } })],
  ['depot', withLigne({ commande: { dateCommande: '01/02/2023', montantSegurHTCommande: 30000 } })],
  ['modele', '{"lignesImport": []}'],
  ['modele', '{"lignesImport": null}'],
  ['modele', '{"lignesImport": [{}]}'],
  [
    'modele',
    '{"numeroAns":"string","lignesImport":[{"numLigne":1,"numeroASP":"FINBIOxxxxxx","numeroEditeur":"string","facture":{"dateFacture":"JJ/MM/AAAA","montantSegurHTFacture":0.00},"beneficiaires":["string"],"codeTraitement":"string","libelleTraitement":"..."}]}',
  ],
])('[format §7] recognises a %s by its content (case %#)', (kind, text) => {
  expect(read(text).kind).toBe(kind)
})

test('[format §7] any JSON value or text gives a result and never throws', () => {
  const results = (text: string) => {
    expect(typeof readFichier(text).ok).toBe('boolean')
  }
  fc.assert(fc.property(fc.string(), results))
  fc.assert(fc.property(fc.json(), results))
  const tag = fc.constantFrom(
    'lignesImport',
    'SIRET',
    ...Object.keys(exempleLigne),
    'dateFacture',
    'isDirectToDMP',
    'identDMP',
    'FINESSGeo',
  )
  const { odd } = fc.letrec((tie) => ({
    odd: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(null, true, '', 'null', '0000', 3, 1e21, -0.5),
      fc.array(tie('odd'), { maxLength: 3 }),
      fc.dictionary(tag, tie('odd'), { maxKeys: 5 }),
    ),
  }))
  fc.assert(
    fc.property(odd, (value) =>
      results(JSON.stringify({ lignesImport: [value, { ...exempleLigne, facture: value }] })),
    ),
  )
  fc.assert(fc.property(odd, (value) => results(JSON.stringify({ lignesImport: value }))))
})

test('[format §7] a cut file is refused wherever it is cut', () => {
  for (let length = 0; length < exemple.trimEnd().length; length += 7)
    expect(readFichier(exemple.slice(0, length))).toMatchObject({ ok: false })
})

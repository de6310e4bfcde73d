import { createHash } from 'node:crypto'
import { Zip, ZipPassThrough, zipSync, type Zippable } from 'fflate'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exampleDemande, exampleDossier } from '../dossier/example'
import { toFichier } from '../dossier/toFichier'
import type { Fichier } from '../format/fichier'
import { absentesOf } from '../format/modele'
import { profil } from '../format/profil'
import { readFichierModele } from '../format/readFichier'
import { cleanValeur } from '../format/texte'
import { writeFichier } from '../format/write'
import type { PieceDuZip } from './depot'
import { checkJson, checkTaille, checkZip } from './readBack'
import { zipPieces } from '../zip/zipPieces'

const fichier = toFichier(
  exampleDossier({
    demandes: [
      exampleDemande(),
      exampleDemande({ numeroEditeur: '00002', numeroASP: 'FINBIO000007', isDirectToDMP: false, identDMP: [] }),
      exampleDemande({ numeroEditeur: '00003', identDMP: ['a "b" \\ é 😀', 'null'], montantSegurHTFacture: '0,10' }),
    ],
  }),
)
const text = writeFichier(fichier)
const [first, second, third] = fichier.lignesImport as [
  Fichier['lignesImport'][0],
  Fichier['lignesImport'][0],
  Fichier['lignesImport'][0],
]
const written = (...lignesImport: Fichier['lignesImport'][0][]) => writeFichier({ ...fichier, lignesImport })

test('[format §2] a JSON as it was to be written has no écart', () => {
  expect(checkJson(text, fichier)).toEqual([])
})

test('[format §2] whatever was typed where any text may be, a right JSON has no écart', () => {
  const odd = fc.constantFrom(
    'a',
    '0',
    ' ',
    '"',
    '\\',
    '/',
    'é',
    '😀',
    '\ud800',
    '\u2028',
    '\u00a0',
    '\ufeff',
    '\t',
    '\0',
  )
  const typed = fc.string({ unit: odd, minLength: 1, maxLength: 12 }).map((ident) => cleanValeur(ident) || 'null')
  const sign = fc.constantFrom('0', '9', 'A', 'z', '!', '#', '%', '&', '.', ';', '=', '@', '[', ']', '{', '}', '~')
  const fits = fc.string({ unit: sign, minLength: 5, maxLength: 5 })
  fc.assert(
    fc.property(fc.array(typed, { maxLength: 5 }), fits, (identDMP, numeroEditeur) => {
      const scenarioInstallation = { ...first.scenarioInstallation, identDMP }
      const any = { ...fichier, lignesImport: [{ ...first, numeroEditeur, scenarioInstallation }] }
      expect(checkJson(writeFichier(any), any)).toEqual([])
    }),
  )
})

test.each<[string, string, string[]]>([
  ['another amount', text.replace('27450.00', '27450.01'), ['demande n° 1 (montantSegurHTFacture)']],
  ['an amount in text', text.replace('27450.00', '"27450.00"'), ['forme du JSON']],
  [
    'a demande missing at the end',
    written(first, second),
    ['nombre de demandes', expect.stringContaining('n° 3 (numLigne')],
  ],
  ['a demande too many', written(first, second, third, first), ['nombre de demandes']],
  [
    'two demandes in another order',
    written(second, first, third),
    [expect.stringContaining('n° 1'), expect.stringContaining('n° 2')],
  ],
  ['another numLigne', text.replace('"numLigne": 2', '"numLigne": 3'), ['demande n° 2 (numLigne)']],
  ['another ANS number', text.replace('1234567890', '1234567891'), ['numeroAns']],
  ['another SIRET', text.replace('73282932000074', '73282932000075'), ['SIRET']],
  ['another date', text.replace('15/03/2023', '16/03/2023'), ['demande n° 1 (dateFacture)']],
  ['a bénéficiaire less', text.replace(/"999999991",\s*/, ''), ['demande n° 1 (beneficiaires)']],
  ['a pièce renamed', text.replace('VA-00002.pdf', 'VA-00002.png'), ['demande n° 2 (piecesJustificatives)']],
  ['an address lost', text.replace('"labo@exemple.mssante.fr"', 'null'), ['demande n° 1 (adresseBoiteMSSPro)']],
  ['another answer', text.replace('"isDirectToDMP": false', '"isDirectToDMP": true'), ['demande n° 2 (isDirectToDMP)']],
  ['another typeAction', text.replace('"typeAction": "C"', '"typeAction": "M"'), ['forme du JSON']],
  ['a tag of its own', text.replace('"impId"', '"autre": 1, "impId"'), ['forme du JSON']],
  ['a tag spelled otherwise', text.replace('"impId"', '"impID"'), ['forme du JSON']],
  ['its end cut off', text.slice(0, -3), ['JSON illisible']],
])('[format §2] a JSON with %s is told', (_, changed, expected) => {
  expect(changed).not.toBe(text)
  expect(checkJson(changed, fichier)).toEqual(expected)
})

function modeleOf(shape: unknown) {
  const lu = readFichierModele(JSON.stringify(shape))
  if (!lu.ok) throw new Error(lu.raison)
  return lu.modele
}

const ligneModele = {
  contact: { telephone: '' },
  NUMEROEDITEUR: '',
  numeroASP: '',
  montantSegurHTFacture: 0,
  beneficiaires: [{ structure: { FINESSGeo: '' } }],
  piecesJustificatives: [{ typeFichier: '', nomFichier: '' }],
  isDirectToDMP: true,
}

test('[format §7] in a modèle’s shape the values are compared all the same, and tags that it lacks are not looked for', () => {
  const modele = modeleOf({ numeroAns: '', lignesImport: [ligneModele] })
  expect(absentesOf(modele)).toEqual(
    expect.arrayContaining(['SIRET', 'numLigne', 'dateFacture', 'formatFichier', 'identDMP']),
  )
  const shaped = writeFichier(fichier, modele, { 'lignesImport.contact.telephone': '0102030405' })
  expect(shaped).toContain('0102030405')
  expect(checkJson(shaped, fichier, modele)).toEqual([])
  const changes: [string, string, string][] = [
    ['27450.00', '27450.01', 'demande n° 1 (montantSegurHTFacture)'],
    ['FACTURE-00002', 'FACTURE-00009', 'demande n° 2 (piecesJustificatives)'],
    ['"999999993"', '"999999994"', 'demande n° 1 (beneficiaires)'],
    ['1234567890', '1234567899', 'numeroAns'],
  ]
  for (const [from, to, ecart] of changes) expect(checkJson(shaped.replace(from, to), fichier, modele)).toEqual([ecart])
})

test('[format §3 zip] the zip itself is measured against the limit, headers included', () => {
  expect(checkTaille({ size: profil.zipTailleMax })).toEqual([])
  expect(checkTaille({ size: profil.zipTailleMax + 1 }).join()).toMatch(/209\s715\s201\soctet.*deux dépôts/)
})

const piece = (nomFichier: string, content: Uint8Array<ArrayBuffer>): PieceDuZip => ({
  nomFichier,
  octets: new Blob([content]),
  headers: null,
  relue: false,
  empreinte: createHash('sha256').update(content).digest('hex'),
})
const contents = {
  'BIO-SGL-Val-FACTURE-00001.pdf': Uint8Array.from({ length: 300 }, (_, index) => (index * index) & 0xff),
  'BIO-SGL-Val-VA-00001.pdf': new TextEncoder().encode('attestation '.repeat(30)),
}
const [facture, va] = Object.entries(contents).map(([nom, content]) => piece(nom, content)) as [PieceDuZip, PieceDuZip]
const attendues = [facture, va]

const zipped = async (...pieces: PieceDuZip[]) =>
  new Uint8Array(await (await zipPieces(pieces, () => undefined)).zip.arrayBuffer())
const check = (bytes: Uint8Array<ArrayBuffer>) => checkZip(new Blob([bytes]), attendues, () => undefined)
const sound = await zipped(...attendues)
const place = (what: string, from = 0) => Buffer.from(sound).indexOf(what, from, 'latin1')
const bytesAt = (at: number, ...values: number[]) => {
  const bytes = Uint8Array.from(sound)
  bytes.set(values, at)
  return bytes
}
const directory = place('PK\x01\x02')
const start = facture.nomFichier.length + 30

/** As a streaming writer makes it: sizes and CRC behind each content. */
function withDescriptors() {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  for (const [name, content] of Object.entries(contents)) {
    const entry = new ZipPassThrough(name)
    zip.add(entry)
    entry.push(content, true)
  }
  zip.end()
  return Uint8Array.from(Buffer.concat(chunks))
}

test('[format §5] a zip as it was to be written has no écart, progress grows up to 1', async () => {
  const shares: number[] = []
  expect(await checkZip(new Blob([sound]), attendues, (share) => shares.push(share))).toEqual([])
  expect(shares).toEqual([0.5, 1])
  expect(await check(Uint8Array.from(zipSync(contents, { level: 0 })))).toEqual([])
})

const nomFacture = facture.nomFichier
const nomVa = va.nomFichier
const deflated: Zippable = { ...contents, [nomVa]: [contents['BIO-SGL-Val-VA-00001.pdf'], { level: 9 }] }

test.each<[string, Uint8Array<ArrayBuffer>, string[]]>([
  ['a renamed entry', await zipped(facture, { ...va, nomFichier: 'BIO-SGL-Val-VA-00002.pdf' }), [nomVa]],
  ['entries in another order', await zipped(va, facture), [nomFacture, nomVa]],
  ['an entry missing', await zipped(facture), ['nombre de pièces', 'taille du zip', nomVa]],
  ['an entry too many', await zipped(facture, va, { ...va, nomFichier: 'x' }), ['nombre de pièces', 'taille du zip']],
  ['other bytes under a right CRC', await zipped(facture, piece(nomVa, new Uint8Array(360))), [nomVa]],
  ['one byte changed', bytesAt(start, ((sound[start] ?? 0) + 1) & 0xff), [nomFacture]],
  ['another CRC in a local header', bytesAt(14, 1, 2, 3, 4), [nomFacture]],
  ['another name in a local header', bytesAt(30, 0x62), [nomFacture]],
  ['no sizes and CRC in a local header', bytesAt(14, ...Array<number>(12).fill(0)), [nomFacture]],
  ['another method in a local header', bytesAt(8, 8), [nomFacture]],
  ['a descriptor announced in a local header', bytesAt(6, 8), [nomFacture]],
  ['another name in the directory', bytesAt(directory + 46, 0x62), [nomFacture]],
  ['an entry deflated', Uint8Array.from(zipSync(deflated, { level: 0 })), ['taille du zip', nomVa]],
  ['data descriptors', withDescriptors(), ['taille du zip', nomFacture, nomVa]],
  [
    'a folder',
    Uint8Array.from(zipSync({ 'd/': new Uint8Array(), ...contents }, { level: 0 })),
    ['nombre de pièces', 'taille du zip', nomFacture, nomVa],
  ],
  ['bytes before it', Uint8Array.from([0, ...sound]), ['zip illisible']],
  ['bytes behind it', Uint8Array.from([...sound, 0]), ['zip illisible']],
  ['its end cut off', sound.slice(0, -30), ['zip illisible']],
  ['nothing in it', new Uint8Array(), ['zip illisible']],
])('[format §5] a zip with %s is told', async (_, bytes, expected) => {
  expect(await check(bytes)).toEqual(expected)
})

const { headers } = await zipPieces(attendues, () => undefined)
const known = attendues.map((one, index) => ({ ...one, headers: headers[index] ?? null, relue: true }))
const checkKnown = (bytes: Uint8Array<ArrayBuffer>) => checkZip(new Blob([bytes]), known, () => undefined)

test('[format §5] pièces that were read back before are held against their headers', async () => {
  expect(await checkKnown(sound)).toEqual([])
  expect(await checkKnown(bytesAt(14, 1, 2, 3, 4))).toEqual([nomFacture])
  expect(await checkKnown(bytesAt(directory + 16, 1, 2, 3, 4))).toEqual([nomFacture])
  expect(await checkKnown(bytesAt(30, 0x62))).toEqual([nomFacture])
  expect(await checkKnown(await zipped(va, facture))).toEqual([nomFacture, nomVa])
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readFichier } from '../format/readFichier'
import { writeFichier } from '../format/write'
import { checkDemande } from './checkDemande'
import type { Entete } from './dossier'
import { emptyDemande } from './dossier'
import { exampleDemande, exampleDossier, exemplePieces } from './example'
import { fromAvance } from './fromAvance'
import { fromFichier } from './fromFichier'
import { toFichier } from './toFichier'

const exemple = readFileSync(new URL('../format/exemple-guide.json', import.meta.url), 'utf8')
const { entete } = exampleDossier({
  numeroAns: '9999999999',
  SIRET: '35600000000048',
  numeroFichier: '007',
  vague: 'Va1',
})

const ids = () => {
  let count = 0
  return () => `id${(count += 1)}`
}

function lire(text: string, base: Entete = entete) {
  const lecture = readFichier(text)
  if (!lecture.ok) throw new Error(lecture.raison)
  return fromFichier(lecture.depot, base, ids())
}
const saisieOf = (change: (text: string) => string) => {
  const [demande = emptyDemande('none')] = lire(change(exemple)).dossier.demandes
  return demande.saisie
}

test('[format §7] the guide’s example comes back to the byte, its pièces attached again', () => {
  const { dossier } = lire(exemple)
  const demandes = dossier.demandes.map((demande) => ({ ...demande, pieces: exemplePieces }))
  expect(writeFichier(toFichier({ ...dossier, demandes }))).toBe(exemple)
  expect(dossier.demandes.map(({ saisie }) => saisie)).toEqual(exampleDossier().demandes.map(({ saisie }) => saisie))
})

test('[format §7] the header is the file’s; date and number of the new deposit are the caller’s', () => {
  expect(lire(exemple).dossier.entete).toEqual({
    ...entete,
    numeroAns: '1234567890',
    SIRET: '73282932000074',
    vague: 'Val',
  })
  expect(lire('{"lignesImport": [{"numeroEditeur": "00001"}]}').dossier.entete).toEqual(entete)
})

test('[format §7] the pièces to look for carry their demande’s id and their type, by the file or by the name', () => {
  const named = (typeFichier: string | null, nomFichier: string) => ({ nomFichier, formatFichier: 'PDF', typeFichier })
  const { attendues } = lire(
    JSON.stringify({
      lignesImport: [
        { numeroEditeur: '00001', piecesJustificatives: [named('facture', 'scan.pdf'), named('', '')] },
        {
          numeroEditeur: '00002',
          piecesJustificatives: [named(null, 'BIO-SGL-Va1-VA-00002.pdf'), named('x', 'y.pdf')],
        },
      ],
    }),
  )
  expect(attendues).toEqual([
    { demande: 'id1', nomFichier: 'scan.pdf', typeFichier: 'FACTURE' },
    { demande: 'id2', nomFichier: 'BIO-SGL-Va1-VA-00002.pdf', typeFichier: 'VA' },
    { demande: 'id2', nomFichier: 'y.pdf', typeFichier: null },
  ])
})

test.each([
  ['27450.00', '27 450,00'],
  ['27.45', '27,45'],
  ['"27450,00"', '27 450,00'],
  ['"27 450.00"', '27 450,00'],
  ['"27.450"', '27.450'],
  ['27450.005', '27450.005'],
  ['"vingt mille"', 'vingt mille'],
  ['null', ''],
])('[format §7 montantSegurHTFacture] %s stands in the field as «%s»', (literal, shown) => {
  expect(saisieOf((text) => text.replace('27450.00', literal)).montantSegurHTFacture).toBe(shown)
})

test.each([
  ['"2023-03-15"', '15/03/2023'],
  ['"2023-03-15T00:00:00"', '15/03/2023'],
  ['15032023', '15/03/2023'],
  ['"2023-03-14T23:00:00Z"', '2023-03-14T23:00:00Z'],
  ['"31/02/2023"', '31/02/2023'],
])('[format §7 dateFacture] %s stands in the field as «%s»', (literal, shown) => {
  expect(saisieOf((text) => text.replace('"15/03/2023"', literal)).dateFacture).toBe(shown)
})

test('[format §7] wrong values are kept and judged, never lost', () => {
  const { dossier } = lire(
    exemple
      .replace('"00001"', '1')
      .replace('27450.00', '"27.450"')
      .replace('15/03/2023', '15/13/2023')
      .replace('"999999991"', '99999')
      .replace('"isDirectToDMP": true', '"isDirectToDMP": "peut-être"'),
  )
  const [demande = emptyDemande('none')] = dossier.demandes
  const regles = checkDemande({ ...demande, pieces: exemplePieces }, { dateDepot: null, vague: 'Val', siret: null })
    .filter(({ gravite }) => gravite === 'erreur')
    .map(({ champ }) => champ)
  expect(new Set(regles)).toEqual(
    new Set(['numeroEditeur', 'montantSegurHTFacture', 'dateFacture', 'beneficiaires', 'isDirectToDMP']),
  )
})

test('[guide §3.2] a deposit that also has its purchase orders keeps their amount as the upper bound', () => {
  const saisie = saisieOf((text) => text.replace('"facture"', '"commande": {"montantSegurHT": 30000}, "facture"'))
  expect(saisie.montantCommande).toBe('30 000,00')
})

test('[format §7] a demande d’avance begins a demande de solde: numbers, FINESS, upper bound', () => {
  const lecture = readFichier(
    JSON.stringify({
      lignesImport: [
        {
          numeroEditeur: '00001',
          numeroASP: 'finbio000006',
          beneficiaires: { structure: { FINESSGeo: '2a0000001' } },
          commande: { dateCommande: '01/02/2023', montantSegurHTCommande: 30000 },
        },
        { numeroEditeur: 2, commande: { montantSegurHTCommande: '12 000,5' } },
      ],
    }),
  )
  if (!lecture.ok || lecture.kind !== 'avance') throw new Error('no avance')
  const empty = emptyDemande('id1')
  expect(fromAvance(lecture.avances, ids())).toEqual([
    {
      ...empty,
      saisie: {
        ...empty.saisie,
        numeroASP: 'FINBIO000006',
        numeroEditeur: '00001',
        beneficiaires: ['2A0000001'],
        montantCommande: '30 000,00',
      },
    },
    { ...emptyDemande('id2'), saisie: { ...empty.saisie, numeroEditeur: '2', montantCommande: '12 000,50' } },
  ])
})

const fromLignes = (lignes: readonly object[]) => {
  const lu = readFichier(JSON.stringify({ numeroAns: '1234567890', SIRET: '', lignesImport: lignes }))
  if (!lu.ok) throw new Error(lu.raison)
  const { demandes } = fromFichier(lu.depot, exampleDossier().entete, () => 'id').dossier
  return { saisies: demandes.map(({ saisie }) => saisie), reprises: lu.rapport.reprises }
}

test('[format §7 dateFacture] midnight is taken off a day and said; any other hour, a zone, a serial number are left to ask', () => {
  const jours = [
    '2023-03-15T00:00:00',
    '15/03/2023 00:00:00',
    '2023-03-15T00:00:00Z',
    44_999,
    '2023-03-14T23:00:00.000Z',
  ]
  const { saisies, reprises } = fromLignes(
    jours.map((dateFacture, index) => ({ numeroEditeur: `0000${index}`, dateFacture, montantSegurHTFacture: 1 })),
  )
  expect(saisies.map(({ dateFacture }) => dateFacture)).toEqual([
    '15/03/2023',
    '15/03/2023',
    '2023-03-15T00:00:00Z',
    '44999',
    '2023-03-14T23:00:00.000Z',
  ])
  expect(reprises.find(({ texte }) => texte.includes('minuit'))?.demandes).toEqual([1, 2])
})

test('[format §7 montantSegurHTFacture] a number that is no whole number of cents is kept as it is, and is an erreur', () => {
  const text =
    '{"lignesImport":[{"numeroEditeur":"00001","dateFacture":"15/03/2023","montantSegurHTFacture":27450.000000000004}]}'
  const lu = readFichier(text)
  if (!lu.ok) throw new Error(lu.raison)
  const [demande] = fromFichier(lu.depot, exampleDossier().entete, () => 'id').dossier.demandes
  expect(demande?.saisie.montantSegurHTFacture).toBe('27450.000000000004')
  const found = checkDemande(exampleDemande({ ...demande?.saisie }), { dateDepot: null, vague: 'Val', siret: null })
  expect(found.map(({ regle, gravite }) => [regle, gravite])).toContainEqual(['montantDecimales', 'erreur'])
})

test('[format §7] a file’s texts come in clean: what nobody sees is dropped and said, addresses stand alone', () => {
  const { saisies, reprises } = fromLignes([
    {
      numeroEditeur: '0000\u200b1',
      numeroASP: '\ufeffFINBIO00\u00ad0006',
      dateFacture: '15‑03‑2023',
      montantSegurHTFacture: '27\u202f450,00',
      beneficiaires: ['9900\u200b01018'],
      identDMP: ['1999‑1\u200e'],
      adresseBoiteMSSPro: 'Labo <labo@exemple.mssante.fr>;',
      adresseBoiteMSSCitoyen: 'labo\u200b@exemple.mssante.fr',
    },
  ])
  expect(saisies[0]).toMatchObject({
    numeroEditeur: '00001',
    numeroASP: 'FINBIO000006',
    dateFacture: '15/03/2023',
    montantSegurHTFacture: '27 450,00',
    beneficiaires: ['990001018'],
    identDMP: ['1999-1'],
    adresseBoiteMSSPro: 'labo@exemple.mssante.fr',
    adresseBoiteMSSCitoyen: 'labo@exemple.mssante.fr',
  })
  const told = reprises.map(({ texte }) => texte).join(' ')
  for (const part of ['numeroEditeur avait des caractères invisibles', '« Labo <…>; » est retiré'])
    expect(told).toContain(part)
})

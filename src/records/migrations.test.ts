import { describe, expect, test } from 'vitest'
import { exampleDossier } from '../dossier/example'
import { emptySaisie } from '../dossier/dossier'
import { readDraft, writeDraft } from './draft'
import { exampleDraft } from '../storage/example'
import { migrateDraft, migrations, versionCourante } from './migrations'
import { restoreDossier } from './restore'
import { refuse, reussi } from './resultat'

// One draft of each version, today's too, as that version stored it.
const stored = Object.values(import.meta.glob<unknown>('./fixtures/draft-v*.json', { eager: true, import: 'default' }))

test('[migrations] every version, today’s too, has a draft here', () => {
  expect(stored.map((draft) => (draft as { version?: number }).version ?? 0)).toEqual([
    ...migrations.keys(),
    versionCourante,
  ])
})

test('[migrations] a draft of version 0 is read with everything it held, and what was not there is empty', () => {
  const read = readDraft(stored[0])
  expect(read.ok && read.valeur).toMatchObject({
    id: 'b-ancien',
    etape: '#/demandes/1',
    extra: {},
    dossier: {
      entete: { numeroAns: '1234567890', vague: 'Va1' },
      verifies: { 'SIRETCle||SIRET|73282932000074': '2023-03-15T13:30:00.000Z' },
      passesOutre: {},
    },
  })
  const [demande] = read.ok ? read.valeur.dossier.demandes : []
  expect(demande?.saisie).toEqual({
    ...emptySaisie,
    numeroASP: 'FINBIO000006',
    numeroEditeur: '00001',
    libelleInterne: 'Labo des Lilas, Lyon',
    dateFacture: '15/03/2023',
    montantSegurHTFacture: '27 450,00',
    beneficiaires: ['999999991'],
    isDirectToDMP: true,
    identDMP: ['1999999991'],
    isDirectToMSSCitoyen: false,
    adresseBoiteMSSCitoyen: 'gardee@exemple.mssante.fr',
  })
  expect(demande?.rejet).toBeNull()
  expect(demande?.pieces.FACTURE?.remarques).toEqual(['repare'])
})

test('[migrations] 0 → 1 adds the entry fields and keeps those that a draft has', () => {
  const draft = { dossier: { demandes: [{ saisie: { identDMPEnCours: '19' } }, 'autre'] } }
  expect(migrateDraft(draft, migrations.slice(0, 1))).toEqual(
    reussi({
      dossier: {
        demandes: [{ saisie: { montantsAdditionnes: [], beneficiairesEnCours: '', identDMPEnCours: '19' } }, 'autre'],
      },
    }),
  )
})

test('[migrations] 1 → 2 names the profile of drafts that were made when there was one only', () => {
  expect(migrateDraft({ version: 1 })).toEqual(reussi({ version: 1, profil: 'BIO-SGL' }))
  expect(readDraft(stored[1]).ok).toBe(true)
})

test('[door] a draft of another profile is refused', () => {
  expect(readDraft({ ...writeDraft(exampleDraft()), profil: 'BIO-LOINC' })).toEqual(refuse('autreProfil'))
})

describe('[migrations] the steps run in order, from the draft’s version on', () => {
  const steps = [0, 1, 2].map((step) => (draft: unknown) => ({ ...(draft as object), [`step${step}`]: true }))
  test.each([
    [{}, { step0: true, step1: true, step2: true }],
    [{ version: 2 }, { version: 2, step2: true }],
    [{ version: 3 }, { version: 3 }],
  ])('%j', (draft, migrated) => expect(migrateDraft(draft, steps)).toEqual(reussi(migrated)))
})

test.each([
  [{ ...exampleDraft(), version: versionCourante + 1 }, 'plusRecent'],
  [{ ...exampleDraft(), version: '1' }, 'illisible'],
  [{ ...exampleDraft(), version: -1 }, 'illisible'],
  [{ ...exampleDraft(), dossier: [] }, 'illisible'],
  [null, 'illisible'],
  ['texte', 'illisible'],
])('[door] %# is refused', (draft, raison) => expect(readDraft(draft)).toEqual(refuse(raison)))

test('[door] what is written is read as it was', () => {
  const draft = exampleDraft()
  expect(readDraft(writeDraft(draft))).toEqual(reussi(draft))
})

test('[door] a damaged field is defaulted, an unknown one dropped, the rest stays', () => {
  const { entete, demandes } = exampleDossier()
  const [demande] = demandes
  const damaged = {
    entete: { ...entete, SIRET: 12, vague: 'Va9', inconnu: 1 },
    demandes: [
      { ...demande, saisie: { ...demande?.saisie, beneficiaires: ['999999991', 7], isDirectToDMP: 'oui' } },
      null,
      {
        ...demande,
        pieces: { FACTURE: { id: 'p', formatFichier: 'toString' }, VA: { id: 'v', formatFichier: 'PDF', taille: -1 } },
      },
      {},
    ],
    verifies: { a: '2023', b: 3 },
  }
  const dossier = restoreDossier(damaged)
  expect(dossier?.entete).toEqual({ ...entete, SIRET: '', vague: 'Val' })
  expect(dossier?.verifies).toEqual({ a: '2023' })
  expect(dossier?.demandes[0]?.saisie).toEqual({
    ...demande?.saisie,
    beneficiaires: ['999999991'],
    isDirectToDMP: null,
  })
  expect(dossier?.demandes[1]?.pieces).toEqual({
    FACTURE: null,
    VA: {
      id: 'v',
      nomOriginal: '',
      formatFichier: 'PDF',
      taille: 0,
      empreinte: '',
      pages: null,
      remarques: [],
      documents: 1,
    },
  })
  expect(dossier?.demandes[2]?.saisie).toEqual(emptySaisie)
})

test('[door] two demandes under one id, or none, get ids of their own', () => {
  const ids = restoreDossier({ demandes: [{ id: 'a' }, { id: 'a' }, {}, { id: 'demande-3' }] })?.demandes.map(
    ({ id }) => id,
  )
  expect(new Set(ids).size).toBe(4)
  expect(ids?.[0]).toBe('a')
  expect(ids).not.toContain('')
})

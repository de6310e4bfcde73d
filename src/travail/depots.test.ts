import { beforeEach, describe, expect, test } from 'vitest'
import { exampleDemande, exampleDossier } from '../dossier/example'
import { allConstats } from '../dossier/checkDossier'
import { constatKey } from '../dossier/constat'
import { isContournable } from '../dossier/passerOutre'
import { showFaute } from '../dossier/enonce'
import { splitDossier } from '../dossier/split'
import { readTrace } from '../rapport/readTrace'
import { examplePdf, examplePoste, exampleTravail, settled, type Example } from './examplePorts'

let window: Example
beforeEach(async () => {
  window = exampleTravail(examplePoste())
  await window.travail.fetchJudging()
  await window.travail.session.begin({ dossier: exampleDossier(), pieces: new Map() })
})

const nomJson = (numero = '001') => `JSON-1234567890-20230320-${numero}.json`
const files = (numero = '001', json = '{}\n') => ({
  nomJson: nomJson(numero),
  nomZip: `PJ-1234567890-20230320-${numero}.zip`,
  json,
  fichiers: [],
})
const record = async (dossier = window.dossier(), numero = '001', json = '{}\n') =>
  (await window.travail.depots()).record({ ...files(numero, json), dossier, origine: window.state() })
const names = () => window.state().depots.map((depot) => depot.nomJson)
const first = () => {
  const [depot] = window.state().depots
  if (!depot) throw new Error('no deposit')
  return depot
}

describe('[depots] a download is kept in the history', () => {
  test('with its demandes, its pièces and the draft it was made of', async () => {
    await record()
    expect(first()).toMatchObject({
      ...{ nomJson: nomJson(), draftId: window.draft(), numeroAns: '1234567890', dateDepot: '20/03/2023' },
      ...{ numeroFichier: '001', deposeLe: null, retour: null, date: '2023-03-20T12:00:00.000Z' },
      demandes: [
        {
          numeroASP: 'FINBIO000006',
          numeroEditeur: '00001',
          centimes: 2_745_000,
          beneficiaires: ['999999991', '999999992', '999999993'],
          pieces: [
            { id: 'exemple-FACTURE', nomFichier: 'BIO-SGL-Val-FACTURE-00001.pdf' },
            { id: 'exemple-VA', nomFichier: 'BIO-SGL-Val-VA-00001.pdf' },
          ],
        },
      ],
    })
    expect(window.avis()).toEqual([])
  })

  test('its number is taken: the next deposit of the day has the next one', async () => {
    await record()
    await window.travail.session.beginDepot()
    expect(window.dossier().entete.numeroFichier).toBe('002')
  })

  test('its FINESS are known to other drafts, not to its own', async () => {
    await record()
    expect(window.state().contexte.finessDeposes.size).toBe(0)
    await window.travail.session.beginDepot()
    expect(window.state().contexte.finessDeposes.get('999999991')).toBe(nomJson())
  })

  test('its number and its FINESS are taken in the other windows too, as soon as it is kept', async () => {
    const other = exampleTravail(window.poste)
    await other.travail.session.beginDepot()
    await record()
    await settled()
    expect(other.state().contexte.nomsDeposes).toContain(nomJson())
    expect(other.state().contexte.finessDeposes.get('999999991')).toBe(nomJson())
    await other.travail.session.beginDepot()
    expect(other.dossier().entete.numeroFichier).toBe('002')
  })

  test('what was seen and what was passed over are kept in the words the clerk saw', async () => {
    const dossier = exampleDossier({ demandes: [exampleDemande({ beneficiaires: ['999999990'], numeroASP: 'X' })] })
    await window.travail.session.begin({ dossier, pieces: new Map() })
    const found = allConstats(window.travail.bilanOf(window.state()))
    const alerte = found.find(({ gravite }) => gravite === 'alerte')
    const erreur = found.find(isContournable)
    if (!alerte || !erreur) throw new Error('nothing found')
    window.travail.demandes.setVerifies(alerte.marques, true)
    window.travail.demandes.setPasseOutre(constatKey(erreur), 'Confirmé par l’ASP.')
    await record()
    expect(first().verifies).toContain(alerte.message.faute)
    expect(first().passesOutre).toEqual([`${showFaute(erreur)} Raison : Confirmé par l’ASP.`])
  })

  test('without a draft nothing is noted', async () => {
    const dossier = window.dossier()
    await window.travail.session.close()
    await record(dossier)
    expect(names()).toEqual([])
  })

  test('as that of the draft whose files were taken, though another is open once they are written', async () => {
    const [draft, dossier, origine] = [window.draft(), window.dossier(), window.state()]
    await window.travail.session.beginDepot()
    await (await window.travail.depots()).record({ ...files(), dossier, origine })
    expect(first().draftId).toBe(draft)
    // It is another draft's by now: its number and its FINESS are taken.
    expect(window.state().contexte.finessDeposes.get('999999991')).toBe(nomJson())
    expect(window.state().contexte.nomsDeposes).toContain(nomJson())
  })

  test('its supplier is remembered', async () => {
    await record()
    expect(window.state().fournisseur).toEqual({ numeroAns: '1234567890', SIRET: '73282932000074', vague: 'Val' })
  })
})

describe('[depots] a history write that fails (disk full) is said', () => {
  beforeEach(async () => {
    window.refusals.depot = 'plein'
    await record()
  })

  test('with what to do about it', () => {
    expect(window.avis()).toEqual([
      'Ce téléchargement n’a pas pu être noté dans l’historique. Gardez les fichiers : après la fermeture de cette page, le numéro 001 serait proposé de nouveau.',
    ])
  })

  test('and number 001 is not offered again', async () => {
    expect(names()).toEqual([nomJson()])
    await window.travail.session.beginDepot()
    expect(window.dossier().entete.numeroFichier).toBe('002')
  })

  test('nor after the history was read again', async () => {
    delete window.refusals.depot
    await record(exampleDossier({ numeroFichier: '002' }), '002')
    expect(names().sort()).toEqual([nomJson('001'), nomJson('002')])
    await window.travail.session.beginDepot()
    expect(window.dossier().entete.numeroFichier).toBe('003')
  })

  test('downloaded once more and noted, it stands once in the history, and can be read', async () => {
    delete window.refusals.depot
    await window.clock.pass(60_000)
    await record()
    expect(names()).toEqual([nomJson()])
    expect((await (await window.travail.depots()).read(first()))?.json).toBe('{}\n')
  })

  test('downloaded once more and refused again, it stands once', async () => {
    await window.clock.pass(60_000)
    await record()
    expect(names()).toEqual([nomJson()])
    expect(first().date).toBe('2023-03-20T12:01:00.000Z')
  })
})

test('[depots] one kept before and changed since, which could not be noted, is known by its last download', async () => {
  await record()
  await window.clock.pass(60_000)
  window.refusals.depot = 'panne'
  await record(exampleDossier({ demandes: [exampleDemande({ beneficiaires: ['999999995'] })] }), '001', '{"autre":1}')
  expect(names()).toEqual([nomJson()])
  expect(first().demandes[0]?.beneficiaires).toEqual(['999999995'])
})

test('[format §6] of several deposits each keeps what was found between them, as the clerk saw and verified it', async () => {
  const partages = [0, 1, 200]
  const demandes = Array.from({ length: 201 }, (_, rang) =>
    exampleDemande({
      id: `d${rang}`,
      numeroEditeur: String(rang).padStart(5, '0'),
      beneficiaires: [partages.includes(rang) ? '750712184' : String(751_000_000 + rang)],
    }),
  )
  await window.travail.session.begin({ dossier: exampleDossier({ demandes }), pieces: new Map() })
  window.travail.demandes.setVerifies(allConstats(window.travail.bilanOf(window.state())).map(constatKey), true)
  for (const { dossier } of splitDossier(window.dossier())) await record(dossier, dossier.entete.numeroFichier)
  const found = async (numero: string) => {
    const depot = window.state().depots.find(({ nomJson: nom }) => nom === nomJson(numero))
    const entier = depot && (await (await window.travail.depots()).read(depot))
    const constats = readTrace(entier?.trace ?? '')?.constats ?? []
    expect(constats.every(({ verifieLe }) => verifieLe !== null)).toBe(true)
    return constats
      .filter(({ regle }) => regle === 'beneficiaireAilleurs')
      .map(({ numLigne, faute, remede }) => [numLigne, faute, remede.split('. ').at(-1)])
  }
  const liste = 'Ces numéros sont ceux de la liste entière, dont ce dépôt contient'
  expect(await found('001')).toEqual([
    [1, '750712184 figure aussi dans les demandes n° 2 et n° 201.', `${liste} les demandes n° 1 à 200.`],
    [2, '750712184 figure aussi dans les demandes n° 1 et n° 201.', `${liste} les demandes n° 1 à 200.`],
  ])
  expect(await found('002')).toEqual([
    [1, '750712184 figure aussi dans les demandes n° 1 et n° 2.', `${liste} la demande n° 201.`],
  ])
})

describe('[depots] the last download under a name', () => {
  const zip = (empreinte: string) => ({ nom: files().nomZip, taille: 1, empreinte })
  const recordZip = async (json: string, empreinte: string) =>
    (await window.travail.depots()).record({
      ...files('001', json),
      ...{ fichiers: [zip(empreinte)], dossier: window.dossier(), origine: window.state() },
    })
  const dernier = async (json: string, empreinteZip: string, numero = '001') =>
    (await window.travail.depots()).dernier({ ...files(numero, json), empreinteZip })

  test('held the same files, or others: each of the two counts', async () => {
    expect(await dernier('{}', 'z')).toBeNull()
    await recordZip('{}', 'z')
    expect(await dernier('{}', 'z')).toMatchObject({ pareil: true, depot: { nomJson: nomJson() } })
    expect(await dernier('{"a":1}', 'z')).toMatchObject({ pareil: false })
    expect(await dernier('{}', 'other')).toMatchObject({ pareil: false })
    expect(await dernier('{}', 'z', '002')).toBeNull()
  })

  test('is the last one, where the files changed in between', async () => {
    await recordZip('{}', 'z')
    await window.clock.pass(60_000)
    await recordZip('{"a":1}', 'z')
    expect(await dernier('{"a":1}', 'z')).toMatchObject({ pareil: true })
    expect(await dernier('{}', 'z')).toMatchObject({ pareil: false })
  })

  test('of another draft is another’s: the header’s alerte speaks of it', async () => {
    await recordZip('{}', 'z')
    await window.travail.session.begin({ dossier: exampleDossier(), pieces: new Map() })
    expect(await dernier('{}', 'z')).toBeNull()
  })
})

describe('[depots] what is done with one of the history', () => {
  test('its day on the portal is noted, and taken back', async () => {
    await record()
    const { mark } = await window.travail.depots()
    await mark(first(), '2023-03-21T00:00:00.000Z')
    expect(first().deposeLe).toBe('2023-03-21T00:00:00.000Z')
    await mark(first(), null)
    expect(first().deposeLe).toBeNull()
  })

  test('a day that cannot be noted is said', async () => {
    await record()
    window.refusals.depot = 'plein'
    await (await window.travail.depots()).mark(first(), '2023-03-21T00:00:00.000Z')
    expect(window.avis().join()).toContain('plus de place sur ce poste')
    expect(first().deposeLe).toBeNull()
  })

  test('one that is gone is said', async () => {
    await record()
    const gone = { ...first(), id: 'gone' }
    expect(await (await window.travail.depots()).read(gone)).toBeNull()
    expect(window.avis()).toHaveLength(1)
  })

  test('the bytes of its pièces are had, in order', async () => {
    for (const [type, nom] of [
      ['VA', 'va.pdf'],
      ['FACTURE', 'facture.pdf'],
    ] as const)
      await window.travail.attachFile(window.travail.beginOperation(), 'exemple', type, examplePdf(nom))
    await window.travail.session.flush()
    await record()
    const pieces = await (await window.travail.depots()).piecesOf(first(), first().demandes[0]?.pieces ?? [])
    expect(pieces?.map(({ nomFichier, octets }) => [nomFichier, octets.size])).toEqual([
      ['BIO-SGL-Val-FACTURE-00001.pdf', '%PDF-1.7\nfacture.pdf'.length],
      ['BIO-SGL-Val-VA-00001.pdf', '%PDF-1.7\nva.pdf'.length],
    ])
  })

  test('a pièce that is gone is named; storage that refuses is said', async () => {
    await record()
    const { piecesOf } = await window.travail.depots()
    expect(await piecesOf(first(), [{ id: 'gone', nomFichier: 'BIO-SGL-Val-VA-00001.pdf' }])).toBeNull()
    expect(window.avis().at(-1)).toBe(
      'BIO-SGL-Val-VA-00001.pdf n’est plus sur ce poste : le zip ne peut pas être refait.',
    )
    window.refusals.readPieces = 'panne'
    expect(await piecesOf(first(), [])).toBeNull()
    expect(window.avis()).toHaveLength(2)
  })
})

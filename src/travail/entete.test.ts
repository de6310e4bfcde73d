import { beforeEach, describe, expect, test } from 'vitest'
import { exampleDossier } from '../dossier/example'
import exemple from '../format/exemple-guide.json?raw'
import { profil } from '../format/profil'
import { examplePoste, exampleTravail, type Example } from './examplePorts'

let window: Example
beforeEach(() => {
  window = exampleTravail(examplePoste())
})
const ours = { numeroAns: '1234567890', SIRET: '73282932000074', vague: 'Val' } as const
const entete = (part: object) => ({ ...exampleDossier().entete, ...part })
const known = (nomsDeposes: string[]) =>
  window.travail.store.setState(({ depots }) => ({
    depots: [...depots, ...nomsDeposes.map((nomJson) => ({ nomJson, date: '', demandes: [] }) as never)],
  }))

describe('[entete] the header of a deposit begun today', () => {
  test('has the next free number of that ANS number’s files of the day. guide §3.3', () => {
    known([
      'JSON-1234567890-20230320-001.json',
      'JSON-1234567890-20230319-007.json',
      'JSON-0000000000-20230320-009.json',
    ])
    expect(window.travail.entetes.freshEntete(ours)).toEqual(entete({ numeroFichier: '002' }))
  })

  test('has the last number when all are taken: the check says so', () => {
    known(
      Array.from(
        { length: profil.numeroFichierMax },
        (_, rank) => `JSON-1234567890-20230320-${`${rank + 1}`.padStart(3, '0')}.json`,
      ),
    )
    expect(window.travail.entetes.freshEntete(ours).numeroFichier).toBe(`${profil.numeroFichierMax}`.padStart(3, '0'))
  })
})

describe('[entete] the supplier that is remembered', () => {
  test('is kept for the next visit, without the spaces around', async () => {
    await window.travail.entetes.rememberFournisseur(entete({ numeroAns: ' 1234567890 ', vague: 'Va1' }))
    const later = exampleTravail(window.poste)
    await later.travail.start(3_000)
    expect(later.state().fournisseur).toEqual({ ...ours, vague: 'Va1' })
  })

  test.each([{ numeroAns: '' }, { SIRET: '' }, { SIRET: '7328293200007' }, { numeroAns: '12' }])(
    'is not one with a wrong number: %j',
    async (part) => {
      await window.travail.entetes.rememberFournisseur(entete(part))
      expect(window.state().fournisseur).toBeNull()
    },
  )

  test('a wrong date or file number does not matter', async () => {
    await window.travail.entetes.rememberFournisseur(entete({ dateDepot: '', numeroFichier: '' }))
    expect(window.state().fournisseur).toEqual(ours)
  })

  test('is the header at work as long as none is', () => {
    expect(window.travail.entetes.knownFournisseur()).toBe(window.dossier().entete)
  })
})

test('[entete] header typed, another company’s file opened on that step: its SIRET is not remembered as the supplier', async () => {
  await window.travail.session.beginDepot()
  const typed = { ...window.dossier().entete, numeroAns: ours.numeroAns, SIRET: ours.SIRET }
  window.travail.demandes.setEntete(window.draft(), typed)
  const form = window.draft()
  const file = new File([exemple.replace('73282932000074', '55208131766522')], 'autre.json')
  const opening = await window.travail.opening()
  await opening.open([file])
  const { panneau } = window.travail.panel.getState()
  if (panneau?.kind !== 'confirmation') throw new Error('nothing to confirm')
  await opening.confirm(panneau.contenu, { modeles: new Set(), avances: new Set(), ajouter: false })
  expect(window.dossier().entete.SIRET).toBe('55208131766522')
  expect(window.state().fournisseur).toBeNull()
  // The form that was shown says its last word late: for its own draft.
  expect(window.travail.demandes.setEntete(form, typed)).toBe(false)
  await window.travail.entetes.rememberFournisseur(typed)
  expect(window.state().fournisseur).toEqual(ours)
  expect(window.dossier().entete.SIRET).toBe('55208131766522')
})

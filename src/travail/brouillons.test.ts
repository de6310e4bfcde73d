import { beforeEach, describe, expect, test } from 'vitest'
import { exampleDossier } from '../dossier/example'
import { addDraft } from '../storage/drafts'
import { exampleDraft } from '../storage/example'
import { examplePdf, examplePoste, exampleTravail, settled, type Example } from './examplePorts'

let poste: ReturnType<typeof examplePoste>
let window: Example
const options = { signal: new AbortController().signal, onProgress: () => undefined }
const va = new Map([['exemple-VA', new Blob(['va'], { type: 'application/pdf' })]])
beforeEach(async () => {
  poste = examplePoste()
  window = exampleTravail(poste)
  await addDraft(poste.database, exampleDraft(), va)
  await window.travail.brouillons.refresh()
})
const names = () => window.state().brouillons.map(({ nom }) => nom)
const elsewhere = async () => {
  const other = exampleTravail(poste)
  await other.travail.session.resume('b1')
  return other
}
const busy = 'Ce brouillon est ouvert dans une autre fenêtre. Fermez-le là-bas, puis recommencez.'

describe('[brouillons] renaming', () => {
  test('one of the list', async () => {
    await window.travail.brouillons.rename('b1', 'Nouveau nom')
    expect(names()).toEqual(['Nouveau nom'])
    expect(await window.stored('b1')).toEqual({ ...exampleDraft(), nom: 'Nouveau nom' })
  })

  test('the one at work, with what was typed in it', async () => {
    await window.travail.session.resume('b1')
    window.travail.demandes.setEntete('b1', exampleDossier({ numeroAns: '5' }).entete)
    await window.travail.brouillons.rename('b1', 'Nouveau nom')
    expect(window.state().brouillon?.nom).toBe('Nouveau nom')
    expect(names()).toEqual(['Nouveau nom'])
    expect((await window.stored('b1'))?.dossier.entete.numeroAns).toBe('5')
  })

  test('one that another window holds is not renamed, and said', async () => {
    await elsewhere()
    await window.travail.brouillons.rename('b1', 'Nouveau nom')
    expect([names(), window.avis()]).toEqual([['Labo des Lilas'], [busy]])
  })

  test('nor when it is shown here', async () => {
    await elsewhere()
    await window.travail.session.resume('b1')
    await window.travail.brouillons.rename('b1', 'Nouveau nom')
    expect([window.state().brouillon?.nom, window.avis()]).toEqual(['Labo des Lilas', [busy]])
  })

  test.each([
    ['open', 'panne'],
    ['save', 'plein'],
  ] as const)('a refusal to %s is said', async (call, raison) => {
    window.refusals[call] = raison
    await window.travail.brouillons.rename('b1', 'Nouveau nom')
    expect(window.avis()).toHaveLength(1)
    expect((await window.stored('b1'))?.nom).toBe('Labo des Lilas')
  })

  test('the draft is free again afterwards', async () => {
    await window.travail.brouillons.rename('b1', 'Nouveau nom')
    expect((await elsewhere()).state().ecriture).toBe(true)
  })
})

describe('[brouillons] removing', () => {
  test('takes one off the list, and the notice brings it back with its pièces', async () => {
    expect(await window.travail.brouillons.remove({ id: 'b1', nom: 'Labo des Lilas' })).toBe(true)
    expect(names()).toEqual([])
    expect(window.avis()).toEqual(['Brouillon « Labo des Lilas » supprimé.'])
    const annulation = window.state().avis[0]?.annulation
    expect(annulation).toEqual({ kind: 'brouillon', id: 'b1' })
    if (annulation) window.travail.reverse(annulation)
    await settled()
    expect(names()).toEqual(['Labo des Lilas'])
    expect([...(await window.storedPieces('b1'))]).toEqual([['exemple-VA', 'va']])
  })

  test('the one at work is closed first, with what was typed last', async () => {
    await window.travail.session.resume('b1')
    window.travail.demandes.setEntete('b1', exampleDossier({ numeroAns: '5' }).entete)
    expect(await window.travail.brouillons.remove({ id: 'b1', nom: 'x' })).toBe(true)
    expect(window.state().brouillon).toBeNull()
    await window.travail.brouillons.restore('b1')
    expect((await window.stored('b1'))?.dossier.entete.numeroAns).toBe('5')
  })

  test('one that another window holds stays, and is said', async () => {
    await elsewhere()
    expect(await window.travail.brouillons.remove({ id: 'b1', nom: 'x' })).toBe(false)
    expect([names(), window.avis()]).toEqual([['Labo des Lilas'], [busy]])
    await window.travail.session.resume('b1')
    expect(await window.travail.brouillons.remove({ id: 'b1', nom: 'x' })).toBe(false)
    expect(window.draft()).toBe('b1')
  })

  test('one that cannot be removed stays, and is said', async () => {
    window.refusals.remove = 'panne'
    expect(await window.travail.brouillons.remove({ id: 'b1', nom: 'x' })).toBe(false)
    expect(names()).toEqual(['Labo des Lilas'])
    expect(window.avis()).toHaveLength(1)
    expect(window.state().avis[0]?.annulation).toBeNull()
  })

  test('one that cannot be brought back is said', async () => {
    await window.travail.brouillons.remove({ id: 'b1', nom: 'x' })
    window.refusals.restore = 'panne'
    await window.travail.brouillons.restore('b1')
    expect(names()).toEqual([])
    expect(window.avis()).toHaveLength(2)
  })
})

describe('[brouillons] exporting', () => {
  const read = async (exported: { octets: unknown } | null) => {
    const lu = await window.ports.drafts.readExport(new File([exported?.octets as Blob], 'b.zip'), options)
    if (!lu.ok) throw new Error(lu.raison)
    return lu.valeur
  }

  test('a kept draft is one file with its pièces, named after it', async () => {
    const exported = await window.travail.brouillons.exportKept('b1', options)
    expect(exported?.nom).toBe('Brouillon-Labo-des-Lilas-2023-03-15.zip')
    const { draft, pieces, manquantes } = await read(exported)
    expect(draft.nom).toBe('Labo des Lilas')
    expect([...pieces.keys()]).toEqual(['exemple-VA'])
    expect(manquantes).toEqual(['Facture prestation Ségur.pdf'])
  })

  test('the one at work is exported as it stands on screen, whatever the storage does', async () => {
    await window.travail.session.resume('b1')
    window.refusals.save = 'plein'
    window.refusals.putPiece = 'plein'
    window.travail.demandes.setEntete('b1', exampleDossier({ numeroAns: '5' }).entete)
    await window.travail.attachFile(window.travail.beginOperation(), 'exemple', 'FACTURE', examplePdf('neuve.pdf'))
    for (const exported of [
      await window.travail.brouillons.exportCurrent(options),
      await window.travail.brouillons.exportKept('b1', options),
    ]) {
      const { draft, pieces } = await read(exported)
      expect(draft.dossier.entete.numeroAns).toBe('5')
      expect(draft.dossier.demandes[0]?.pieces.FACTURE?.nomOriginal).toBe('neuve.pdf')
      expect(pieces.size).toBe(2)
    }
  })

  test('one that cannot be read is said', async () => {
    expect(await window.travail.brouillons.exportKept('gone', options)).toBeNull()
    window.refusals.readPieces = 'panne'
    expect(await window.travail.brouillons.exportKept('b1', options)).toBeNull()
    expect(window.avis()).toHaveLength(2)
  })

  test('without a draft at work there is none to export', async () => {
    expect(await window.travail.brouillons.exportCurrent(options)).toBeNull()
  })
})

test('[brouillons] the list shows what was typed a moment ago', async () => {
  await window.travail.session.resume('b1')
  window.travail.demandes.addDemande()
  await window.travail.brouillons.refresh()
  expect(window.state().brouillons.map(({ demandes }) => demandes)).toEqual([2])
})

test('[exemple] the guide’s example is a draft of its own, its two sample pièces attached; without errors', async () => {
  const files = { facture: examplePdf('facture.pdf'), va: examplePdf('va.pdf') }
  expect(await window.travail.beginExemple(files)).toBe(true)
  expect(window.state().brouillon?.nom).toBe('Exemple du guide')
  expect([...(await window.storedPieces()).values()]).toEqual(['%PDF-1.7\nfacture.pdf', '%PDF-1.7\nva.pdf'])
  expect(window.dossier().demandes[0]?.pieces.VA?.nomOriginal).toBe('va.pdf')
  expect(window.dossier().entete.dateDepot).toBe('20/03/2023')
  await expect(window.travail.beginExemple({ ...files, va: new File(['x'], 'x.doc') })).rejects.toThrow('x.doc')
})

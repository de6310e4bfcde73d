import { beforeEach, describe, expect, test, vi } from 'vitest'
import { exampleDemande, exampleDossier } from '../../dossier/example'
import exemple from '../../format/exemple-guide.json?raw'
import { addDraft } from '../../storage/drafts'
import { writeExport } from '../../storage/exportDraft'
import { exampleDepot, exampleDraft } from '../../storage/example'
import { saveDepot } from '../../storage/history'
import { examplePdf, examplePoste, exampleTravail, settled, type Example } from '../examplePorts'
import { grouper } from './avances'
import type { Contenu } from './contenu'
import type { Choix } from './opening'

let window: Example
beforeEach(() => {
  window = exampleTravail(examplePoste())
})

const file = (nom: string, text: string) => new File([text], nom)
const depot = (nom = 'a.json', text = exemple) => file(nom, text)
const pieces = () => [examplePdf('BIO-SGL-Val-FACTURE-00001.pdf'), examplePdf('BIO-SGL-Val-VA-00001.pdf')]
const retour = (code = '0107') => exemple.replace('"codeTraitement": null', `"codeTraitement": "${code}"`)
const avance = (numeroAns: string, ...numeros: string[]) =>
  JSON.stringify({
    numeroAns,
    lignesImport: numeros.map((numeroEditeur) => ({ numeroEditeur, commande: { dateCommande: '01/02/2023' } })),
  })
const plain: Choix = { modeles: new Set(), avances: new Set(), ajouter: false }
const panneau = () => window.travail.panel.getState().panneau
const open = async (...files: File[]) => (await window.travail.opening()).open(files)
const shown = (): Contenu => {
  const panel = panneau()
  if (panel?.kind !== 'confirmation') throw new Error('nothing to confirm')
  return panel.contenu
}
const confirm = async (choix: Partial<Choix> = {}) =>
  (await window.travail.opening()).confirm(shown(), { ...plain, ...choix })
const begin = () => window.travail.session.begin({ dossier: exampleDossier(), pieces: new Map() })

describe('[opening] nothing is changed before the clerk confirmed', () => {
  test('what the files are is shown; draft, list and history stand as they did', async () => {
    await begin()
    const before = window.state()
    await open(depot(), file('b.json', retour()), ...pieces(), file('c.json', avance('1', '00001')))
    expect(shown()).toMatchObject({
      depots: [{ nom: 'a.json' }],
      retours: [{ nom: 'b.json' }],
      avances: [{ nom: 'c.json' }],
    })
    expect(window.state()).toEqual(before)
    await window.travail.brouillons.refresh()
    expect(window.state().brouillons).toHaveLength(1)
  })

  test('dismissed, nothing was changed', async () => {
    await open(depot())
    ;(await window.travail.opening()).close()
    expect(panneau()).toBeNull()
    expect(window.state().brouillon).toBeNull()
  })

  test('an answer that comes after a newer opening, or after it was dismissed, is for nobody', async () => {
    window.gates.opening.shut()
    const first = open(depot('a.json'))
    await settled()
    const second = open(depot('b.json', exemple.replaceAll('00001', '00002')))
    await settled()
    await window.gates.opening.open()
    await Promise.all([first, second])
    expect(shown().depots.map(({ nom }) => nom)).toEqual(['b.json'])
    window.gates.opening.shut()
    const third = open(depot('c.json'))
    await settled()
    ;(await window.travail.opening()).close()
    await window.gates.opening.open()
    await third
    expect(panneau()).toBeNull()
  })

  test('files that can only be pièces go to the sheet, and no file at all does nothing', async () => {
    await begin()
    await open()
    await open(...pieces())
    expect(panneau()).toBeNull()
    expect(window.travail.triStore.getState().tri?.elements).toHaveLength(2)
  })

  test('a file that is none of them is told with its reason', async () => {
    await open(file('a.json', '{'), depot('b.json'))
    expect(shown().refus.map(({ nom }) => nom)).toEqual(['a.json'])
    expect(shown().refus[0]?.faute).not.toBe('')
  })

  test('a reading that fails is said', async () => {
    vi.spyOn(window.ports.opening, 'read').mockResolvedValueOnce({ ok: false, raison: 'panne', detail: 'mémoire' })
    await open(depot())
    expect(panneau()).toBeNull()
    expect(window.avis()).toEqual([
      'Ces fichiers n’ont pas pu être lus (mémoire). Rechargez la page, puis rouvrez-les.',
    ])
  })
})

describe('[opening] a work that takes a while can be stopped', () => {
  test('it is shown after 600 ms, and stopped it changes nothing', async () => {
    window.gates.opening.shut()
    const opened = open(depot())
    await settled()
    expect(window.travail.panel.getState().attente).toBeNull()
    await window.clock.pass(600)
    const { attente } = window.travail.panel.getState()
    expect(attente?.titre).toBe('Lecture des fichiers')
    attente?.arreter()
    await window.gates.opening.open()
    await opened
    expect(window.travail.panel.getState()).toEqual({ panneau: null, attente: null })
    expect(window.avis()).toEqual([])
  })

  test('exporting inside the confirmation of an opening keeps the opening', async () => {
    await begin()
    await open(depot())
    const before = panneau()
    let finish = () => undefined as void
    const exported = window.travail.patience('Export du brouillon', (_, onProgress) => {
      onProgress(0.5)
      return new Promise<string>((resolve) => (finish = () => resolve('fait')))
    })
    await window.clock.pass(600)
    expect(window.travail.panel.getState()).toMatchObject({ panneau: before, attente: { share: 0.5 } })
    finish()
    expect(await exported).toBe('fait')
    expect(window.travail.panel.getState()).toEqual({ panneau: before, attente: null })
  })

  test('a fault of ours is thrown on, and the wait is no longer shown; after a stop it is silent', async () => {
    const fail = (signal: { aborted: boolean }) =>
      settled().then(() => Promise.reject(new Error(signal.aborted ? 'stopped' : 'ours')))
    const failing = window.travail.patience('x', fail)
    const thrown = expect(failing).rejects.toThrow('ours')
    await window.clock.pass(600)
    await thrown
    expect(window.travail.panel.getState().attente).toBeNull()
    const stopped = window.travail.patience('x', async (signal) => {
      await settled()
      window.travail.panel.getState().attente?.arreter()
      return fail(signal)
    })
    await window.clock.pass(600)
    expect(await stopped).toBeNull()
    expect(window.clock.planned()).toBe(0)
  })
})

describe('[opening] a deposit', () => {
  test('becomes a draft of its name, with the pièces found beside it', async () => {
    await open(depot('mon dépôt.json'), ...pieces())
    await confirm()
    expect(window.state().brouillon?.nom).toBe('mon dépôt')
    expect(window.dossier().demandes[0]?.pieces.VA?.nomOriginal).toBe('BIO-SGL-Val-VA-00001.pdf')
    expect((await window.storedPieces()).size).toBe(2)
    expect(window.place.current()).toBe('#/controle')
    expect(panneau()).toBeNull()
  })

  test('the draft before stays as it was', async () => {
    await begin()
    const before = window.draft()
    await open(depot())
    await confirm()
    expect(window.draft()).not.toBe(before)
    expect((await window.stored(before))?.dossier).toEqual(exampleDossier())
  })

  test('a pièce that is none is told, the others are attached', async () => {
    await open(depot(), file('BIO-SGL-Val-FACTURE-00001.pdf', 'texte'), ...pieces().slice(1))
    await confirm()
    expect(panneau()).toMatchObject({ kind: 'suite', messages: [{ kind: 'erreur', remede: 'Joignez un PDF.' }] })
    expect(window.dossier().demandes[0]?.pieces.FACTURE).toBeNull()
    expect(window.dossier().demandes[0]?.pieces.VA).not.toBeNull()
    ;(await window.travail.opening()).tell([])
    expect(panneau()).toBeNull()
  })

  test('of several, each is a draft, and the first stays on screen', async () => {
    await open(depot('a.json'), depot('b.json', exemple.replaceAll('00001', '00002')))
    await confirm()
    expect(window.state().brouillon?.nom).toBe('a')
    expect(
      window
        .state()
        .brouillons.map(({ nom }) => nom)
        .sort(),
    ).toEqual(['a', 'b'])
  })

  test('stands on screen at once; a clerk who goes on while it is being written is not called back', async () => {
    await open(depot())
    const confirmed = confirm()
    await new Promise<void>((resolve) => window.place.port.onMove(resolve))
    expect(window.place.current()).toBe('#/controle')
    window.place.goTo('#/demandes/1')
    await confirmed
    expect(window.place.current()).toBe('#/demandes/1')
    await window.travail.brouillons.refresh()
    expect(window.state().brouillons).toHaveLength(1)
  })

  test('on the clerk’s word it is the ASP’s modèle, and no draft', async () => {
    await begin()
    await open(depot())
    await confirm({ modeles: new Set(['a.json']) })
    expect(window.state().modele?.nomFichier).toBe('a.json')
    expect(window.state().brouillons).toHaveLength(1)
    expect(window.place.current()).toBe('#/entete')
  })

  test('a clerk who stays at a draft that could not be written keeps it', async () => {
    await begin()
    window.refusals.save = 'plein'
    window.travail.demandes.addDemande()
    await open(depot())
    const before = window.draft()
    const confirmed = confirm()
    await settled()
    expect(window.state().departDemande).toBe(true)
    window.travail.session.answerDepart(false)
    await confirmed
    expect(window.draft()).toBe(before)
    expect(window.dossier().demandes).toHaveLength(2)
  })
})

describe('[opening] an exported draft', () => {
  const exported = async (overrides = {}) => {
    const draft = exampleDraft({ id: 'b1', ...overrides })
    const octets = new Map([['exemple-VA', new Blob(['va'], { type: 'application/pdf' })]])
    return new File([await writeExport(draft, octets)], 'Brouillon.zip')
  }

  test('of the same demande, while it is shown, shows the values of the file', async () => {
    await addDraft(window.poste.database, exampleDraft(), new Map())
    await window.travail.session.resume('b1')
    const { revision } = window.state()
    const demandes = [exampleDemande({ montantSegurHTFacture: '1,00' })]
    await open(await exported({ dossier: exampleDossier({ demandes }) }))
    await confirm()
    expect(window.dossier().demandes.map(({ id, saisie }) => [id, saisie.montantSegurHTFacture])).toEqual([
      ['exemple', '1,00'],
    ])
    expect(window.state().revision).toBeGreaterThan(revision)
    expect((await window.stored('b1'))?.dossier.demandes[0]?.saisie.montantSegurHTFacture).toBe('27 450,00')
  })

  test('comes with its pièces, on the screen it was left at; what was not in it is told', async () => {
    await open(await exported({ etape: '#/controle' }))
    await confirm()
    expect([...(await window.storedPieces()).values()]).toEqual(['va'])
    expect(window.place.current()).toBe('#/controle')
    expect(panneau()).toMatchObject({
      kind: 'suite',
      messages: [{ kind: 'alerte', remede: 'Joignez cette pièce de nouveau.' }],
    })
  })

  test('with readings of another shape opens', async () => {
    await open(await exported({ extra: { lectures: { 'exemple-VA': { forged: true } } } }))
    await confirm()
    expect(window.state().brouillon?.nom).toBe('Labo des Lilas')
    expect(window.state().lectures).toEqual({})
  })

  test('is worked on where nothing can be kept', async () => {
    window.refusals.add = 'indisponible'
    window.refusals.save = 'indisponible'
    await open(await exported())
    await confirm()
    expect(window.state().brouillon?.nom).toBe('Labo des Lilas')
    expect(window.state().sauvegarde).toEqual({ etat: 'echec', raison: 'indisponible' })
  })
})

describe('[opening] the portal’s return', () => {
  const nom = 'JSON-1234567890-20230320-001.json'
  beforeEach(async () => {
    await saveDepot(window.poste.database, exampleDepot({ json: exemple }))
    await window.travail.start(3_000)
  })

  test('is kept with the deposit that it answers, and shown there', async () => {
    await open(file(nom, retour()))
    await confirm()
    expect(window.state().depots[0]?.retour).toMatchObject({
      ...{ nomFichier: nom, luLe: '2023-03-20T12:00:00.000Z', rejets: [1] },
    })
    expect(window.place.current()).toBe('#/retour/h1')
  })

  test('read twice it changes nothing the second time', async () => {
    await open(file(nom, retour()))
    await confirm()
    await window.clock.pass(60_000)
    const save = vi.spyOn(window.ports.history, 'saveRetour')
    await open(file('copie.json', retour()))
    await confirm()
    expect(save).not.toHaveBeenCalled()
    expect(window.state().depots[0]?.retour?.luLe).toBe('2023-03-20T12:00:00.000Z')
    expect(window.place.current()).toBe('#/retour/h1')
  })

  test('a later one takes its place; one that cannot be kept is said', async () => {
    await open(file(nom, retour()))
    await confirm()
    await open(file(nom, retour('0000')))
    await confirm()
    expect(window.state().depots[0]?.retour?.rejets).toEqual([])
    window.refusals.retour = 'plein'
    await open(file(nom, retour('0108')))
    await confirm()
    expect(window.avis().join()).toContain('plus de place')
  })
})

describe('[opening] the ASP’s modèle', () => {
  test('is remembered, put aside, and had back by the notice', async () => {
    const modele = { nomFichier: 'm.json', texte: exemple, luLe: 'x', valeursFixes: { note: 'x' } }
    await window.travail.modeles.retenir(modele)
    window.travail.modeles.retirer(modele)
    expect(window.state().modele).toBeNull()
    const annulation = window.state().avis[0]?.annulation
    if (annulation) window.travail.reverse(annulation)
    await settled()
    expect(window.state().modele).toEqual(modele)
    expect(await window.ports.settings.readModele()).toEqual({ ok: true, valeur: modele })
  })

  test('one that cannot be kept serves this page, and is said', async () => {
    window.refusals.modele = 'plein'
    await window.travail.modeles.retenir({ nomFichier: 'm.json', texte: exemple, luLe: 'x', valeursFixes: {} })
    expect(window.state().modele?.nomFichier).toBe('m.json')
    expect(window.avis().join()).toContain('n’a pas pu être gardé')
  })

  test('its wave word becomes this deposit’s and the next ones’, and is said', async () => {
    await begin()
    await open(depot('a.json', exemple.replaceAll('-Val-', '-Va1-')))
    await confirm({ modeles: new Set(['a.json']) })
    expect(window.dossier().entete.vague).toBe('Va1')
    expect(window.state().fournisseur?.vague).toBe('Va1')
    expect(window.state().revisions.entete).toBe(1)
    expect(window.avis().at(-1)).toContain('« Va1 »')
  })
})

describe('[guide §3.4] advances', () => {
  const keys = () => new Set(grouper(shown().avances).flatMap(({ lignes }) => lignes.map(({ cle }) => cle)))

  test('those chosen begin a deposit of their ANS number', async () => {
    await open(file('a.json', avance('1234567890', '00001', '00002')))
    const [first = ''] = keys()
    await confirm({ avances: new Set([first]) })
    expect(window.dossier().entete.numeroAns).toBe('1234567890')
    expect(window.dossier().demandes.map(({ saisie }) => saisie.numeroEditeur)).toEqual(['00001'])
    expect(window.place.current()).toBe('#/demandes')
  })

  test('or join the deposit at work of the same ANS number, as one act', async () => {
    await begin()
    const before = window.draft()
    await open(file('a.json', avance('1234567890', '00002')))
    await confirm({ avances: keys(), ajouter: true })
    expect(window.draft()).toBe(before)
    expect(window.dossier().demandes).toHaveLength(2)
    window.travail.undo()
    expect(window.dossier().demandes).toHaveLength(1)
  })

  test('those of another ANS number never join it', async () => {
    await begin()
    const before = window.draft()
    await open(file('a.json', avance('0000000009', '00002')))
    await confirm({ avances: keys(), ajouter: true })
    expect(window.draft()).not.toBe(before)
    expect((await window.stored(before))?.dossier.demandes).toHaveLength(1)
  })
})

describe('[correction] a new deposit out of an old one', () => {
  const options = { signal: { aborted: false }, onProgress: () => undefined }
  const record = async () => {
    await open(depot(), ...pieces())
    await confirm()
    await window.travail.session.flush()
    const { record: note } = await window.travail.depots()
    await note({
      nomJson: 'JSON-1234567890-20230320-001.json',
      nomZip: 'z.zip',
      json: exemple,
      fichiers: [],
      dossier: window.dossier(),
      origine: window.state(),
    })
    const [noted] = window.state().depots
    if (!noted) throw new Error('no deposit')
    return noted
  }
  const rejected = { rang: 1, numLigne: '1', numeroASP: '', numeroEditeur: '00001', issue: 'rejetee' } as const
  const chosen = [
    { numLigne: 1, retour: { ...rejected, codeTraitement: '0107', libelleTraitement: 'Date de facture' } },
  ]

  test('its demandes come as their draft holds them, pièces and all, under the next number', async () => {
    const noted = await record()
    const { reprendreDepot } = await window.travail.opening()
    expect(await reprendreDepot(noted, chosen, 'Correction', options)).toEqual([])
    expect(window.draft()).not.toBe(noted.draftId)
    expect(window.state().brouillon?.nom).toBe('Correction')
    expect(window.dossier().entete.numeroFichier).toBe('002')
    expect(window.dossier().demandes[0]?.rejet?.libelle).toBe('Date de facture')
    expect((await window.storedPieces()).size).toBe(2)
    expect((await window.stored(noted.draftId))?.dossier.demandes[0]?.rejet).toBeNull()
  })

  test('what its draft no longer has comes from the JSON and the bytes kept with it', async () => {
    const noted = await record()
    window.travail.demandes.removeDemande(window.dossier().demandes[0]?.id ?? '')
    const { reprendreDepot } = await window.travail.opening()
    expect(await reprendreDepot(noted, chosen, 'Correction', options)).toEqual([])
    expect(window.dossier().demandes.map(({ saisie }) => saisie.numeroASP)).toEqual(['FINBIO000006'])
    expect(window.dossier().demandes[0]?.pieces.FACTURE).not.toBeNull()
    expect((await window.storedPieces()).size).toBe(2)
  })

  test('pièces whose bytes are gone are told, and are not announced', async () => {
    const noted = await record()
    window.refusals.readPieces = 'panne'
    const { reprendreDepot } = await window.travail.opening()
    const told = await reprendreDepot(noted, chosen, 'Correction', options)
    expect(told?.map(({ remede }) => remede)).toEqual(Array(2).fill('Joignez-le de nouveau à sa demande.'))
    expect(window.dossier().demandes[0]?.pieces).toEqual({ FACTURE: null, VA: null })
  })

  test('a JSON that no longer reads is told, and nothing begins; nor when it was stopped', async () => {
    const noted = await record()
    const before = window.draft()
    const { reprendreDepot } = await window.travail.opening()
    expect(await reprendreDepot({ ...noted, id: 'gone' }, chosen, 'x', options)).toMatchObject([{ kind: 'erreur' }])
    expect(await reprendreDepot(noted, chosen, 'x', { ...options, signal: { aborted: true } })).toBeNull()
    expect(window.draft()).toBe(before)
  })

  test('a return that no deposit of this computer is of is corrected from what it holds', async () => {
    await open(file('retour.json', retour()))
    const [lu] = shown().retours
    if (!lu) throw new Error('no return')
    expect(lu.connu).toBeNull()
    const { corrigerRetourSeul } = await window.travail.opening()
    const told = await corrigerRetourSeul(lu.depot, lu.retours, new Set([1]), 'Correction')
    expect(told?.map(({ faute }) => faute)).toHaveLength(2)
    expect(window.dossier().demandes.map(({ rejet }) => rejet?.libelle)).toEqual(['code 0107'])
  })
})

import { beforeEach, describe, expect, test, vi } from 'vitest'
import { exampleDemande, exampleDossier } from '../../dossier/example'
import type { Lecture } from '../../lecture/lecture'
import { rien } from '../../lecture/readTexte'
import { examplePdf, examplePoste, exampleTravail, settled, type Example } from '../examplePorts'
import { pretsOf, showFichier } from './sheet'

let window: Example
const empty = { FACTURE: null, VA: null }
const demandes = [
  exampleDemande({ id: 'a', pieces: empty }),
  exampleDemande({ id: 'b', numeroASP: 'FINBIO000007', numeroEditeur: '00002', beneficiaires: [], pieces: empty }),
]
beforeEach(async () => {
  window = exampleTravail(examplePoste())
  window.readings.of = (text): Lecture => ({
    ...rien,
    texteLisible: true,
    type: {
      valeur: text.includes('facture') ? 'FACTURE' : text.includes('attestation') ? 'VA' : null,
      sure: true,
      raison: '',
    },
    numerosEditeur: [...text.matchAll(/\b\d{5}\b/g)].map(([numero]) => numero),
  })
  await window.travail.session.begin({ dossier: exampleDossier({ demandes }), pieces: new Map() })
})

const tri = () => window.travail.tri()
const sheet = () => window.travail.triStore.getState().tri
const prets = () => {
  const open = sheet()
  return open ? pretsOf(open) : []
}
const go = { aborted: false }
const piecesOf = (id: string) => {
  const found = window.dossier().demandes.find((demande) => demande.id === id)
  return [found?.pieces.FACTURE?.nomOriginal ?? null, found?.pieces.VA?.nomOriginal ?? null]
}
const inFolder = (file: File, path: string) => Object.assign(file, { path })
const facture = (numero = '00001', nom = `facture ${numero}.pdf`) => examplePdf(nom, `facture ${numero}, ${nom}`)
const va = (numero = '00001', nom = `pv ${numero}.pdf`) => examplePdf(nom, `attestation ${numero}, ${nom}`)

describe('[tri] files come on the sheet', () => {
  test('each is examined and read, and its place is guessed; nothing is attached', async () => {
    const before = window.dossier()
    await window.travail.trier([facture(), va('00002'), examplePdf('autre.pdf', 'autre')])
    expect(prets().map(({ nom, type, cible }) => [nom, type, cible])).toEqual([
      ['facture 00001.pdf', 'FACTURE', 'a'],
      ['pv 00002.pdf', 'VA', 'b'],
      ['autre.pdf', null, null],
    ])
    expect(sheet()?.travail).toBeNull()
    expect(window.dossier()).toBe(before)
  })

  test('a file that is no pièce is told with its way out', async () => {
    await window.travail.trier([new File(['texte'], 'lettre.doc')])
    expect(sheet()?.elements[0]?.etat).toEqual({
      kind: 'refus',
      faute: 'Format inconnu.',
      remede: 'Joignez un PDF.',
      recours: { kind: 'ouvrir' },
    })
  })

  test.each([
    ['an empty folder', []],
    ['what a system leaves', [examplePdf('.DS_Store'), examplePdf('Thumbs.db'), examplePdf('._facture.pdf')]],
    ['what a Mac puts beside a zip', [inFolder(examplePdf('facture.pdf'), '/__MACOSX/facture.pdf')]],
  ])('a drop in which nothing is (%s) opens no sheet, and says so', async (_, files) => {
    await window.travail.trier(files)
    expect(sheet()).toBeNull()
    expect(window.avis()).toEqual([expect.stringContaining('Rien n’a été trouvé dans ce que vous avez déposé')])
  })

  test('files of one name are told apart by their folders, also in what is said of them', async () => {
    await window.travail.trier([
      inFolder(facture('00003', 'facture.pdf'), '/envoi/labo 1/facture.pdf'),
      inFolder(facture('00003', 'facture.pdf'), '/envoi/labo 2/facture.pdf'),
      inFolder(facture('00004', 'seule.pdf'), './seule.pdf'),
    ])
    expect(prets().map(showFichier)).toEqual(['envoi/labo 1/facture.pdf', 'envoi/labo 2/facture.pdf', 'seule.pdf'])
    expect(prets().map(({ nom, double }) => [nom, double])).toEqual([
      ['facture.pdf', null],
      ['facture.pdf', 'même fichier que « envoi/labo 1/facture.pdf »'],
      ['seule.pdf', null],
    ])
  })

  test('more files join the sheet that is open', async () => {
    await window.travail.trier([facture()])
    await window.travail.trier([va()])
    expect(prets().map(({ nom }) => nom)).toEqual(['facture 00001.pdf', 'pv 00001.pdf'])
  })

  test('what is dropped meanwhile is examined after it: until then the sheet is at work', async () => {
    window.gates.examine.shut()
    const opened = [window.travail.trier([facture('00001'), va('00001')])]
    await settled()
    opened.push(window.travail.trier([facture('00002')]))
    await settled()
    const shares: (number | undefined)[] = []
    const end = window.travail.triStore.subscribe(({ tri }) => shares.push(tri?.travail?.share))
    await window.gates.examine.open()
    await Promise.all(opened)
    end()
    expect([...new Set(shares)]).toEqual([0, 1 / 3, 1, undefined])
    expect(prets().map(({ nom }) => nom)).toEqual(['facture 00001.pdf', 'pv 00001.pdf', 'facture 00002.pdf'])
  })

  test('giving up the examination leaves what was on the sheet before, as the clerk has chosen it', async () => {
    await window.travail.trier([facture('00001')])
    ;(await tri()).changePret(prets()[0]?.id ?? '', { cible: 'b' })
    window.gates.examine.shut()
    const opened = window.travail.trier([facture('00002'), va('00002')])
    await settled()
    ;(await tri()).cancel()
    await window.gates.examine.open()
    await opened
    expect(sheet()?.travail).toBeNull()
    expect(sheet()?.elements.map(({ nom }) => nom)).toEqual(['facture 00001.pdf'])
    await (await tri()).attach(go)
    expect(piecesOf('b')).toEqual(['facture 00001.pdf', null])
  })

  test('giving up the first examination closes the sheet', async () => {
    window.gates.examine.shut()
    const opened = window.travail.trier([facture('00001'), va('00001')])
    await settled()
    ;(await tri()).cancel()
    await window.gates.examine.open()
    await opened
    expect(sheet()).toBeNull()
  })

  test('how far it is, is told while files are examined', async () => {
    window.gates.examine.shut()
    const opened = window.travail.trier([facture(), va()])
    await settled()
    expect(sheet()?.travail).toEqual({ texte: 'Examen des fichiers', share: 0 })
    await window.gates.examine.open()
    await opened
    expect(sheet()?.travail).toBeNull()
  })

  test.each<[string, 'FACTURE' | 'VA' | null, File, string | null, string]>([
    ['on one document’s place it is meant for it', 'VA', facture('00002'), 'VA', 'a'],
    ['on a demande, a sign of another one weighs more', null, facture('00002'), 'FACTURE', 'b'],
    ['on a demande, without a sign it is for that one', null, examplePdf('autre.pdf', 'autre'), null, 'a'],
  ])('dropped %s', async (_, type, file, expectedType, cible) => {
    await window.travail.trier([file], { demande: 'a', type })
    expect(prets().map((one) => [one.type, one.cible])).toEqual([[expectedType, cible]])
  })
})

describe('[tri] doubles: the same bytes twice are told', () => {
  test('on the sheet', async () => {
    await window.travail.trier([examplePdf('une.pdf', 'facture'), examplePdf('deux.pdf', 'facture'), va()])
    expect(prets().map(({ double }) => double)).toEqual([null, 'même fichier que « une.pdf »', null])
  })

  test.each([null, 'FACTURE'] as const)(
    'dropped together on a demande (place %s), the copy is left out',
    async (type) => {
      await window.travail.trier([examplePdf('f.pdf', 'facture'), examplePdf('f (1).pdf', 'facture')], {
        demande: 'a',
        type,
      })
      expect(prets().map(({ cible, raisonCible }) => [cible, raisonCible])).toEqual([
        ['a', 'déposé sur cette demande'],
        [null, 'double'],
      ])
    },
  )

  test('and among the pièces attached', async () => {
    await window.travail.trier([facture('00002')])
    await (await tri()).attach(go)
    await window.travail.trier([examplePdf('copie.pdf', 'facture 00002, facture 00002.pdf')])
    expect(prets().map(({ double }) => double)).toEqual(['déjà joint à la demande n° 2'])
  })
})

describe('[tri] attaching', () => {
  test('all at once, as one act that can be taken back; the sheet closes', async () => {
    await window.travail.trier([facture(), va(), facture('00002')])
    await (await tri()).attach(go)
    expect(sheet()).toBeNull()
    expect([piecesOf('a'), piecesOf('b')]).toEqual([
      ['facture 00001.pdf', 'pv 00001.pdf'],
      ['facture 00002.pdf', null],
    ])
    expect(window.avis()).toEqual(['3 pièces jointes.'])
    window.travail.undo()
    expect([piecesOf('a'), piecesOf('b')]).toEqual([
      [null, null],
      [null, null],
    ])
  })

  test('the bytes are kept, and what was read is not read again', async () => {
    const stop = window.travail.watchPieces()
    const read = vi.spyOn(window.ports.pieces, 'read')
    await window.travail.trier([facture()])
    await (await tri()).attach(go)
    await window.travail.session.flush()
    await settled()
    expect(read).toHaveBeenCalledTimes(1)
    expect([...(await window.storedPieces()).values()]).toEqual(['%PDF-1.7\nfacture 00001, facture 00001.pdf'])
    expect(Object.keys((await window.stored())?.extra.lectures ?? {})).toHaveLength(1)
    stop()
  })

  test('several documents of one place are joined, in the order of the sheet', async () => {
    await window.travail.trier([facture('00001', 'une.pdf'), facture('00001', 'deux.pdf')])
    const [, second] = prets()
    ;(await tri()).move(second?.id ?? '', -1)
    await (await tri()).attach(go)
    expect(piecesOf('a')).toEqual(['deux.pdf + une.pdf', null])
    expect(window.dossier().demandes[0]?.pieces.FACTURE?.documents).toBe(2)
  })

  test('what joining costs is said', async () => {
    await window.travail.trier([facture('00001', 'une.pdf'), examplePdf('deux.pdf', 'facture 00001 signé')])
    await (await tri()).attach(go)
    expect(window.avis().join()).toContain('Documents réunis en un PDF. Une signature électronique est perdue.')
  })

  test('a join that fails attaches nothing, is said, and the sheet stays', async () => {
    const before = window.dossier()
    await window.travail.trier([facture('00001', 'une.pdf'), examplePdf('deux.pdf', 'facture 00001 protégé'), va()])
    await (await tri()).attach(go)
    expect(window.dossier()).toBe(before)
    expect(window.avis().join()).toContain('« une.pdf » et « deux.pdf » : un document est protégé.')
    expect(sheet()?.elements).toHaveLength(3)
    expect(sheet()?.travail).toBeNull()
  })

  test('a document left out, by place or by type, is not attached', async () => {
    await window.travail.trier([facture(), va()])
    const [first, second] = prets()
    ;(await tri()).changePret(first?.id ?? '', { cible: null })
    ;(await tri()).changePret(second?.id ?? '', { type: null })
    await (await tri()).attach(go)
    expect(piecesOf('a')).toEqual([null, null])
  })

  test('«Créer une demande par facture» makes demandes, with the number that an ASP name holds', async () => {
    await window.travail.trier([examplePdf('BIO-SGL-Val-FACTURE-00009.pdf'), examplePdf('BIO-SGL-Val-VA-00009.pdf')])
    expect(prets().map(({ cible }) => cible)).toEqual([null, null])
    ;(await tri()).planNouvelles()
    await (await tri()).attach(go)
    const made = window.dossier().demandes[2]
    expect(made?.saisie.numeroEditeur).toBe('00009')
    expect(piecesOf(made?.id ?? '')).toEqual(['BIO-SGL-Val-FACTURE-00009.pdf', 'BIO-SGL-Val-VA-00009.pdf'])
    expect(window.avis()).toEqual(['2 pièces jointes, 1 demande créée.'])
    expect(window.place.current()).toBe('#/demandes')
    expect(window.travail.triStore.getState().servies).toEqual([made?.id])
  })

  test('pressed twice, it attaches once', async () => {
    await window.travail.trier([facture('00001', 'une.pdf'), facture('00001', 'deux.pdf')])
    const { attach } = await tri()
    await Promise.all([attach(go), attach(go)])
    expect(window.avis()).toEqual(['1 pièce jointe.'])
    expect(window.state().annulable).toBe('1 pièce jointe.')
    window.travail.undo()
    expect(window.state().annulable).toBeNull()
  })

  test('a heap of single documents is told in as many steps as one document', async () => {
    const stepsOf = async (heap: readonly File[]) => {
      await window.travail.trier(heap)
      let steps = 0
      const end = window.travail.triStore.subscribe(() => steps++)
      await (await tri()).attach(go)
      end()
      return steps
    }
    const numbered = (rank: number) => facture(`${10_000 + rank}`, `BIO-SGL-Val-FACTURE-${10_000 + rank}.pdf`)
    const one = await stepsOf([numbered(0)])
    expect(await stepsOf(Array.from({ length: 30 }, (_, rank) => numbered(rank + 1)))).toBe(one)
  })

  test('a document lighter than the one that was too heavy takes its place on the sheet', async () => {
    await window.travail.trier([new File(['lourd'], 'lourd.xyz')])
    const id = sheet()?.elements[0]?.id ?? ''
    await (await tri()).replace(id, facture())
    expect(prets().map(({ piece }) => piece.nomOriginal)).toEqual(['facture 00001.pdf'])
  })
})

describe('[tri] a late answer changes nothing', () => {
  const twice = () => [facture('00001', 'une.pdf'), facture('00001', 'deux.pdf')]

  test('closing the heap’s sheet (Escape) while documents are being joined attaches nothing', async () => {
    const before = window.dossier()
    await window.travail.trier(twice())
    window.gates.join.shut()
    const attached = (await tri()).attach(go)
    await settled()
    expect(sheet()?.travail?.texte).toBe('Préparation des pièces')
    ;(await tri()).close()
    await window.gates.join.open()
    await attached
    expect(window.dossier()).toBe(before)
    expect(sheet()).toBeNull()
    expect(await window.storedPieces()).toEqual(new Map())
    expect(window.state().annulable).toBeNull()
  })

  test('nor while the joined document is being examined', async () => {
    const before = window.dossier()
    await window.travail.trier(twice())
    window.gates.examine.shut()
    const attached = (await tri()).attach(go)
    await settled()
    ;(await tri()).close()
    await window.gates.examine.open()
    await attached
    expect(window.dossier()).toBe(before)
  })

  test('stopped by its button, nothing is attached and the sheet stays', async () => {
    const before = window.dossier()
    const stop = { aborted: false }
    await window.travail.trier(twice())
    window.gates.join.shut()
    const attached = (await tri()).attach(stop)
    stop.aborted = true
    await window.gates.join.open()
    await attached
    expect(window.dossier()).toBe(before)
    expect(sheet()?.elements).toHaveLength(2)
    expect(sheet()?.travail).toBeNull()
  })

  test('leaving the draft closes its sheet, and what was being joined is for nobody', async () => {
    await window.travail.trier(twice())
    window.gates.join.shut()
    const attached = (await tri()).attach(go)
    await settled()
    const left = window.draft()
    await window.travail.session.begin({ dossier: exampleDossier({ demandes }), pieces: new Map() })
    await window.gates.join.open()
    await attached
    expect(sheet()).toBeNull()
    expect(piecesOf('a')).toEqual([null, null])
    expect((await window.stored(left))?.dossier.demandes[0]?.pieces).toEqual(empty)
  })

  test('a file examined after its sheet was closed does not come on the next one', async () => {
    window.gates.examine.shut()
    const first = window.travail.trier([facture()])
    await settled()
    ;(await tri()).close()
    const second = window.travail.trier([va()])
    await window.gates.examine.open()
    await Promise.all([first, second])
    expect(sheet()?.elements.map(({ nom }) => nom)).toEqual(['pv 00001.pdf'])
    expect(prets()).toHaveLength(1)
  })
})

describe('[tri] nothing dropped is lost', () => {
  test('files dropped before a deposit was begun: one is begun for them', async () => {
    await window.travail.session.close()
    await window.travail.trier([facture('00003'), va('00003')])
    await (await tri()).attach(go)
    expect(
      window.dossier().demandes.map(({ pieces }) => [pieces.FACTURE?.nomOriginal, pieces.VA?.nomOriginal]),
    ).toEqual([['facture 00003.pdf', 'pv 00003.pdf']])
    expect(window.place.current()).toBe('#/demandes')
    await window.travail.session.flush()
    expect((await window.storedPieces()).size).toBe(2)
  })

  test('files that came on the sheet while others were joined stay on it', async () => {
    await window.travail.trier([facture('00001', 'une.pdf'), facture('00001', 'deux.pdf')])
    window.gates.join.shut()
    const attached = (await tri()).attach(go)
    await settled()
    await window.travail.trier([va()])
    await window.gates.join.open()
    await attached
    expect(piecesOf('a')).toEqual(['une.pdf + deux.pdf', null])
    expect(prets().map(({ nom }) => nom)).toEqual(['pv 00001.pdf'])
    await (await tri()).attach(go)
    expect(piecesOf('a')).toEqual(['une.pdf + deux.pdf', 'pv 00001.pdf'])
  })

  test('a demande that was removed under the sheet is said, and the sheet stays', async () => {
    await window.travail.trier([facture(), va('00002')])
    window.travail.demandes.removeDemande('a')
    await (await tri()).attach(go)
    expect(window.avis().at(-1)).toContain('Une demande choisie n’existe plus.')
    expect(prets()).toHaveLength(2)
    expect(piecesOf('b')).toEqual([null, null])
  })

  test('a draft that another window has: said, and the sheet goes on once it was taken back', async () => {
    const other = exampleTravail(window.poste)
    await other.travail.session.resume(window.draft())
    await window.travail.trier([facture()])
    await other.travail.session.takeOver()
    await (await tri()).attach(go)
    expect(window.avis().at(-1)).toContain('ouvert dans une autre fenêtre')
    expect(prets()).toHaveLength(1)
    await window.travail.session.takeOver()
    await (await tri()).attach(go)
    expect(piecesOf('a')).toEqual(['facture 00001.pdf', null])
  })
})

import { expect, test } from 'vitest'
import { ouvertureAbilities } from '../../ouverture/abilities'
import { exampleDossier } from '../../dossier/example'
import exemple from '../../format/exemple-guide.json?raw'
import { readFichier } from '../../format/readFichier'
import { exampleDepot } from '../../storage/example'
import { resumeDepot, type DepotTelecharge } from '../../records/depotTelecharge'
import type { Octets } from '../ports'
import { grouper } from './avances'
import { classer, isPiecesSeules } from './contenu'
import { chercher } from './reserve'
import { lignesOf, trouverDepot } from './retours'

const depots: DepotTelecharge[] = [
  exampleDepot({ id: 'autre', nomJson: 'JSON-1234567890-20230320-002.json' }),
  exampleDepot(),
].map((depot) => resumeDepot({ ...depot, deposeLe: null, retour: null }))
const alentours = {
  depots,
  entete: () => exampleDossier().entete,
  newId: () => crypto.randomUUID(),
  toFile: (octets: Octets, nom: string) => new File([octets as Blob], nom),
}
const lire = async (...files: File[]) => {
  const ouverts = await ouvertureAbilities.lire(
    files.map((file) => ({ nom: file.name, octets: file })),
    () => undefined,
  )
  return classer(
    files.flatMap((file, index) => ouverts.slice(index, index + 1).map((ouvert) => ({ file, ouvert }))),
    [],
    alentours,
  )
}
const file = (nom: string, text: string) => new File([text], nom)
const pdf = (nom: string) => file(nom, '%PDF-1.7\n')

test('[format §7] a deposit finds its pièces among the files beside it, letter case and wave word aside', async () => {
  const contenu = await lire(
    file('a.json', exemple),
    pdf('bio-sgl-VA1-facture-00001.PDF'),
    pdf('BIO-SGL-Val-VA-00001.pdf'),
    pdf('autre.pdf'),
  )
  const [depot] = contenu.depots
  expect(depot?.recherche.manquantes).toEqual([])
  expect(depot?.recherche.trouvees.map(({ attendue }) => attendue.typeFichier)).toEqual(['FACTURE', 'VA'])
  expect(contenu.pieces.map(({ name }) => name)).toEqual(['autre.pdf'])
  expect(isPiecesSeules(contenu)).toBe(false)
})

test('[format §7] the same text chosen twice is one deposit, and files of no kind are pièces', async () => {
  expect((await lire(file('a.json', exemple), file('b.json', exemple))).depots).toHaveLength(1)
  expect(isPiecesSeules(await lire(pdf('a.pdf')))).toBe(true)
  expect(isPiecesSeules(await lire(pdf('a.pdf'), file('a.json', '{')))).toBe(false)
})

test('[format §4] the wave word of the names is said when it is not the usual one', async () => {
  const [usual] = (await lire(file('a.json', exemple))).depots
  const [other] = (await lire(file('a.json', exemple.replaceAll('-Val-', '-Va1-')))).depots
  expect(usual?.notes).toEqual([])
  expect(other?.notes.join()).toContain('« Va1 »')
  expect(other?.dossier.entete.vague).toBe('Va1')
})

test('[format §5] of two zips with the same names, the one of the same deposit is taken', () => {
  const fichiers = ['PJ-1234567890-20230320-001.zip', 'PJ-1234567890-20230320-002.zip'].map((source) => ({
    nom: 'BIO-SGL-Val-VA-00001.pdf',
    octets: new Blob([source]),
    source,
  }))
  const attendues = [{ demande: 'a', nomFichier: 'BIO-SGL-Val-VA-00001.pdf', typeFichier: 'VA' as const }]
  const found = (nomJson: string) => chercher(attendues, fichiers, nomJson).trouvees[0]?.fichier.source
  expect(found('JSON-1234567890-20230320-002.json')).toBe(fichiers[1]?.source)
  expect(found('depot.json')).toBe(fichiers[0]?.source)
  expect(chercher([{ demande: 'a', nomFichier: 'note.pdf', typeFichier: null }], fichiers, 'x').manquantes).toEqual([
    'note.pdf',
  ])
})

const retour = readFichier(exemple.replace('"codeTraitement": null', '"codeTraitement": "0107"'))
const trouver = (nom: string, connus = depots) =>
  retour.ok && retour.kind === 'retour' ? trouverDepot(nom, retour.depot, retour.retours, connus) : null

test.each([
  [
    'by the name of its file, however browsers and the portal changed it',
    'retour-JSON-1234567890-20230320-001 (2).json',
    'h1',
  ],
  ['else the last downloaded of those with its demandes', 'retour.json', 'autre'],
])('[format §7 retour] the deposit it answers is found %s', (_, nom, id) => {
  const found = trouver(nom)
  expect(found?.depot.id).toBe(id)
  expect(found && lignesOf(found, 'rejetee')).toEqual([1])
})

test('[format §7 retour] a return of another ANS number, or of unknown demandes, answers no deposit', () => {
  const [first] = depots
  expect(first && trouver('retour.json', [{ ...first, numeroAns: '0000000000' }])).toBeNull()
  expect(first && trouver('retour.json', [{ ...first, demandes: [] }])).toBeNull()
})

test('[guide §3.4] advance files of one ANS number are one group, each demande under a key of its own', async () => {
  const avance = (numeroAns: string, numero: string) =>
    JSON.stringify({ numeroAns, lignesImport: [{ numeroEditeur: numero, commande: { dateCommande: '01/02/2023' } }] })
  const { avances } = await lire(
    file('a.json', avance('1', '00001')),
    file('b.json', avance('2', '00001')),
    file('c.json', avance('1', '00002')),
  )
  const groupes = grouper(avances)
  expect(groupes.map(({ numeroAns, lignes }) => [numeroAns, lignes.map(({ fichier }) => fichier)])).toEqual([
    ['1', ['a.json', 'c.json']],
    ['2', ['b.json']],
  ])
  const cles = groupes.flatMap(({ lignes }) => lignes.map(({ cle }) => cle))
  expect(new Set(cles).size).toBe(3)
})

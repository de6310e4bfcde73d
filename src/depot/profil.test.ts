import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { expect, test, vi } from 'vitest'
import { allConstats, createChecker } from '../dossier/checkDossier'
import { noContexte } from '../dossier/contexte'
import { emptyDemande, type Demande, type Dossier, type Piece } from '../dossier/dossier'
import { exampleDemande, exampleDossier } from '../dossier/example'
import { fromFichier } from '../dossier/fromFichier'
import { proposeNumeroASP } from '../dossier/numeros'
import { readNomPiece, writeNomPiece } from '../format/names'
import { nomProfil, parType, profil, type TypeFichier } from '../format/profil'
import { readFichier } from '../format/readFichier'
import { fichierSchema } from '../jsonschema/fichierSchema'
import { readDraft, writeDraft } from '../records/draft'
import { migrateDraft } from '../records/migrations'
import { refuse } from '../records/resultat'
import { exampleDraft } from '../storage/example'
import { affecter } from '../travail/tri/affectation'
import { depotAbilities } from './abilities'
import { toCommande } from './prepare'
import { splitDossier } from '../dossier/split'

// Another profile is data: with it in the place of the usual one, no code changes.
vi.mock('../format/profilChoisi', async () => ({ choisi: (await import('../format/profilExample')).profilExample }))

const jour = exampleDossier().entete.dateDepot as ReturnType<typeof noContexte>['today']
const contentOf = (id: string) => `contenu de ${id}`
const octetsOf = (id: string) => new Blob([contentOf(id)])

const piece = (id: string, overrides: Partial<Piece> = {}): Piece => ({
  id,
  nomOriginal: `${id}.pdf`,
  formatFichier: 'PDF',
  taille: octetsOf(id).size,
  empreinte: createHash('sha256').update(contentOf(id)).digest('hex'),
  pages: 1,
  remarques: [],
  documents: 1,
  ...overrides,
})

const demande = (numero: string, overrides: Partial<Demande> = {}): Demande => ({
  ...exampleDemande({ id: numero, numeroEditeur: numero, numeroASP: `FINRAD0${numero}` }),
  pieces: parType((type) => piece(`${numero}-${type}`)),
  ...overrides,
})

const dossierOf = (...demandes: Demande[]): Dossier =>
  exampleDossier({ demandes, vague: profil.vagues[0] as Dossier['entete']['vague'] })
const constatsOf = (dossier: Dossier) => allConstats(createChecker()(dossier, noContexte(jour)))
const types = ['FACTURE', 'VA', 'BL']

test('[profil] the chosen one is asked everywhere: its name, its types of pièces', () => {
  expect(nomProfil).toBe('RAD-RIS')
  expect(Object.keys(emptyDemande('d').pieces)).toEqual(types)
})

test('[profil] names are its own, written and read', () => {
  const parts = { vague: profil.vagues[0], typeFichier: 'BL' as TypeFichier, numeroEditeur: '00001' }
  const nom = writeNomPiece({ ...parts, formatFichier: 'PDF' })
  expect(nom).toBe('RAD-RIS-Vx2-BL-00001.pdf')
  expect(readNomPiece(nom)).toEqual({ ...parts, formatFichier: 'PDF' })
  expect(readNomPiece('BIO-SGL-Val-VA-00001.pdf')).toBeNull()
  expect(affecter('bon de livraison.pdf', null, []).type).toBe('BL')
})

test('[profil] checks hold its prefix, its pièces and its limits', () => {
  expect(constatsOf(dossierOf(demande('00001'))).filter(({ gravite }) => gravite === 'erreur')).toEqual([])
  const others = constatsOf(dossierOf(exampleDemande({ id: 'autre', pieces: parType(() => null) })))
  const fautes = others
    .filter(({ gravite }) => gravite === 'erreur')
    .map(({ champ, message }) => [champ, message.faute])
  expect(fautes).toEqual([
    ['numeroASP', 'Ce numéro ne commence pas par FINRAD.'],
    ['FACTURE', 'Facture manquante.'],
    ['VA', 'Attestation de vérification d’aptitude manquante.'],
    ['BL', 'Bon de livraison manquant.'],
  ])
  expect(proposeNumeroASP('6')).toBe('FINRAD000006')
  const heavy = demande('00001', {
    pieces: { ...demande('00001').pieces, ['BL' as TypeFichier]: piece('lourde', { taille: 1024 * 1024 + 1 }) },
  })
  const tooHeavy = constatsOf(dossierOf(heavy)).find(({ regle }) => regle === 'pieceTaille')
  expect([tooHeavy?.champ, tooHeavy?.message.faute]).toEqual(['BL', expect.stringContaining('pour 1 Mo au plus')])
})

test('[profil] a deposit is split at its limit, and its zip and JSON hold its three pièces', async () => {
  const lots = splitDossier(dossierOf(demande('00001'), demande('00002'), demande('00003')))
  expect(lots.map(({ dossier }) => dossier.demandes.length)).toEqual([2, 1])
  const commande = toCommande(lots[1]?.dossier ?? expect.fail(), octetsOf)
  if ('absente' in commande) return expect.fail(commande.absente)
  const { depot } = await depotAbilities.preparer(commande, () => undefined)
  const noms = types.map((type) => `RAD-RIS-Vx2-${type}-00003.pdf`)
  const zip = unzipSync(new Uint8Array((await depot?.zip.arrayBuffer()) ?? new ArrayBuffer(0)))
  expect(Object.keys(zip)).toEqual(noms)

  const text = (await depot?.json.text()) ?? ''
  const { lignesImport } = JSON.parse(text) as {
    lignesImport: { numeroASP: string; piecesJustificatives: { nomFichier: string; typeFichier: string }[] }[]
  }
  expect(lignesImport[0]?.numeroASP).toBe('FINRAD000003')
  expect(lignesImport[0]?.piecesJustificatives.map(({ nomFichier, typeFichier }) => [typeFichier, nomFichier])).toEqual(
    types.map((type, rank) => [type, noms[rank]]),
  )
  const lu = readFichier(text)
  if (!lu.ok) return expect.fail(lu.raison)
  const { attendues } = fromFichier(lu.depot, dossierOf().entete, () => 'lue')
  expect(attendues.map(({ typeFichier }) => typeFichier)).toEqual(types)
})

test('[guide §2.1] a file of another profile is named for what it is', () => {
  const bio = readFileSync(new URL('../format/exemple-guide.json', import.meta.url), 'utf8')
  expect(readFichier(bio)).toEqual({ ok: false, raison: 'autreCouloir', prefixe: 'FINBIO' })
  expect(readFichier(bio.replace('FINBIO', 'FINRAD'))).toEqual({ ok: false, raison: 'autreProfil', nom: 'BIO-SGL' })
})

test('[profil] a draft carries it: one of another profile is refused, untouched', () => {
  const draft = exampleDraft({ dossier: dossierOf(demande('00001')) })
  expect(writeDraft(draft).profil).toBe('RAD-RIS')
  expect(readDraft(writeDraft(draft))).toEqual({ ok: true, valeur: draft })
  expect(readDraft({ ...writeDraft(draft), profil: 'BIO-SGL' })).toEqual(refuse('autreProfil'))
  // Before profiles had names there was one.
  expect(migrateDraft({ ...draft, version: 1 })).toMatchObject({ ok: true, valeur: { profil: 'BIO-SGL' } })
})

test('[profil] the published schema is its own', () => {
  const schema = JSON.stringify(fichierSchema())
  for (const own of ['RAD-RIS', '"BL"', '^FINRAD']) expect(schema).toContain(own)
  expect(schema).not.toMatch(/BIO-SGL|FINBIO/)
})

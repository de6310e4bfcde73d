import { expect, test } from 'vitest'
import type { Jour } from '../format/jour'
import { readFichierModele } from '../format/readFichier'
import { writeFichier } from '../format/write'
import { allConstats, createChecker } from './checkDossier'
import { noContexte } from './contexte'
import { depotOf } from './checkEntete'
import { constatKey } from './constat'
import type { Dossier } from './dossier'
import { exampleDemande, exampleDossier } from './example'
import { isContournable, passerOutre } from './passerOutre'
import { regles } from './regles'
import { toFichier } from './toFichier'

const contexte = noContexte('20/03/2023' as Jour)
const constatsOf = (dossier: Dossier) => allConstats(createChecker()(dossier, contexte))
const erreursOf = (dossier: Dossier) => constatsOf(dossier).filter(({ gravite }) => gravite === 'erreur')
/** The dossier with every rule that can be passed over passed over. */
const passAll = (dossier: Dossier): Dossier => ({
  ...dossier,
  passesOutre: Object.fromEntries(
    erreursOf(dossier)
      .filter(isContournable)
      .map((found) => [constatKey(found), 'dit par l’ASP']),
  ),
})

const fautif = exampleDossier({
  numeroAns: ' 12345678 ',
  SIRET: '732 829 320 0007',
  demandes: [
    exampleDemande({
      numeroASP: 'finris00006',
      montantCommande: '100',
      beneficiaires: ['99999999', '2A0000014', '2a0000014'],
      identDMP: ['x'.repeat(250), 'a', 'a'],
      adresseBoiteMSSPro: 'labo exemple',
    }),
  ],
})

test('an erreur of content passed over is an alerte with its reason, and blocks no more', () => {
  expect(erreursOf(fautif).length).toBeGreaterThanOrEqual(8)
  const passed = passAll(fautif)
  expect(erreursOf(passed)).toEqual([])
  const told = constatsOf(passed).filter(({ passeOutre }) => passeOutre !== undefined)
  expect(told).toHaveLength(erreursOf(fautif).length)
  expect(told.every(({ gravite, passeOutre }) => gravite === 'alerte' && passeOutre === 'dit par l’ASP')).toBe(true)
})

test('a rule passed over for one value speaks again for the next', () => {
  const passed = passAll(fautif)
  expect(erreursOf({ ...passed, entete: { ...passed.entete, SIRET: '1' } }).map(({ regle }) => regle)).toEqual([
    'SIRETFormat',
  ])
  const [demande] = passed.demandes
  const other = exampleDemande({ ...demande?.saisie, beneficiaires: ['9'], montantCommande: '101' })
  expect(erreursOf({ ...passed, demandes: [other] }).map(({ regle }) => regle)).toEqual([
    'beneficiaireFormat',
    'montantSuperieurCommande',
  ])
})

test('what stands against a rule is written as typed, trimmed, and reads back the same', () => {
  const passed = passAll(fautif)
  const fichier = toFichier(passed)
  expect(fichier).toMatchObject({
    numeroAns: '12345678',
    SIRET: '732 829 320 0007',
    lignesImport: [{ numeroASP: 'FINRIS00006', beneficiaires: ['99999999', '2A0000014', '2A0000014'] }],
  })
  const lu = readFichierModele(writeFichier(fichier))
  expect(lu.ok && lu.depot.lignes[0]).toMatchObject({
    numeroASP: 'FINRIS00006',
    beneficiaires: ['99999999', '2A0000014', '2A0000014'],
    adresseBoiteMSSPro: 'labo exemple',
  })
  expect(depotOf(passed.entete, passed.passesOutre)?.numeroAns).toBe('12345678')
  expect(depotOf(passed.entete)).toBeNull()
})

test('names, bytes, counts and what cannot be written are never passed over', () => {
  const never = [
    'numeroEditeurLongueur',
    'numeroEditeurCaracteres',
    'numeroEditeurDouble',
    'numeroAnsCaracteres',
    'nomFichierLongueur',
    'dateFactureInvalide',
    'montantIllisible',
    'montantDecimales',
    'pieceTaille',
  ] as const
  expect(never.filter((nom) => regles[nom].contournable)).toEqual([])
  for (const { manque, gravite, contournable } of Object.values(regles))
    if (manque || gravite === 'alerte') expect(contournable).toBe(false)
  const dossier = exampleDossier({ demandes: [exampleDemande({ numeroEditeur: '1' })] })
  const vide = exampleDossier({ demandes: [exampleDemande({ beneficiaires: ['999999991', ' '] })] })
  expect(erreursOf(vide).map(isContournable)).toEqual([false])
  const [found] = erreursOf(dossier)
  expect(found && erreursOf({ ...dossier, passesOutre: { [constatKey(found)]: 'non' } })).toHaveLength(1)
})

test('without a rule passed over every list stays the one it was', () => {
  const constats = constatsOf(fautif)
  expect(passerOutre(constats, {})).toBe(constats)
})

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Fichier, LigneImport } from './fichier'
import type { Jour } from './jour'
import type { Centimes } from './montant'
import { writeFichier } from './write'

const ligne: LigneImport = {
  numeroASP: 'FINBIO000006',
  numeroEditeur: '00001',
  facture: { dateFacture: '15/03/2023' as Jour, montantSegurHTFacture: 27_450_00 as Centimes },
  beneficiaires: ['999999991', '999999992', '999999993'],
  piecesJustificatives: [
    { nomFichier: 'BIO-SGL-Val-FACTURE-00001.pdf', formatFichier: 'PDF', typeFichier: 'FACTURE' },
    { nomFichier: 'BIO-SGL-Val-VA-00001.pdf', formatFichier: 'PDF', typeFichier: 'VA' },
  ],
  scenarioInstallation: {
    isDirectToDMP: true,
    identDMP: ['1999999991'],
    isDirectToMSSPro: true,
    adresseBoiteMSSPro: 'labo@exemple.mssante.fr',
    isDirectToMSSCitoyen: false,
    adresseBoiteMSSCitoyen: null,
  },
}
const fichier: Fichier = { numeroAns: '1234567890', SIRET: '73282932000074', lignesImport: [ligne] }

test('[format §2] writes the guide’s example to the byte: UTF-8 without BOM, LF, two spaces, one final newline', () => {
  const golden = readFileSync(new URL('./exemple-guide.json', import.meta.url))
  expect(writeFichier(fichier)).toBe(golden.toString('utf8'))
  expect(Buffer.from(writeFichier(fichier), 'utf8').equals(golden)).toBe(true)
  expect(golden.subarray(0, 4).toString('latin1')).toBe('{\n  ')
  expect(golden.subarray(-4).toString('latin1')).toBe(']\n}\n')
  expect(golden.includes('\r')).toBe(false)
})

test('[format §2] any reader of JSON finds the values again, always-null tags included', () => {
  expect(JSON.parse(writeFichier(fichier))).toEqual({
    impId: null,
    numeroAns: fichier.numeroAns,
    SIRET: fichier.SIRET,
    lignesImport: [
      {
        ...ligne,
        numLigne: 1,
        typeAction: 'C',
        facture: { dateFacture: '15/03/2023', montantSegurHTFacture: 27450 },
        lienCompteRendu: null,
        codeTraitement: null,
        libelleTraitement: null,
      },
    ],
  })
})

test('[format §3 lignesImport] numbers the demandes from 1, as integers', () => {
  const written = JSON.parse(writeFichier({ ...fichier, lignesImport: [ligne, ligne, ligne] })) as {
    lignesImport: { numLigne: unknown }[]
  }
  expect(written.lignesImport.map(({ numLigne }) => numLigne)).toEqual([1, 2, 3])
})

test('[format §2] writes only the tags it knows, in the guide’s order, whatever else the values carry', () => {
  const odd = { ...ligne, libelleInterne: 'Labo', numeroEditeur: '00002' }
  const written = writeFichier({ ...fichier, lignesImport: [odd] })
  expect(written).not.toContain('Labo')
  const reordered = {
    ...ligne,
    scenarioInstallation: Object.fromEntries(Object.entries(ligne.scenarioInstallation).reverse()),
  }
  expect(writeFichier({ ...fichier, lignesImport: [reordered as unknown as LigneImport] })).toBe(writeFichier(fichier))
})

test('[format §3 montantSegurHTFacture] is a number with two decimals for any cents', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 12 }), (cents) => {
      const facture = { ...ligne.facture, montantSegurHTFacture: cents as Centimes }
      const literal = /"montantSegurHTFacture": (.*)$/m.exec(
        writeFichier({ ...fichier, lignesImport: [{ ...ligne, facture }] }),
      )?.[1]
      expect(literal).toMatch(/^\d+\.\d{2}$/)
      expect(Math.round(Number(literal) * 100)).toBe(cents)
    }),
  )
})

test('[format §2] escapes what JSON must, and keeps accents and astral characters as they are', () => {
  const hostile = 'a"b\\c é😀’'
  const text = writeFichier({ ...fichier, numeroAns: hostile })
  expect((JSON.parse(text) as { numeroAns: string }).numeroAns).toBe(hostile)
  expect(text).toContain('é😀')
})

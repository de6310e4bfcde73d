import type { Page } from '@playwright/test'
import { zipSync } from 'fflate'
import { expect, sampleBytes } from './app'

export interface Fichier {
  name: string
  buffer: Buffer
}

export const fichier = (name: string, content: string | Uint8Array): Fichier => ({ name, buffer: Buffer.from(content) })
export const zip = (name: string, entries: Record<string, Uint8Array>): Fichier =>
  fichier(name, zipSync(entries, { level: 0 }))

/** One demande as a file has it; `overrides` replace tags. */
export const ligne = (rang: number, overrides: object = {}) => ({
  numLigne: rang,
  typeAction: 'C',
  numeroASP: `FINBIO00000${rang}`,
  numeroEditeur: `0000${rang}`,
  facture: { dateFacture: '15/03/2023', montantSegurHTFacture: 27450 },
  beneficiaires: [`75071218${rang}`],
  piecesJustificatives: [
    { nomFichier: `BIO-SGL-Val-FACTURE-0000${rang}.pdf`, formatFichier: 'PDF', typeFichier: 'FACTURE' },
    { nomFichier: `BIO-SGL-Val-VA-0000${rang}.pdf`, formatFichier: 'PDF', typeFichier: 'VA' },
  ],
  lienCompteRendu: null,
  scenarioInstallation: {
    isDirectToDMP: false,
    identDMP: [],
    isDirectToMSSPro: true,
    adresseBoiteMSSPro: 'labo@exemple.mssante.fr',
    isDirectToMSSCitoyen: false,
    adresseBoiteMSSCitoyen: null,
  },
  codeTraitement: null,
  libelleTraitement: null,
  ...overrides,
})

export const depot = (lignes: readonly object[], entete: object = {}) => ({
  impId: null,
  numeroAns: '1234567890',
  SIRET: '73282932000074',
  ...entete,
  lignesImport: lignes,
})

export const json = (name: string, content: object) => fichier(name, JSON.stringify(content, null, 2))

/** A deposit of that many demandes, each of its own numbers, amount and FINESS; `overrides` replace tags of one. */
export const grandDepot = (nombre: number, overrides: (rang: number) => object = () => ({})) =>
  depot(
    Array.from({ length: nombre }, (_, index) => {
      const rang = index + 1
      return ligne(rang, {
        numeroASP: `FINBIO${String(rang).padStart(6, '0')}`,
        numeroEditeur: String(rang).padStart(5, '0'),
        facture: { dateFacture: '15/03/2023', montantSegurHTFacture: 20_000 + rang },
        beneficiaires: [String(750_000_000 + rang)],
        ...overrides(rang),
      })
    }),
  )

/** A demande d'avance. */
export const avance = (rang: number, overrides: object = {}) => ({
  numLigne: rang,
  numeroASP: `FINBIO00000${rang}`,
  numeroEditeur: `0000${rang}`,
  commande: { dateCommande: '01/02/2023', montantSegurHTCommande: 30000 },
  beneficiaires: [`75071218${rang}`],
  ...overrides,
})

/** The two pièces of each demande under their names; every one of other bytes than the rest. */
export async function pieces(rangs: readonly number[]): Promise<Record<string, Uint8Array>> {
  const [facture, va] = [await sampleBytes('facture.pdf'), await sampleBytes('attestation.pdf')]
  const own = (bytes: Buffer, rang: number) => Buffer.concat([bytes, Buffer.from(`\n% ${rang}\n`)])
  return Object.fromEntries(
    rangs.flatMap((rang) => [
      [`BIO-SGL-Val-FACTURE-0000${rang}.pdf`, own(facture, rang)],
      [`BIO-SGL-Val-VA-0000${rang}.pdf`, own(va, rang)],
    ]),
  )
}

/** Chooses files with «Ouvrir un fichier», on the first screen. */
export async function ouvrir(page: Page, ...files: Fichier[]) {
  await page
    .getByLabel('Ouvrir un fichier', { exact: true })
    .setInputFiles(files.map((file) => ({ mimeType: 'application/octet-stream', ...file })))
  await expect(page.getByRole('dialog')).toBeVisible()
}

export const dialogue = (page: Page) => page.getByRole('dialog')
export const confirmer = (page: Page, button: string) =>
  dialogue(page).getByRole('button', { name: button, exact: true }).click()
export const titre = (page: Page, heading: string) =>
  expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
export const accueil = async (page: Page) => {
  await page.getByRole('link', { name: 'Solde BIO-SGL' }).click()
  await titre(page, 'Demandes de solde BIO-SGL')
}

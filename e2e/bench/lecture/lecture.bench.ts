import { join } from 'node:path'
import { test, type Page } from '@playwright/test'
import { longestBlock, showBloc, type Bloc } from '../blocs'
import { showMemoire, watchMemory } from '../memoire'
import { compare } from './constats'
import { compter, showPart, showResultats, type Resultat } from './compter'
import { readManifest, type Fichier, type Groupe } from './manifest'
import type { Mesure, MesureJonction, Mesureur } from './page'

const folder = process.env.LECTURE ?? ''
const ocr = process.env.LECTURE_OCR === 'yes'

/** Files during which the page is watched for what holds it up. */
const blocksMax = 5
const worst = (blocks: readonly Bloc[]): Bloc => ({
  clock: Math.max(...blocks.map(({ clock }) => clock)),
  work: Math.max(...blocks.map(({ work }) => work)),
})

async function give(page: Page, files: readonly string[]) {
  await page.getByLabel('Fichiers').setInputFiles(files.map((file) => join(folder, file)))
}

async function mesurer(page: Page, { file, expected }: Fichier): Promise<Mesure> {
  await give(page, [file])
  return page.evaluate(([type, ocr]) => (window as unknown as Mesureur).mesurer(type, ocr), [
    expected.classification ?? 'FACTURE',
    ocr,
  ] as const)
}

async function joindre(page: Page, groupe: Groupe): Promise<string> {
  await give(page, groupe.files)
  const made: MesureJonction = await page.evaluate(() => (window as unknown as Mesureur).joindre())
  if (made.echec !== null) return `  ${groupe.id}: ${made.echec.replace('\n', ' ')}`
  const montant = made.lecture?.montantHT
  const told = [
    `${made.pages ?? 'no'} pages of ${groupe.pages}`,
    made.reduit && 'made lighter to fit',
    groupe.montantTotal && `sum ${montant ? (montant.valeur / 100).toFixed(2) : '–'} of ${groupe.montantTotal}`,
    groupe.finess && `FINESS ${made.lecture?.finess.map(({ valeur }) => valeur).join(' ') ?? '–'}`,
  ]
  return `  ${groupe.id}: ${told.filter(Boolean).join(', ')}`
}

/** ms after which the workers are let go. */
const letGo = 35_000

test('what is read in the files of a folder', async ({ browser, page }) => {
  const { files, groups } = readManifest(folder)
  page.on('pageerror', ({ message }) => console.log(`Uncaught: ${message}`))
  await page.goto('./')
  const resultats: Resultat[] = []
  const faults: string[] = []
  const times: number[] = []
  const recognised: number[] = []
  const memory = ocr ? await watchMemory(browser, page) : null
  const blocks: Bloc[] = []
  for (const fichier of files) {
    let mesure = null
    const isWatched = ocr && fichier.textLayer === 'none' && blocks.length < blocksMax
    if (isWatched)
      blocks.push(await longestBlock(browser, page, async () => void (mesure = await mesurer(page, fichier))))
    mesure ??= await mesurer(page, fichier)
    resultats.push(...compter(fichier, mesure.lecture, ocr))
    faults.push(...compare(fichier, mesure).map((fault) => `  ${fichier.file}: ${fault}`))
    times.push(mesure.millisecondes)
    if (mesure.reconnu !== null) recognised.push(mesure.reconnu)
  }
  const kind = (wanted: readonly string[]) => resultats.filter(({ fichier }) => wanted.includes(fichier.textLayer))
  const slowest = Math.max(...times)
  console.log(`\n${files.length} files of ${folder}`)
  console.log(showResultats(resultats))
  console.log(
    showPart(
      'PDFs with text',
      kind(['native', 'native+xml', 'ocr']).filter(({ fichier }) => fichier.trueType === 'pdf'),
    ),
  )
  if (ocr) console.log(showPart('Scans and pictures', kind(['none', 'garbage'])))
  console.log(showPart('XML and PDFs of XML alone', kind(['xml'])))
  console.log(
    `Findings, pages and extension as the manifest says: ${files.length - new Set(faults.map((fault) => fault.split(': ')[0])).size} of ${files.length}`,
  )
  console.log(faults.join('\n'))
  console.log(
    `Time a file: ${(times.reduce((sum, time) => sum + time, 0) / times.length).toFixed(0)} ms on average, ${slowest.toFixed(0)} ms at most (${files[times.indexOf(slowest)]?.file ?? ''})`,
  )
  if (recognised.length > 0)
    console.log(
      `Recognised: ${recognised.length}, ${(recognised.reduce((sum, time) => sum + time, 0) / recognised.length).toFixed(0)} ms on average, ${Math.max(...recognised).toFixed(0)} ms at most`,
    )
  const held = (await memory?.(letGo)) ?? null
  if (held) console.log(`Held by the page and its workers: ${showMemoire(held)}`)
  if (blocks.length > 0) console.log(`While recognising, of ${blocks.length} files: ${showBloc(worst(blocks))}`)
  console.log('Joined:')
  for (const groupe of groups) console.log(await joindre(page, groupe))
})

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@playwright/test'
import type { Fichier } from '../manifest'
import { fabriquer } from './fabriquer'
import { writePage } from './toHtml'
import { writePdf } from './toPdf'

const folder = process.env.LECTURE ?? ''
const [first, count] = [Number(process.env.GRAINE ?? 1), Number(process.env.NOMBRE ?? 160)]

test('made documents, and what is true of each', async ({ page }) => {
  mkdirSync(folder, { recursive: true })
  const files: Fichier[] = []
  for (let seed = first; seed < first + count; seed++) {
    const { nom, blocs, attendu, chance } = fabriquer(seed, process.env.RESERVE === '1')
    if (chance.yes(0.5)) {
      await page.setContent(writePage(blocs, chance))
      await page.pdf({ path: join(folder, nom), format: 'A4' })
    } else writeFileSync(join(folder, nom), await writePdf(blocs, chance))
    files.push({ file: nom, trueType: 'pdf', textLayer: 'native', storedAs: 'pdf', expected: attendu, findings: [] })
  }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ files, groups: [] }, null, 1))
  console.log(`${files.length} documents in ${folder}`)
})

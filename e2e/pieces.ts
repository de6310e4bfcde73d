import type { Locator, Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { download, expect, fillEntete, goToStep } from './app'

export const addDemande = (page: Page) =>
  page.getByRole('main').getByRole('button', { name: 'Ajouter une demande' }).click()

/** A deposit with one empty demande, its page open. */
export async function startDemande(page: Page) {
  await page.goto('./')
  await page.getByRole('button', { name: 'Nouveau dépôt', exact: true }).click()
  await goToStep(page, 'Demandes')
  await addDemande(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Demande n° 1')
}

export const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })
export const factureOf = (page: Page) => field(page, 'Facture')

/** The canvas of a page of the attached invoice. */
export const pageOf = (page: Page, numero: number) => page.getByRole('img', { name: new RegExp(`^Page ${numero} de `) })

/** A page as drawn, in grey values from 0 to 255, `largeur` pixels wide and in proportion. */
export interface Gris {
  largeur: number
  hauteur: number
  points: number[]
}

interface Vue {
  largeur: number
  /** Width and height, as shares of the whole, of the part in its middle that is looked at. */
  part: readonly [number, number]
}

/** Runs in the page: draws what shows on a small canvas. A canvas is drawn once it is wider than the browser's default. */
async function readGrey(element: Element, { largeur, part }: Vue): Promise<Gris> {
  const source = element as HTMLCanvasElement | HTMLImageElement
  if (source instanceof HTMLImageElement) await source.decode()
  while (source.width === 300 && source.height === 150) await new Promise((resolve) => setTimeout(resolve, 20))
  const whole =
    source instanceof HTMLImageElement ? [source.naturalWidth, source.naturalHeight] : [source.width, source.height]
  const [width, height] = [(whole[0] ?? 0) * part[0], (whole[1] ?? 0) * part[1]]
  const [left, top] = [((whole[0] ?? 0) - width) / 2, ((whole[1] ?? 0) - height) / 2]
  const hauteur = Math.round((height * largeur) / width)
  const context = new OffscreenCanvas(largeur, hauteur).getContext('2d')
  if (!context) throw new Error('No 2d context')
  context.imageSmoothingQuality = 'high'
  context.drawImage(source, left, top, width, height, 0, 0, largeur, hauteur)
  const { data } = context.getImageData(0, 0, largeur, hauteur)
  const points = Array.from({ length: largeur * hauteur }, (_, index) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(index * 4, index * 4 + 3)
    return Math.round(0.3 * red + 0.59 * green + 0.11 * blue)
  })
  return { largeur, hauteur, points }
}

/** What a canvas or picture shows, or the part in its middle. */
export const greyOf = (shown: Locator, largeur = 120, part: readonly [number, number] = [1, 1]): Promise<Gris> =>
  shown.evaluate(readGrey, { largeur, part })

/** Mean difference of two pages of the same size, 0 to 255. */
export function differenceOf(a: Gris, b: Gris): number {
  expect([a.largeur, a.hauteur]).toEqual([b.largeur, b.hauteur])
  return a.points.reduce((sum, point, index) => sum + Math.abs(point - (b.points[index] ?? 0)), 0) / a.points.length
}

/** The same page upside down. */
export const turnedOver = ({ points, ...size }: Gris): Gris => ({ ...size, points: [...points].reverse() })

interface Champs {
  numeroASP: string
  numeroEditeur: string
  montant: string
}

/** Fills in all of a demande but its pièces. */
export async function fillChamps(page: Page, { numeroASP, numeroEditeur, montant }: Champs) {
  await field(page, 'Numéro de dossier ASP').fill(numeroASP)
  await field(page, 'Numéro éditeur').fill(numeroEditeur)
  await field(page, 'Date de la facture').fill('15/03/2023')
  await field(page, 'Montant Ségur HT').fill(montant)
  await field(page, 'FINESS géographiques').fill(numeroASP.replace('FINBIO', '990'))
  await field(page, 'FINESS géographiques').press('Enter')
  for (const question of ['Envoi direct au DMP', 'Envoi direct par MSS Pro', 'Envoi direct par MSS Citoyen'])
    await page.getByRole('group', { name: question, exact: true }).getByRole('radio', { name: 'Non' }).check()
}

/** Fills in the header and downloads: the JSON as an object, the zip's entries. */
export async function downloadDepot(page: Page): Promise<{ json: unknown; zip: Record<string, Buffer> }> {
  await goToStep(page, 'En-tête du fichier')
  await fillEntete(page, '20/03/2023')
  await goToStep(page, 'Téléchargement')
  await expect(page.getByText('Fichiers écrits puis relus')).toBeVisible()
  const json = await download(page, 'Télécharger le JSON')
  const zip = await download(page, 'Télécharger le ZIP')
  const entries = Object.entries(unzipSync(zip.bytes)).map(([name, bytes]) => [name, Buffer.from(bytes)] as const)
  return { json: JSON.parse(json.bytes.toString('utf8')), zip: Object.fromEntries(entries) }
}

import type { Page } from '@playwright/test'
import { expect, fillEntete, goToStep } from '../app'

/** A FINESS whose key is right, different for each rank. */
function finessOf(rank: number): string {
  const digits = String(10_000_000 + rank)
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, index) => {
      const twice = Number(digit) * (index % 2 === 0 ? 2 : 1)
      return total + (twice > 9 ? twice - 9 : twice)
    }, 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}

const sites = 20

/** What is typed in the demande of rank `index`. */
const saisieOf = (index: number) => ({
  champs: {
    'Numéro de dossier ASP': `FINBIO${String(index + 1).padStart(6, '0')}`,
    'Numéro éditeur': String(index + 1).padStart(5, '0'),
    'Libellé interne': `Laboratoire ${index + 1}`,
    'Date de la facture': '15/03/2023',
    'Montant Ségur HT': '27450',
  },
  finess: Array.from({ length: sites }, (_, rank) => finessOf(index * sites + rank)).join('\n'),
})

/** A deposit of that many demandes of 20 FINESS, complete but for its pièces, filled in by the events of the screen. */
export async function startDepotOf(page: Page, demandes: number) {
  await page.goto('./')
  await page.getByRole('button', { name: 'Nouveau dépôt' }).click()
  await fillEntete(page, '20/03/2023')
  await goToStep(page, 'Demandes')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Demandes')
  for (let index = 0; index < demandes; index++) await page.evaluate(addDemande, { index, ...saisieOf(index) })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Demande n° ${demandes}`)
}

/** Runs in the page: a key press for each of 10 000 fields would take an hour. */
async function addDemande({ index, champs, finess }: ReturnType<typeof saisieOf> & { index: number }) {
  const wait = async (done: () => boolean) => {
    while (!done()) await new Promise((resolve) => setTimeout(resolve))
  }
  const fieldOf = (name: string) => {
    const label = Array.from(document.querySelectorAll('label')).find(({ textContent }) => textContent === name)
    return label?.control as HTMLInputElement | HTMLTextAreaElement
  }
  const buttons = Array.from(document.querySelectorAll('main button'))
  buttons
    .find(({ textContent }) => textContent.includes('Ajouter une demande'))
    ?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
  await wait(() => document.querySelector('h1')?.textContent === `Demande n° ${index + 1}`)
  for (const [name, value] of Object.entries(champs)) {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(fieldOf(name), value)
    fieldOf(name).dispatchEvent(new Event('input', { bubbles: true }))
  }
  const clipboardData = new DataTransfer()
  clipboardData.setData('text', finess)
  fieldOf('FINESS géographiques').dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  )
  for (const radio of document.querySelectorAll<HTMLInputElement>('[type=radio][value=non]')) radio.click()
  await wait(() => document.querySelectorAll('[aria-label^="Retirer 1"]').length === 20)
}

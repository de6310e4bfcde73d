import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { bytesOf, expect, sample, test } from './app'
import { dialogue, titre } from './fichiers'
import { field } from './pieces'
import { faultOfFocus, settled } from './presses'

/** The guide's case (guide §3.1): what no document says, and so has to be typed. */
const typed = {
  'Numéro de référencement ANS': '1234567890',
  SIRET: '73282932000074',
  'Numéro éditeur': '00001',
  'Identifiants de connexion DMP': '1999999991',
  'Adresse de la boîte MSS Pro': 'labo@exemple.mssante.fr',
}
type Champ = keyof typeof typed
const folder = [sample('facture.pdf'), sample('attestation.pdf')]
const attendu = () => readFile(new URL('../src/format/exemple-guide.json', import.meta.url))

/** The two ways of a hand: each counts its presses; a text typed into a field is counted apart. */
interface Hand {
  press: (target: Locator) => Promise<void>
  type: (champ: Champ) => Promise<void>
  /** The folder's two documents, into the list. */
  give: (target: Locator) => Promise<void>
  presses: () => number
}

/** The whole way, from nothing to both files; gives the JSON. */
async function makeDemande(page: Page, { press, type, give }: Hand): Promise<Buffer> {
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const radio = (group: string, name: string) =>
    page.getByRole('group', { name: group, exact: true }).getByRole('radio', { name })
  await press(button('Nouveau dépôt'))
  await titre(page, 'En-tête du fichier')
  await type('Numéro de référencement ANS')
  await type('SIRET')
  await press(page.getByRole('link', { name: 'Aller aux demandes' }))
  await titre(page, 'Demandes')
  await give(field(page, 'Pièces à répartir'))
  const join = dialogue(page).getByRole('button', { name: 'Créer 1 demande et joindre 2 fichiers' })
  await expect(join).toBeEnabled()
  await press(join)
  await press(page.getByRole('main').getByRole('link', { name: 'Demande 1' }))
  await titre(page, 'Demande n° 1')
  await press(button('Tout utiliser (4)'))
  await type('Numéro éditeur')
  await press(radio('Envoi direct au DMP', 'Oui'))
  await type('Identifiants de connexion DMP')
  await press(radio('Envoi direct par MSS Pro', 'Oui'))
  await type('Adresse de la boîte MSS Pro')
  await press(radio('Envoi direct par MSS Citoyen', 'Non'))
  await press(page.getByRole('link', { name: 'Aller au contrôle' }))
  await expect(page.getByText('Aucune erreur')).toBeVisible()
  await press(page.getByRole('link', { name: 'Aller au téléchargement' }))
  await expect(page.getByText('Fichiers écrits puis relus')).toBeVisible()
  const [json] = await Promise.all([page.waitForEvent('download'), press(button('Télécharger le JSON'))])
  await Promise.all([page.waitForEvent('download'), press(button('Télécharger le ZIP'))])
  return bytesOf(json)
}

function mouse(page: Page): Hand {
  let count = 0
  const press = async (target: Locator) => {
    count += 1
    await target.click()
  }
  return {
    press,
    type: async (champ) => {
      await press(field(page, champ))
      await page.keyboard.type(typed[champ])
    },
    give: async (target) => {
      count += 1
      await target.setInputFiles(folder)
    },
    presses: () => count,
  }
}

function keyboard(page: Page): Hand {
  let count = 0
  const key = async (name: string) => {
    count += 1
    await page.keyboard.press(name)
  }
  /** By the shorter way: as a hand that knows where it goes. */
  const reach = async (target: Locator) => {
    await expect(target).toBeVisible()
    for (let left = 80; left > 0; left -= 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await key('Tab')
      expect(await page.evaluate(faultOfFocus)).toBeNull()
    }
    throw new Error(`Tab never reached ${String(target)}`)
  }
  const act = async (name: string) => {
    await key(name)
    await settled(page)
    expect(await page.evaluate(faultOfFocus)).toBeNull()
  }
  // A listener from the start: one added with the key press would come after the dialog.
  page.on('filechooser', () => undefined)
  return {
    press: async (target) => {
      if ((await target.getAttribute('type')) !== 'radio') {
        await reach(target)
        return act('Enter')
      }
      // Of a group without an answer, the first radio is stopped at.
      const name = (await target.getAttribute('name')) ?? ''
      await reach(page.locator(`input[name="${name}"]`).first())
      await act((await target.getAttribute('value')) === 'oui' ? 'Space' : 'ArrowRight')
    },
    type: async (champ) => {
      await reach(field(page, champ))
      await page.keyboard.type(typed[champ])
    },
    give: async (target) => {
      await reach(target)
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), key('Space')])
      await chooser.setFiles(folder)
    },
    presses: () => count,
  }
}

test('the guide’s case from a folder with an invoice and an attestation takes 25 presses of the mouse at most', async ({
  page,
}, { annotations }) => {
  await page.clock.setFixedTime(new Date('2023-03-20T12:00:00+01:00'))
  await page.goto('./')
  const hand = mouse(page)
  expect((await makeDemande(page, hand)).equals(await attendu())).toBe(true)
  annotations.push({ type: 'presses', description: String(hand.presses()) })
  expect(hand.presses()).toBeLessThanOrEqual(25)
})

test('the same by the keyboard alone, and at no press is the focus lost', async ({ page }, { annotations }) => {
  await page.clock.setFixedTime(new Date('2023-03-20T12:00:00+01:00'))
  await page.goto('./')
  const hand = keyboard(page)
  expect((await makeDemande(page, hand)).equals(await attendu())).toBe(true)
  annotations.push({ type: 'presses', description: String(hand.presses()) })
})

test('a document in the wrong place, or in another demande too, is moved in one press', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('button', { name: 'Nouveau dépôt' }).click()
  await page.getByRole('link', { name: 'Aller aux demandes' }).click()
  const add = () => page.getByRole('main').getByRole('button', { name: 'Ajouter une demande' }).click()
  const [facture, va] = [field(page, 'Facture'), field(page, "Attestation de vérification d'aptitude")]
  await add()
  await titre(page, 'Demande n° 1')
  await facture.setInputFiles(sample('attestation.pdf'))
  await page.getByRole('button', { name: 'Déplacer vers Attestation' }).press('Enter')
  await expect(facture).toBeFocused()
  await expect(page.getByText('BIO-SGL-Val-VA-')).toBeVisible()
  await expect(page.getByText('BIO-SGL-Val-FACTURE-')).toHaveCount(0)
  await expect(va).toHaveAccessibleDescription(/^(?!.*pas une)/)

  await add()
  await titre(page, 'Demande n° 2')
  await va.setInputFiles(sample('attestation.pdf'))
  await page.getByRole('button', { name: 'Déplacer ici' }).press('Enter')
  await expect(page.getByText('« attestation.pdf » n’est plus que dans la demande n° 2.')).toBeVisible()
  expect(await page.evaluate(faultOfFocus)).toBeNull()
  await page.getByRole('button', { name: 'Demande précédente' }).click()
  await titre(page, 'Demande n° 1')
  await expect(page.getByText('← attestation.pdf')).toHaveCount(0)
  await page.getByRole('button', { name: /^Annuler\s: «\sattestation\.pdf\s»/ }).click()
  await expect(page.getByText('← attestation.pdf')).toBeVisible()
})

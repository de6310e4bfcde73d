import type { Page } from '@playwright/test'
import { confirmer, depot, fichier, ligne, ouvrir, titre, type Fichier } from '../fichiers'

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

/** A deposit of that many demandes of 20 FINESS, right but for its pièces, as another program wrote it. */
export function depotOf(demandes: number): Fichier {
  const lignes = Array.from({ length: demandes }, (_, index) => {
    const numeroEditeur = String(index + 1).padStart(5, '0')
    const named = { formatFichier: 'PDF' }
    return ligne(index + 1, {
      numeroASP: `FINBIO${String(index + 1).padStart(6, '0')}`,
      numeroEditeur,
      beneficiaires: Array.from({ length: sites }, (_, rank) => finessOf(index * sites + rank)),
      piecesJustificatives: [
        { nomFichier: `BIO-SGL-Val-FACTURE-${numeroEditeur}.pdf`, ...named, typeFichier: 'FACTURE' },
        { nomFichier: `BIO-SGL-Val-VA-${numeroEditeur}.pdf`, ...named, typeFichier: 'VA' },
      ],
    })
  })
  return fichier('JSON-1234567890-20230320-001.json', JSON.stringify(depot(lignes)))
}

/** Opens such a deposit as a new one. */
export async function openDepotOf(page: Page, demandes: number) {
  await page.goto('./')
  await ouvrir(page, depotOf(demandes))
  await confirmer(page, 'Ouvrir comme nouveau dépôt')
  await titre(page, 'Contrôle')
}

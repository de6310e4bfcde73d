import { typeOfGenre } from './genre/genre'
import { genreOfTitle } from './genre/genres'
import { splitTitle } from './genre/titres'
import type { Ligne } from './lines'

/**
 * The lines of the invoice alone: without the pages that begin with the title of an order, an offer, an attestation, when
 * an earlier page begins with an invoice's. What such pages say of days and amounts is not the invoice's.
 */
export function withoutAnnexes(lignes: readonly Ligne[]): readonly Ligne[] {
  const pages = [...new Set(lignes.map(({ page }) => page))]
  if (pages.length < 2) return lignes
  const heights = lignes.map(({ hauteur }) => hauteur).sort((a, b) => a - b)
  const usual = heights[heights.length >> 1] ?? 0
  const titled = pages.map((page) => ({ page, type: typeOfPage(lignes, page, usual) }))
  const first = titled.findIndex(({ type }) => type === 'FACTURE')
  // A page without a title goes on with the document before it.
  const kept = titled.filter(({ type }, rank) => {
    const own = type ?? titled.slice(0, rank).findLast((before) => before.type !== null)?.type ?? null
    return first === -1 || rank <= first || own !== 'autre'
  })
  if (kept.length === pages.length) return lignes
  return lignes
    .filter((ligne) => kept.some(({ page }) => page === ligne.page))
    .map((ligne, rang) => ({ ...ligne, rang }))
}

/** What the largest title at the top of a page announces; null when none stands out from the text. */
function typeOfPage(lignes: readonly Ligne[], page: number, usual: number): 'FACTURE' | 'autre' | null {
  const titles = lignes
    .filter((ligne) => ligne.page === page && ligne.position < 0.35 && ligne.hauteur > usual * 1.25)
    .flatMap((ligne) =>
      splitTitle(ligne).flatMap(({ plie }) => {
        const genre = genreOfTitle(plie.replace(/^annexe(?: \w{1,4})? ?[-–:|.]? ?/, ''))
        return genre ? [{ genre, hauteur: ligne.hauteur }] : []
      }),
    )
    .sort((a, b) => b.hauteur - a.hauteur)
  const [title] = titles
  return title ? (typeOfGenre(title.genre) === 'FACTURE' ? 'FACTURE' : 'autre') : null
}

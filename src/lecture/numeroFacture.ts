import { isValue, labelAbove, labelLeft } from './etiquettes'
import type { Cellule, Ligne } from './lines'

// «Facture du 15/03/2023» has a day, no number.
const code = String.raw`((?!(?:du|le|en date|date) )[a-z]{0,8}[-_/. ]?\d[a-z0-9/._-]{0,28}?)`
const nomme = new RegExp(
  String.raw`^(?:votre |notre )?(?:duplicata (?:de (?:la )?)?)?(?:facture|avoir|invoice)\b(?: (?:de \w+|client|d'avoir))?(?: ?[:–-])? ?(?:n[°o.]|numero|number|ref\.?)?(?: ?:)? ?${code}(?=$| (?:du|en date|date|emis|[-–|(]))`,
)
const libelle =
  /^(?:(?:n[°o]\.?|numero|ref(?:erence)?\.?) ?(?:de |d'|du |de la )?(?:facture|avoir|piece|document|invoice)|(?:facture|avoir|invoice) ?(?:n[°o]\.?|numero|number|ref\.?)?) ?:?$/
const libelleValeur = new RegExp(
  String.raw`^(?:n[°o]\.?|numero|ref(?:erence)?\.?) ?(?:de |d'|du |de la )?(?:facture|avoir|piece|document|invoice) ?:? ?${code}$`,
)
const vague = /^(?:n[°o]\.?|numero) ?:?$/
const vagueValeur = new RegExp(String.raw`^(?:n[°o]\.?|numero) ?:? ?${code}$`)
const autreFacture = /avance|acompte|origine|initiale|liee|concernee|remplac|annul|rectifi|jointe/
const jour = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$|^\d{4}-\d{2}-\d{2}$/

/** The number of an invoice, where the document writes it. */
export interface NumeroLu {
  ligne: Ligne
  numero: string
  /** Named by more than a bare «N°». */
  net: boolean
  /** «Facture n° 12», by itself. */
  titre: boolean
}

/** The numbers of the invoices that the lines hold, each once; as the document writes them. */
export function readNumerosFacture(lignes: readonly Ligne[]): string[] {
  const found = findNumeros(lignes).map(({ numero }) => numero)
  return found.filter((numero, rank) => found.findIndex((other) => sameNumero(other, numero)) === rank)
}

/** Where each page names its invoice: once, or by several titles of one size, which begin an invoice each. */
export function findNumeros(lignes: readonly Ligne[]): NumeroLu[] {
  const found = lignes
    .slice(0, 2_000)
    .flatMap((ligne) => ligne.cellules.slice(0, 40).flatMap((cellule) => numeroOf(cellule, ligne, lignes)))
  const heights = lignes.map(({ hauteur }) => hauteur).sort((a, b) => a - b)
  const usual = heights[heights.length >> 1] ?? 0
  const pages = [...new Set(found.map(({ ligne }) => ligne.page))]
  return pages.flatMap((page) => {
    const own = found.filter(({ ligne }) => ligne.page === page)
    const first = own.find(({ net }) => net) ?? (page === pages[0] ? own[0] : undefined)
    if (!first) return []
    const titles = own.filter((one) => one !== first && one.titre && isSetAlike(one, first, usual))
    return [first, ...titles]
  })
}

/** Two titles below one another, larger than other text: a reference to another invoice is not set so. */
const isSetAlike = (one: NumeroLu, first: NumeroLu, usual: number) =>
  first.titre &&
  one.ligne.rang > first.ligne.rang + 3 &&
  one.ligne.hauteur > usual * 1.1 &&
  Math.abs(one.ligne.hauteur - first.ligne.hauteur) < 0.5

/** Whether two texts write one number: spaces, hyphens and capitals aside. */
export const sameNumero = (a: string, b: string) => bare(a) === bare(b)
const bare = (numero: string) => numero.toLowerCase().replace(/[^a-z0-9]/g, '')

function numeroOf(cellule: Cellule, ligne: Ligne, lignes: readonly Ligne[]): NumeroLu[] {
  const { plie, texte, debut } = cellule
  if (!/\d/.test(plie) || plie.length > 90 || autreFacture.test(plie)) return []
  const title = nomme.exec(plie)
  const named = title ?? libelleValeur.exec(plie)
  const inline = named ?? vagueValeur.exec(plie)
  if (inline?.[1] && isNumero(inline[1])) {
    // «facture n° 12», without a capital, goes on from a sentence.
    const start = plie.indexOf(inline[1], inline.index)
    return /^\p{Ll}/u.test(texte)
      ? []
      : [
          {
            ligne,
            numero: texte.slice(start, start + inline[1].length),
            net: named !== null,
            titre: title !== null,
          },
        ]
  }
  if (!isValue(plie) || !isNumero(plie)) return []
  const lieu = { ligne, debut, fin: cellule.fin }
  const label = labelLeft(lieu)?.plie ?? labelAbove(lieu, lignes)?.plie ?? ''
  return libelle.test(label) || vague.test(label)
    ? [{ ligne, numero: texte, net: libelle.test(label), titre: false }]
    : []
}

const isNumero = (plie: string) =>
  /^[a-z0-9][a-z0-9/._ -]{0,30}$/.test(plie) && !jour.test(plie) && !/[.,]\d{2}$/.test(plie)

const duplicata = /^(?:[-*( ]*)(?:duplicata|copie|reimpression|reedition|copy|duplicate)\b/
/** Whether the document calls itself a copy; `biais` is text set aslant, a watermark. */
export const isDuplicata = (lignes: readonly Ligne[], biais: readonly string[]) =>
  lignes.some(({ cellules }) => cellules.some(({ plie }) => plie.length <= 40 && duplicata.test(plie))) ||
  biais.some((plie) => duplicata.test(plie))

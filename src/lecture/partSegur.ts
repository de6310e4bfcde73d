import { sumCentimes, type Centimes } from '../format/montant'
import { autreProgramme, horsSegur, type MontantNomme } from './libelles'
import type { Ligne } from './lines'
import { cellOf, hasWords } from './voisins'

/** The part of an invoice's total that the document itself gives as the Ségur's, and where. */
export interface PartSegur {
  valeur: Centimes
  nomme: MontantNomme
}

/**
 * What an invoice of several things tells of the Ségur's part of its total: in so many words («dont Pack Ségur»), by its
 * sub-totals, in a summary by programme, or in each line; `sold` are the lines of the total. Null where it tells none, or all of it is.
 */
export function findPart(
  total: MontantNomme,
  nommes: readonly MontantNomme[],
  sold: readonly MontantNomme[],
  lignes: readonly Ligne[],
): PartSegur | null {
  const plain = nommes.filter(isPlain)
  const isPart = (part: PartSegur | null) =>
    part !== null &&
    Math.sign(part.valeur) === Math.sign(total.centimes) &&
    Math.abs(part.valeur) < Math.abs(total.centimes)
  const found = [
    told(plain, lignes),
    ofSubtotals(total, plain, lignes),
    ofSummary(total, plain, lignes),
    ofLines(total, sold),
  ]
  return found.find(isPart) ?? null
}

const isPlain = ({ nature: { ttc, tva, acompte, remise, net }, nu, centimes }: MontantNomme) =>
  !(ttc || tva || acompte || remise || net || nu || centimes === 0)

/** The laboratories' own programme. */
export const bio = /\bbio-?sgl\b/
const segur = /\bsegur\b|\bsons\b|\bbiologie\b|\bsgl\b/
const isHors = (label: string) => horsSegur.test(label) || /\bhors (?!taxe|tva|t\.v)/.test(label)

/** Of what parts are called, those of the Ségur: where one is called BIO-SGL, the others are another programme's. */
function segurOf<T extends { label: string }>(parts: readonly T[]): T[] {
  const own = parts.filter(({ label }) => !isHors(label))
  const named = own.filter(({ label }) => bio.test(label))
  return named.length > 0 ? named : own.filter(({ label }) => segur.test(label))
}

const dite =
  /^(?:- )?(?:dont|(?:la )?(?:part|quote-part|fraction)|(?:le )?montant (?:ht |hors taxes? |h\.t\. )?(?:de|du|a declarer|eligible|relevant|correspondant|pour|au titre|retenu|prestation|segur|bio)|total)\b/
/** Said of another amount of the Ségur's than what is sold. */
const autreChose = /avance|acompte|solde|financ|pris en charge|plafond|reste|forfait asp|par site|unitaire|\d ?%/

/** «dont Pack Ségur 22 650,00», «Part de la prestation Ségur dans la présente facture : 18 600,00». */
function told(nommes: readonly MontantNomme[], lignes: readonly Ligne[]): PartSegur | null {
  const said = nommes
    .map((nomme) => ({ nomme, label: labelOf(nomme, lignes) }))
    .filter(({ label }) => dite.test(label) && /\bsegur\b|\bbio-?sgl\b/.test(label) && !autreChose.test(label))
  const parts = segurOf(said)
  const values = [...new Set(parts.map(({ nomme }) => nomme.centimes))]
  const valeur = sumCentimes(values)
  const [first] = parts
  return first && valeur !== null ? { valeur, nomme: first.nomme } : null
}

/** What names an amount: the end of the line before, where a sentence breaks before it. */
function labelOf(nomme: MontantNomme, lignes: readonly Ligne[]): string {
  const { ligne, debut, libelle } = nomme
  const cellule = cellOf(nomme)
  const lastClause = (label: string) => label.split(/[.;] /).at(-1)?.trim() ?? label
  if (cellule?.debut !== debut || ligne.cellules[0] !== cellule) return lastClause(libelle)
  const above = lignes[ligne.rang - 1]?.cellules.at(-1)
  return above && /:$/.test(above.plie) ? lastClause(above.plie) : lastClause(libelle)
}

const decimales = /\d[.,]\d{2}(?!\d)/
const tete = /design|descript|quantite|\bqte|libelle|article|unitaire|\bp\.? ?u\b|\bprix|produit|prestation/

/** Sub-totals that add up to the total, each under the heading of its programme or called after it. */
function ofSubtotals(total: MontantNomme, nommes: readonly MontantNomme[], lignes: readonly Ligne[]): PartSegur | null {
  const subs = nommes.filter(
    ({ nature, detail, ligne }) => (nature.sousTotal || nature.total) && !detail && ligne.rang < total.ligne.rang,
  )
  return partOf(
    total,
    subs.map((nomme, rank) => ({ nomme, label: titleOf(nomme, subs[rank - 1]?.ligne.rang ?? -1, lignes) })),
  )
}

function titleOf({ ligne, libelle }: MontantNomme, from: number, lignes: readonly Ligne[]): string {
  const own = libelle.replace(
    /\b(?:sous-? ?total|s\/total|total|montant|general|partiel|h\.?t\.?|hors taxes?|de la|du|des?|section|rubrique)\b|[^a-z ]/g,
    ' ',
  )
  if (/[a-z]{3}/.test(own)) return libelle
  const headings = lignes.slice(from + 1, ligne.rang).filter((line, rank, above) => {
    const next = above[rank + 1]
    return isHeading(line) && next !== undefined && (tete.test(next.plie) || decimales.test(next.plie))
  })
  // What a priced line goes on in, its sites or its details, may stand before the next one as a heading does.
  const telling = headings.findLast(({ plie }) => segur.test(plie) || autreProgramme.test(plie) || isHors(plie))
  return (telling ?? headings.at(-1))?.plie ?? ''
}

const isHeading = ({ cellules, plie }: Ligne) =>
  cellules.length === 1 && plie.length <= 70 && hasWords(plie) && !decimales.test(plie)

/** A row with a FINESS is of a site. */
const numeroDeSite = /(?<!\d)\d{2} ?\d{3} ?\d{3} ?\d(?!\d)|(?<!\d)\d{3} \d{3} \d{3}(?![\d ,.])/
const recap =
  /recap|repartition|ventilation|decomposition|synthese|\bpar (?:programme|dossier|nature|code|couloir|activite|projet|dispositif)|analytique/

/** A share-out among the sites is none among programmes, whatever the sites are called. */
const parSite = /\bsites?\b|\blaborato|\betablissement|\bfiness\b|\bcommune|\bbeneficiaire|\blieux?\b|\bclients?\b/

/** Rows under «Récapitulatif par programme» that add up to the total. */
function ofSummary(total: MontantNomme, nommes: readonly MontantNomme[], lignes: readonly Ligne[]): PartSegur | null {
  for (const ligne of lignes) {
    if (!recap.test(ligne.plie) || parSite.test(ligne.plie) || decimales.test(ligne.plie) || ligne.plie.length > 90)
      continue
    const rows = nommes.filter(
      (nomme) =>
        nomme.ligne.rang > ligne.rang && nomme.ligne.rang <= ligne.rang + 15 && !numeroDeSite.test(nomme.ligne.plie),
    )
    const firsts = rows.filter(({ ligne: { rang } }, rank) => rows[rank - 1]?.ligne.rang !== rang)
    for (let count = 2; count <= firsts.length; count++) {
      const labelled = firsts.slice(0, count).map((nomme) => ({ nomme, label: nomme.ligne.plie }))
      const part = partOf(total, labelled)
      if (part) return part
    }
  }
  return null
}

/** Lines that each name their programme, in a column of its own or not: those of BIO-SGL. */
function ofLines(total: MontantNomme, sold: readonly MontantNomme[]): PartSegur | null {
  const parts = sold.map((nomme) => ({ nomme, label: nomme.ligne.plie }))
  const isNamed = parts.every(({ label }) => bio.test(label) || autreProgramme.test(label) || isHors(label))
  return isNamed && parts.some(({ label }) => bio.test(label)) ? partOf(total, parts) : null
}

function partOf(total: MontantNomme, parts: readonly { nomme: MontantNomme; label: string }[]): PartSegur | null {
  if (parts.length < 2 || sumCentimes(parts.map(({ nomme }) => nomme.centimes)) !== total.centimes) return null
  const own = segurOf(parts)
  const valeur = sumCentimes(own.map(({ nomme }) => nomme.centimes))
  const [first] = own
  return first && valeur !== null && own.length < parts.length ? { valeur, nomme: first.nomme } : null
}

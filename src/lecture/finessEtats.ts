import type { Finess } from '../dossier/finess'
import { headingOf, headOfCell, isTeteDeVa, type Tete } from './etatsTetes'
import { marquesOf, type Marques } from './etatsMarques'
import { sansJour } from './etatsJours'
import { titreOf } from './etatsTitres'
import { oddOnesOut } from './etatsColonne'
import { isChoisi, isToken, legendeOf, sensOfTokens, type Legende } from './etatsLegende'
import { casesOf, isAlternative, isEcarte, sensOf, type Case, type Etat } from './etatsMots'
import type { FinessTrouve } from './finessNumeros'
import { neuf, rangeesOf, type Rangee } from './rangees'
import type { Cellule, Ligne } from './lines'
import type { Lieu } from './voisins'

/** A box of a row, what is printed beside it, and what the heading of its column says. */
interface CaseLue extends Case {
  ligne: Ligne
  /** The middle of its cell, where it fills one. */
  x: number | null
  cote: Etat | null
  tete: Etat | null
  /** Its heading asks for the attestation itself. */
  deVa: boolean
}

interface Juge {
  cases: readonly CaseLue[]
  /** What the boxes say, and what words do. */
  coche: Etat | null
  mots: Etat | null
  jour: boolean
}

const remarque = /\b(?:reserves?|anomalies?|observations?|remarques?|incidents?|commentaires?|notes?|blocages?)\b/
const jour =
  /\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\b\d{1,2}(?:er)? (?:jan|fev|mar|avr|mai|jui|aou|sep|oct|nov|dec)[a-z]*\.? \d{4}/

/**
 * The sites that a list leaves out row by row — a box that is empty, «Refusé», «NON», a heading «Sites non équipés» over
 * them —, and why the list is in doubt: rows that differ, or whose state only drawn lines tell. Null where none does.
 */
export function judgeEtats(places: readonly FinessTrouve[], lignes: readonly Ligne[]) {
  const rangees = rangeesOf(places, lignes)
  const inverse = lignes.some(({ plie }) => isInverse(plie))
  const legende = legendeOf(lignes)
  const marques = marquesOf(rangees, lignes)
  const lus = rangees.map((rangee) => judgeRangee(rangee, lignes, legende, marques))
  const sans = sansJour(rangees, lignes)
  const vides = isVide(lus, rangees, lignes, legende, inverse)
  const odd = oddOnesOut(rangees)
  const ticks = lus.some(({ cases }) => cases.some(({ plein, croix }) => plein && !croix))
  const juges = lus.map((lu) => ({ ...lu, coche: etatDesCases(lu.cases, ticks, inverse) }))
  const etats = rangees.map((rangee, rank): Etat | null => {
    const { coche = null, mots = null } = juges[rank] ?? {}
    if (titreOf(rangee.number, places, lignes) === 'exclu') return 'exclu'
    if (coche === 'retenu' && mots === 'exclu') return 'indecis'
    if ((sans[rank] === true || vides[rank] === true) && (coche ?? mots) !== 'retenu') return 'exclu'
    return odd[rank] === true && coche === null && mots !== 'retenu' ? 'exclu' : (coche ?? mots)
  })
  const byNumber = new Map<Finess, (Etat | null)[]>()
  for (const [rank, { number }] of rangees.entries())
    byNumber.set(number.finess, [...(byNumber.get(number.finess) ?? []), etats[rank] ?? null])
  const found = [...byNumber].filter(([, all]) => all.includes('exclu')).map(([finess]) => finess)
  const all = [...byNumber.values()].map(
    (own) => (['exclu', 'indecis', 'retenu'] as const).find((etat) => own.includes(etat)) ?? null,
  )
  const isMixed = all.some((etat) => etat !== all[0])
  const isUnsure =
    all.includes('indecis') ||
    all.includes('exclu') ||
    (isMixed && all.some((etat) => etat !== null)) ||
    isGap(juges) ||
    isSpread(juges)
  // What is said of all alike leaves none out.
  return { exclus: new Set(found.length < byNumber.size ? found : []), indecis: isUnsure }
}

/**
 * For each row, whether it lacks the mark that others have: where a legend says that the mark chooses a site, or where all
 * marks stand in one column whose heading, or a sentence, asks for the attestation.
 */
function isVide(
  juges: readonly Juge[],
  rangees: readonly Rangee[],
  lignes: readonly Ligne[],
  legende: Legende,
  inverse: boolean,
): boolean[] {
  const chosen = rangees.map(({ parts }) =>
    isChoisi(
      parts.map(({ ligne, debut, fin }) => ligne.texte.slice(debut, fin)),
      legende,
    ),
  )
  if (chosen.includes(true)) return chosen.map((own, rank) => !own && juges[rank]?.cases.length === 0)
  const marks = juges.flatMap(({ cases: [only, other] }) => (only && !other ? [only] : []))
  const isMarked = juges.every(({ cases }) => cases.length <= 1) && marks.every(({ plein, x }) => plein && x !== null)
  const isDeVa =
    marks.some(({ deVa, tete }) => deVa && tete !== 'exclu') || lignes.some(({ plie }) => isMarqueDeVa(plie))
  if (!isMarked || !isDeVa || inverse || isSpread(juges)) return juges.map(() => false)
  return juges.map(({ cases }) => marks.length > 0 && cases.length === 0)
}

/** «La VA est prononcée pour les sites cochés», «marqués d’une croix». */
const isMarqueDeVa = (plie: string) =>
  /\b(?:coche|marque|pointe|suivi|precede|repere)(?:e|s|es)?\b|\bcroix\b|\ben regard\b/.test(plie) &&
  /\bva\b|aptitude|attest|concerne|prononc|couvert|retenu|recet/.test(plie) &&
  !isInverse(plie)

/** Rows most of which have a day, and some have none. */
function isGap(juges: readonly Juge[]): boolean {
  const dated = juges.filter((juge) => juge.jour).length
  return dated > 1 && dated < juges.length && 2 * dated >= juges.length
}

/** Marks alone in their rows, not all in one column: the headings set them apart, even where these are not understood. */
function isSpread(juges: readonly Juge[]): boolean {
  const marks = juges.flatMap(({ cases: [only, other] }) => (only?.plein && !other ? [only.x ?? []] : []))
  const xs = marks.flat()
  return Math.max(...xs) - Math.min(...xs) > 20
}

/** «Les sites marqués d’une croix ne sont pas concernés»: what is ticked is left out. */
const isInverse = (plie: string) =>
  plie
    .split(/[.;,]/)
    .some(
      (clause) =>
        /\b(?:coche|marque|croix)/.test(clause) &&
        !/\b(?:non|pas) (?:coche|marque)|\bvides?\b|sans croix/.test(clause) &&
        /\b(?:ne sont pas|n'est pas|ne sont plus|n'ont pas|n'a pas|exclu|ecarte|refuse|ajourne|hors perimetre)/.test(
          clause,
        ),
    )

function judgeRangee({ number, parts }: Rangee, lignes: readonly Ligne[], legende: Legende, marques: Marques): Juge {
  const heads = headingOf(number.ligne, lignes)
  // What a legend explains is no box.
  const cases = parts
    .flatMap((part) => casesOfPart(part, heads, marques))
    .filter(({ ligne, debut, fin }) => !isToken(ligne.texte.slice(debut, fin), legende))
  const textes = parts.map(({ ligne, debut, fin }) => ligne.texte.slice(debut, fin))
  const mots = [
    ...parts.flatMap((part) => motsOf(part, number, heads, cases.length > 0)),
    ...sensOfTokens(textes, legende),
    ...(isBrokenEcarte(parts) ? (['exclu'] as const) : []),
  ]
  return {
    cases: withoutShared(cases),
    coche: null,
    mots: (['exclu', 'indecis', 'retenu'] as const).find((etat) => mots.includes(etat)) ?? null,
    jour: parts.some(({ ligne, debut, fin }) => jour.test(ligne.plie.slice(debut, fin))),
  }
}

/** Whether the lines of one cell, one under the other, leave a site out together: «non» over «installé». */
function isBrokenEcarte(parts: readonly Lieu[]): boolean {
  const cells = parts.flatMap(({ ligne, debut, fin }) =>
    ligne.cellules.filter((cellule) => cellule.debut >= debut && cellule.fin <= fin && !neuf.test(cellule.plie)),
  )
  return cells.some((first) => {
    const column = cells.filter(({ x }) => Math.abs(x - first.x) < 2)
    const [texte, plie] = [column.map((cell) => cell.texte).join(' '), column.map((cell) => cell.plie).join(' ')]
    return column.length > 1 && column.length < 4 && isEcarte(texte, plie)
  })
}

function casesOfPart({ ligne, debut, fin }: Lieu, heads: readonly Tete[], marques: Marques): CaseLue[] {
  const texte = ligne.texte.slice(debut, fin)
  const boxes = [...casesOf(texte), ...signesOf({ ligne, debut, fin }, marques)].sort((a, b) => a.debut - b.debut)
  const last = boxes.at(-1)
  // «Oui ☒ Non ☐» ends with a box, «☒ Oui ☐ Non» with a word.
  const isBehind = last !== undefined && !/[a-z]/i.test(texte.slice(last.fin))
  return boxes.map((box, rank) => {
    const next = boxes[rank + 1]?.debut ?? texte.length
    const before = texte.slice(boxes[rank - 1]?.fin ?? 0, box.debut)
    const label =
      isBehind && boxes.length > 1
        ? /[^\t,;]*$/.exec(before.trimEnd())
        : /^\s*[^\t,;]*/.exec(texte.slice(box.fin, next))
    const from = debut + (isBehind && boxes.length > 1 ? box.debut - before.length : box.fin) + (label?.index ?? 0)
    const to = from + (label?.[0].length ?? 0)
    const at = debut + box.debut
    const cellule = ligne.cellules.find((cell) => cell.debut <= at && at < cell.fin)
    const isAlone = cellule !== undefined && cellule.fin - cellule.debut <= box.fin - box.debut + 1
    const head = isAlone ? headOfCell(cellule.x, cellule.droite, heads) : undefined
    return {
      ...box,
      debut: at,
      fin: debut + box.fin,
      ligne,
      x: isAlone ? (cellule.x + cellule.droite) / 2 : null,
      cote: to - from > 40 || neuf.test(ligne.plie.slice(from, to)) ? null : sensIn(ligne, from, to),
      tete: head ? sensDeTete(head) : null,
      deVa: head !== undefined && isTeteDeVa(head),
    }
  })
}

/** Signs alone in their cells that stand for boxes, with offsets in the stretch. */
const signesOf = ({ ligne, debut, fin }: Lieu, marques: Marques): Case[] =>
  ligne.cellules
    .filter((cellule) => cellule.debut >= debut && cellule.fin <= fin)
    .flatMap((cellule) => {
      const plein = marques.get(cellule.texte)
      const place = { debut: cellule.debut - debut, fin: cellule.fin - debut }
      return plein === undefined ? [] : [{ plein, croix: false, ...place }]
    })

/** What the heading of a column of boxes says of those ticked in it. */
const sensDeTete = ({ texte, plie }: Tete) =>
  /^\W*(?:sans objet|s\.? ?o\.?|n\/?a|neant|sans suite)\W*$/.test(plie) ? 'exclu' : sensOf(texte, plie)

const sensIn = ({ texte, plie }: Ligne, from: number, to: number) =>
  sensOf(texte.slice(from, to).trim(), plie.slice(from, to).trim())

/** Boxes that share a heading aren't told apart by it. */
const withoutShared = (cases: readonly CaseLue[]): CaseLue[] =>
  cases.length > 1 && new Set(cases.map(({ tete }) => tete)).size === 1
    ? cases.map((box) => ({ ...box, tete: null }))
    : [...cases]

/** What the boxes of a row say of its site. */
function etatDesCases(cases: readonly CaseLue[], ticks: boolean, inverse: boolean): Etat | null {
  const [only] = cases
  if (!only) return null
  if (cases.some(({ plein, croix }) => plein && croix) && ticks) return 'indecis'
  if (cases.length === 1) {
    if (only.cote === 'exclu') return 'exclu'
    const isOut = only.cote === null && (only.tete === 'exclu' || inverse) ? only.plein : !only.plein
    return isOut ? 'exclu' : 'retenu'
  }
  const told = cases
    .map((box) => ({ plein: box.plein, sens: box.cote ?? box.tete }))
    .filter(({ sens }) => sens !== null)
  if (told.length === 0) return cases.every(({ plein }) => plein) ? 'retenu' : 'indecis'
  const said = told.filter(({ plein }) => plein).map(({ sens }) => sens)
  if (said.includes('exclu')) return said.includes('retenu') ? 'indecis' : 'exclu'
  if (said.includes('retenu')) return 'retenu'
  return told.some(({ sens }) => sens === 'exclu') ? 'indecis' : 'exclu'
}

/** What the words of a row say, cell by cell. */
function motsOf(
  { ligne, debut, fin }: Lieu,
  number: FinessTrouve,
  heads: readonly Tete[],
  hasCases: boolean,
): (Etat | null)[] {
  if (!hasCases && isAlternative(ligne.plie.slice(debut, fin))) return ['indecis']
  const own = { debut, fin }
  return ligne.cellules.flatMap((cellule): (Etat | null)[] => {
    const head = headOfCell(cellule.x, cellule.droite, heads)
    const holds = ligne === number.ligne && cellule.debut <= number.debut && number.debut < cellule.fin
    // What stands before a number in its cell, and behind it, are two.
    const parts = holds
      ? [clip({ debut: cellule.debut, fin: number.debut }, own), clip({ debut: number.fin, fin: cellule.fin }, own)]
      : [clip(cellule, own)]
    return parts.map((part, rank) => {
      const texte = ligne.texte.slice(part.debut, part.fin).trim()
      const plie = ligne.plie.slice(part.debut, part.fin).trim()
      // Beside boxes, their own labels are no words of the row.
      if (texte === '' || (hasCases && casesOf(texte).length > 1)) return null
      if (/^(?:oui|non|ko|n\/?a|s\.?o\.?|sans objet)$/.test(plie)) return holds ? null : etatOfMot(plie, head)
      const isBehind = rank > 0 || (!holds && (ligne !== number.ligne || part.debut > number.debut))
      if (isEcarte(texte, plie, isBehind)) return 'exclu'
      return isBehind && plie.length <= 40 ? sensOf(texte, plie) : null
    })
  })
}

const clip = (a: Pick<Cellule, 'debut' | 'fin'>, b: Pick<Cellule, 'debut' | 'fin'>) => ({
  debut: Math.max(a.debut, b.debut),
  fin: Math.max(Math.max(a.debut, b.debut), Math.min(a.fin, b.fin)),
})

/** «NON», «KO», «sans objet» fill a cell: whether that leaves the site out is for its heading to say. */
function etatOfMot(plie: string, head: Tete | undefined): Etat | null {
  if (head && remarque.test(head.plie)) return null
  const sens = head ? sensOf(head.texte, head.plie) : null
  if (plie === 'oui') return sens ?? 'retenu'
  if (plie === 'non') return sens === 'exclu' ? 'retenu' : 'exclu'
  const isEtat = sens === 'retenu' || (head && /\b(?:etats?|statuts?|decisions?|resultats?|avis|va)\b/.test(head.plie))
  return isEtat ? 'exclu' : 'indecis'
}

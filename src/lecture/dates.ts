import { parseJour } from '../dossier/jour'
import { isJour, type Jour } from '../format/jour'
import type { Lu } from './lecture'
import type { Ligne } from './lines'
import { cellAbove, cellLeft, cellOf, hasWords, luAt, type Lieu } from './voisins'

/** A day found in a text. */
export interface DateTrouvee extends Lieu {
  jour: Jour
}

const max = 2_000
const jourMois = String.raw`(?<![\d/.,-])(\d{1,2})( ?[/.-] ?)(\d{1,2})\2(\d{4}|\d{2})(?![\d\p{L}]|[/.-][\d\p{L}])`
const iso = String.raw`(?<![\d/.\p{L}-])(\d{4})([/.-])(\d{2})\6(\d{2})(?![\d]|[/.-][\d\p{L}]|(?!t\d)\p{L})`
const mois =
  'janvier|janv|jan|fevrier|fevr|fev|mars|avril|avr|mai|juin|juillet|juil|aout|septembre|sept|sep|octobre|oct|novembre|nov|decembre|dec'
const lettres = String.raw`(?<![\d\p{L}])(\d{1,2})(?: ?er)?[ -]{0,2}(${mois})(?:\. ?|[ -]{1,2})(\d{4}|(?<=-)\d{2})(?![\d\p{L}])`
const pattern = new RegExp(`${jourMois}|${iso}|${lettres}`, 'gu')

/** Every real day of a line, in order: figures, ISO, months in words. */
export function findDates(ligne: Ligne): DateTrouvee[] {
  if (!/\d/.test(ligne.plie)) return []
  return [...ligne.plie.matchAll(pattern)].flatMap((match) => {
    const jour = jourOf(match)
    return jour ? [{ jour, ligne, debut: match.index, fin: match.index + match[0].length }] : []
  })
}

function jourOf(match: RegExpMatchArray): Jour | null {
  const [, day, mark = '', month, year, isoYear, , isoMonth, isoDay, wordDay, word, wordYear] = match
  // 1.2.23 is sooner a version or a paragraph than a day.
  if (year?.length === 2 && !mark.includes('/') && (day?.length !== 2 || month?.length !== 2)) return null
  const jour = day
    ? parseJour(`${day}/${month ?? ''}/${year ?? ''}`)
    : isoYear
      ? parseJour(`${isoYear}-${isoMonth ?? ''}-${isoDay ?? ''}`)
      : parseJour(`${wordDay ?? ''} ${word ?? ''} ${wordYear?.length === 2 ? '20' : ''}${wordYear ?? ''}`)
  return jour && /\/(?:19[89]|20)\d+$/.test(jour) ? jour : null
}

/** `AAAAMMJJ` or `AAAA-MM-JJ…`, as XML writes a day; null when it is none. */
export function readIsoDate(text: string): Jour | null {
  const parts = /^(\d{4})-?(\d{2})-?(\d{2})(?:$|[T+Z-])/.exec(text.trim())
  const jour = parts ? `${parts[3] ?? ''}/${parts[2] ?? ''}/${parts[1] ?? ''}` : ''
  return isJour(jour) ? jour : null
}

const fort =
  /date (?:de |d'|du |de la |de l')?(?:emission|facture|facturation|document|piece|avoir|etablissement)|facturee? le\b|\bemise? le\b|etablie? le\b|\bemission\b|invoice date|issue date/
// «Facture n° 12 du»: only at the start of its cell, else it may speak of another invoice.
const fortEnTete =
  /^(?:votre |notre )?(?:facture|avoir|note de credit)\b(?: ?:? ?(?:n[°o.]|numero)? ?:? ?\S*\d\S*)?,? ?(?:du|en date du|dates? du|le|date du) ?:? ?$/
const ecarte =
  /echeanc|echoit|regl|paiement|payer|payable|payee?\b|prelev|exigib|limite|commande|\bb\.?[dc]\.?\b|devis|offre|proposition|livr|expedi|period|abonnement|\bau\b|jusqu|avant|acompte|avance|verification|aptitude|\bva\b|attest|sign(?:e|ature)|contrat|marche|convention|naissance|intervention|install|mise en|prestation|debut|\bfin\b|valab|valid|virement|verse|recu\b|recept|impr[ie][ms]|origine|remplac|annul|depuis|a compter|capital|decret|article|\bloi\b|arrete|version|maj\b|mise a jour|notif|service|annexe|consomm|facture (?:liee|concernee|initiale|rectifiee)|avoir sur|sur (?:la )?facture|due\b/
const jourSemaine = /\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) ?$/
const titre = /^(?:facture|avoir)[^.;]{0,30}[-–,:|] ?$/
const reference = /(?:\bn[°o]|numero|\bref(?:erence)?|\bid)\.? ?:? ?$/
const moyen = /\bdate ?[:.]? ?$|^le ?:? ?$|^du ?:? ?$|^(?:fait )?(?:a )?[a-z' -]{2,40}, ?le ?:? ?$/
/** How much a label makes of a day the invoice's: 3 says so, 2 just «Date» or «le», −1 says it is another day's; null tells nothing. */
function weighLabel(label: string): number | null {
  const text = label.trim()
  if (ecarte.test(text)) return -1
  if (fort.test(text) || fortEnTete.test(text)) return 3
  if (reference.test(text)) return -1
  if (moyen.test(text)) return 2
  return /\bdate\b/.test(text) ? 1 : null
}

/** Label of a day: what stands before it in its cell, in the cell to its left, or in the cell above. */
function weighDate(date: DateTrouvee, earlier: DateTrouvee | undefined, lignes: readonly Ligne[]): number {
  const { ligne } = date
  const cellule = cellOf(date)
  const from = Math.max(cellule?.debut ?? 0, earlier?.fin ?? 0, date.debut - 80)
  const before = ligne.plie.slice(from, date.debut).replace(jourSemaine, '')
  const inline = weighLabel(before)
  if (/^ ?(?:au|-|a) ?\d/.test(ligne.plie.slice(date.fin, date.fin + 6)) || inline === -1) return -1
  if (inline === 3) return 3
  const left = cellLeft(date, ({ plie }) => hasWords(plie), 3)
  const beside = left && left.fin > (earlier?.fin ?? -1) ? weighLabel(left.plie) : null
  if (beside !== null && (inline === null || !hasWords(before))) return beside
  if (inline !== null) return inline
  // A sentence that goes on before the day is its label, and says nothing of an invoice.
  if (hasWords(before)) return /,\s*$/.test(before) || titre.test(before) ? 1 : 0
  return weighAbove(date, lignes)
}

// A column of days, of articles or of payments, is not the invoice's own.
const colonneAutre = /design|descript|quantite|\bqte|libelle|unitaire|\bp\.? ?u\b/

function weighAbove(date: DateTrouvee, lignes: readonly Ligne[]): number {
  const above = cellAbove(date, lignes, () => true, 3)
  if (!above || date.ligne.bas - above.ligne.bas >= 4 * Math.max(date.ligne.hauteur, 8)) return 1
  const beside = above.ligne.cellules.findLast(({ fin }) => fin <= above.cellule.debut)
  if (colonneAutre.test(above.ligne.plie) || (beside && /regl|paiement|versement|acompte/.test(beside.plie))) return 0
  return weighLabel(above.cellule.plie) ?? 1
}

export interface DatesLues {
  dates: Jour[]
  candidats: Lu<Jour>[]
}

/** All days of the lines, and those that may be the invoice's, best first; the first is sure only when nothing rivals it. */
export function readDates(lignes: readonly Ligne[]): DatesLues {
  const weighed: { date: DateTrouvee; poids: number }[] = []
  for (const ligne of lignes) {
    const dates = findDates(ligne).slice(0, max - weighed.length)
    dates.forEach((date, rank) => weighed.push({ date, poids: weighDate(date, dates[rank - 1], lignes) }))
  }
  const best = weighed.reduce((most, { poids }) => Math.max(most, poids), 0)
  const possible = weighed.filter(({ poids }) => poids > 0).sort((a, b) => b.poids - a.poids)
  const rivals = new Set(possible.filter(({ poids }) => poids === best).map(({ date }) => date.jour))
  const doute =
    rivals.size > 1
      ? `Plusieurs dates peuvent être celle de la facture : ${[...rivals].slice(0, 4).join(', ')}.`
      : best < 2
        ? 'La facture ne dit pas de quoi cette date est celle.'
        : null
  const firsts = possible.filter(
    ({ date }, rank) => possible.findIndex((other) => other.date.jour === date.jour) === rank,
  )
  return {
    dates: [...new Set(weighed.map(({ date }) => date.jour))],
    candidats: firsts
      .slice(0, 8)
      .map(({ date, poids }) => luAt(date.jour, date, poids === best ? doute : 'Une autre date convient mieux.')),
  }
}

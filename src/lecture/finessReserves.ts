import { clausesOf } from './clauses'
import type { FinessTrouve } from './finessNumeros'
import type { Ligne } from './lines'
import { neuf } from './rangees'
import { findRepetees } from './repetees'

/** Words and turns that may set a site apart: of exclusion, of delay, of reserve. On folded text. */
const reserve =
  /\bsauf\b|\bhors\b|\bhormis\b|\bexcept\w*|\bexclu\w*|\ba part\b|\ben dehors\b|\ben revanche\b|\btoutefois\b|\bcependant\b|\bneanmoins\b|\bseul(?:e|s|es|ement)?\b|\buniquement\b|\bnon\b|\bpas\b|\bn'[a-z]|\bne\b|\baucun\w*|\brest(?:e|es|ent|ant|ants|ante|antes|era|eront)\b|\breport(?:e|ee|es|ees|er)?\b|\bdiffere\w*|\bulterieur\w*|\bprochain\w*|\ba venir\b|\battente\b|\ben cours\b|\bferme(?:e|s|es|ture|tures)?\b|\bcede(?:e|s|es)?\b|\bcession\b|\bannul\w*|\bretire\w*|\bretrait\b|\bsuspen\w*|\bajourn\w*|\brefus\w*|\breserves?\b|\bbarre(?:e|s|es)?\b|\braye\w*|\bbiffe\w*|\bsupprim\w*|\bsans objet\b|\bneant\b|\bnc\b|\bs\.?o\.(?!\w)|\bn\/a\b|\bko\b|\ba (?:revoir|exclure|planifier|installer|deployer|equiper|reprendre)\b|\bprevue?s?\b|\bplanifi\w*|\bpartiel\w*|\bprovisoire\w*|\bseparement\b|\bplus tard\b|\btransfere\w*|\bdemenag\w*|\bnouvelle vague\b|\bpending\b|\bexcluded\b|\bdeferred\b|\bpostponed\b|\bnot\b/

/** Turns that hold such a word and set no site apart: they are taken out before it is looked for. */
const anodins: readonly RegExp[] = [
  /\b(?:sans|aucune?) (?:autre )?(?:reserves?|restrictions?|observations?|anomalies?|remarques?)(?: (?:ni|et|ou) (?:reserves?|restrictions?|observations?|anomalies?))*(?: (?:bloquante|majeure|particuliere)s?)?(?: (?:n'est|n'a ete|n'ont ete|n'etait|a) (?:emise?|relevee?|formulee?|constatee?|signalee?|restee?)s?)?/g,
  /\b(?:n'|ne )[a-z]+(?: [a-z]+)? (?:aucune?|pas de|d'aucune?) (?:reserves?|observations?|anomalies?|remarques?)/g,
  /\blevee des (?:eventuelles )?reserves\b|\baucune? ecarts?\b|\bmessage transfere\b|\bpas de reserves?\b|\breserves? ?: ?(?:neant|aucune?|sans|non|0|-|–|\/)(?![a-z])|\b(?:observations?|remarques?|anomalies?) ?: ?(?:neant|aucune?|non|ras)\b|\breserves? \/ reservations?/g,
  /\bsauf (?:erreur|omission|convention|accord|stipulation|disposition|avis)[a-z ]*/g,
  /\bhors[ -](?:taxes?|t\.?v\.?a\.?|t\.?|frais|debours)(?![a-z])/g,
  /\bnon[ -](?:soumis|assujetti|applicable|recuperable|contractuel|remboursable|paiement|respect)\w*/g,
  /\b(?:sans|aucune|pas de) non[ -]conformites?\b/g,
  /\ben cours de validite\b|\breserve de propriete\b/g,
  /\breservee? (?:a|au|aux)\b|\bne vaut pas\b(?! (?:pour|a l'egard|au titre|en ce qui)\b)|\bferme-[a-z]+/g,
  /\(finess[a-z ]{0,20} entre (?:crochets|parentheses)\)/g,
  // Answers beside their boxes are judged row by row.
  /\[[ x]?\] (?:oui|non|(?:non )?apte)(?![a-z])|[☐☑☒] ?(?:oui|non|(?:non )?apte)(?![a-z])/g,
  /\bavec (?:ou sans )?reserves?\b(?=[\t ]*\/)/g,
]
/** A folded text without them, its length kept. */
export const sansAnodins = (plie: string): string =>
  anodins.reduce((left, anodin) => left.replace(anodin, (found) => ' '.repeat(found.length)), plie)

/** What is said of paying, of taxes, of the law, of the sheet of paper: it speaks of no site. */
export const affaires =
  /\bescompte|\bpenalit|\bpaiement|\breglement|\becheance|\btaux\b|\bindemnit|\brecouvrement|\bpropriete\b|\btribuna|\blitige|\breclamation|\btva\b|\bt\.v\.a|\bcgi\b|\bconditions generales|\bvoie publique|\breproduction\b|\bconfidentiel|\bimprim|\bvirement|\bcompte\b|\bfacture\b|\bavoir\b|\bavance\b|\bacompte|\bsolde\b|\bprix\b|\bmontant|\bgarantie\b|\bcapital\b|\bversement|\baide\b|\bfinancement|\brdv\b|\bmail|\bnet\b|\bttc\b|\bht\b/
const sites =
  /\bsites?\b|\betablissements?\b|\blaboratoires?\b|\blabos?\b|\bfiness\b|\bplateaux?\b|\baptitude\b|\bequipe|\bbascul/

/** A label, and what stands behind it where nothing is reserved: none, or what another label begins. */
const etiquette = /^\s*reserves?(?: et observations?| eventuelles?)? ?:?\s*$/
const sansSuite =
  /^\s*(?:$|[-–/]+\s*$|neant\b|aucune?\s*$|sans\s*$|fait (?:a|le)\b|date\b|signatures?\b|cachet\b|pour (?:le|la) (?:client|laboratoire|titulaire|fournisseur)\b)/

/** The first turn of a document that may set a site apart, and that nothing makes harmless; null where there is none. */
export function findReserve(lignes: readonly Ligne[]): string | null {
  // An invoice's lines and totals hold many such words, of what is sold and paid: only what speaks of sites counts there.
  const isInvoice = lignes.some(({ plie }) => /\b(?:total|net|montant|reste|t\.?t\.?c)\b.*\d[.,]\d{2}(?!\d)/.test(plie))
  const clauses = clausesOf(lignes)
  for (const [rank, { texte, plie }] of clauses.entries()) {
    const [before, next] = [clauses[rank - 1]?.plie ?? '', clauses[rank + 1]?.plie ?? '']
    if (etiquette.test(plie) ? sansSuite.test(next) : etiquette.test(before) && sansSuite.test(plie)) continue
    const rest = sansAnodins(plie)
    if (reserve.test(rest) && (sites.test(rest) || !(isInvoice || affaires.test(rest)))) return texte.trim()
  }
  return null
}

/** The signs of a row that are neither letters, digits nor usual points: a star, a cross, a box. */
const signesOf = (plie: string) => [...new Set(plie.replace(/[\p{L}\d\s.,;:'"«»()/°&+–—·•|!_-]/gu, ''))].sort().join('')

/** Whether rows of a list, one number in each, differ in form: a sign that some bear, a cell more or less behind the number. */
export function isUneven(places: readonly FinessTrouve[]): boolean {
  const rows = places.filter((place) => places.filter(({ ligne }) => ligne === place.ligne).length === 1)
  const signs = new Set(rows.map(({ ligne }) => signesOf(ligne.plie)))
  // Before the number, a name may be so long that it touches it.
  const cells = new Set(rows.map(({ ligne, fin }) => ligne.cellules.filter(({ debut }) => debut >= fin).length))
  return signs.size > 1 || (cells.size > 1 && rows.every(({ ligne }) => ligne.cellules.length > 1))
}

/** A heading between the rows of a list, in some of its gaps only, that says nothing understood: its part may be another's. */
export function findTitreEntre(places: readonly FinessTrouve[], lignes: readonly Ligne[]): string | null {
  const ranks = places.map(({ ligne }) => ligne.rang)
  const repetees = findRepetees(lignes)
  const between = lignes
    .slice(Math.min(...ranks), Math.max(...ranks) + 1)
    .filter((ligne) => !repetees.has(ligne) && ligne.cellules.length === 1 && !neuf.test(ligne.plie))
  return (
    between.find(
      ({ plie }) =>
        /^[^a-z]{0,6}(?:autres? |sites?\b|etablissements?\b|laboratoires?\b|labos?\b|pour (?:memoire|information|rappel)|liste\b|rappel\b|[a-z ]{3,40}:$)/.test(
          plie,
        ) && !/\b\d{5}\b/.test(plie),
    )?.texte ?? null
  )
}

import { foldTexte } from '../format/texte'

/** What the words near a number say that it is. `autre`: something else that has a number, a contract, an account… */
export type NatureNumero = 'geographique' | 'juridique' | 'siren' | 'siret' | 'tva' | 'telephone' | 'autre'

interface Mot {
  nature: NatureNumero
  /** `seul`: the word FINESS alone, which does not say whose it is. `compose`: FINESS and whose. `simple`: any other word. */
  genre: 'seul' | 'compose' | 'simple'
  debut: number
  fin: number
}

// Of folded text. An underscore or a digit may stand beside a column's name: `num_finess_ej`.
const word = (pattern: string) => new RegExp(`(?<![a-z])(?:${pattern})(?![a-z])`, 'g')

const mots: readonly (readonly [NatureNumero, Mot['genre'], RegExp])[] = [
  ['juridique', 'compose', /finess[ _-]?(?:e\.?j|jur(?:idique)?s?)(?![a-z])\.?/g],
  ['geographique', 'compose', /finess[ _-]?(?:e\.?t|geo(?:graphique)?s?)(?![a-z])\.?/g],
  ['geographique', 'seul', /finess(?![ _-]?(?:e\.?[jt]|geo(?:graphique)?s?|jur(?:idique)?s?)(?![a-z]))/g],
  ['juridique', 'simple', word(String.raw`(?:entites? )?juridiques?|e\.?j\.?`)],
  ['geographique', 'simple', word('geographiques?|etablissements?|sites?')],
  ['siren', 'simple', word(String.raw`sirens?|r\.?c\.?s\.?`)],
  ['siret', 'simple', word('sirets?')],
  ['tva', 'simple', word(String.raw`tva|vat|intracom\w*`)],
  ['telephone', 'simple', word('tel(?:ephone|ecopie)?s?|fax|gsm|portables?|mobiles?|standard')],
  [
    'autre',
    'simple',
    word(
      'capital|iban|bic|ref(?:erence)?s?|contrats?|commandes?|marches?|rpps|adeli|clients?|comptes?|factures?|dossiers?|codes?|id|identifiants?|ordre|cheques?|licences?|postal|cp|ape|naf|montants?',
    ),
  ],
]

// «ET» is also a word: only in capitals, or before a colon, does it say «établissement».
const etablissement = /(?<![\p{L}])(?:E\.?T(?!\p{L})|et(?= ?[:=]))/gu
/** `FR 12` before nine digits is a VAT number. */
const prefixeTva = /(?<![a-z])fr ?(?:[0-9a-z]{2} ?)?$/g

function motsOf(texte: string): Mot[] {
  const plie = foldTexte(texte)
  const all = [
    ...mots.flatMap(([nature, genre, pattern]) => motsAt(plie, nature, genre, pattern)),
    ...motsAt(texte, 'geographique', 'simple', etablissement),
    ...motsAt(plie, 'tva', 'simple', prefixeTva),
  ].sort((a, b) => a.debut - b.debut || b.fin - a.fin)
  // «ET» of «FINESS ET» is no word of its own.
  return all.filter(({ debut, fin }, rank) => !all.some((o, r) => r < rank && o.debut <= debut && fin <= o.fin))
}

const motsAt = (texte: string, nature: NatureNumero, genre: Mot['genre'], pattern: RegExp): Mot[] =>
  [...texte.matchAll(pattern)].map(({ 0: { length }, index }) => ({ nature, genre, debut: index, fin: index + length }))

const isSite = (nature: NatureNumero) => nature === 'geographique' || nature === 'juridique'
/** What parts two labels; without it a word belongs to the label before it. */
const separation = /[:;,()[\]/|\t\n\d–—•·]| - |[a-z]{3}\. /
const complement = /(?:^|[^a-z])(?:des?|du|de la|de l|d|l)[ '’]$/

/**
 * The labels of a text, in order: «N° FINESS de l’entité juridique» is one, juridique; «FINESS EJ FINESS ET», a line of
 * column heads, is two. A word that only says whose a number is («SIRET de l’établissement») is no label of its own.
 */
export function naturesOf(texte: string): NatureNumero[] {
  const natures: NatureNumero[] = []
  let before: Mot | null = null
  for (const mot of motsOf(texte)) {
    const between = foldTexte(texte.slice(before?.fin ?? 0, mot.debut))
    const attached = before !== null && !separation.test(between)
    const verdict = join(natures.at(-1) ?? null, before, mot, attached, complement.test(between))
    if (verdict === 'replaces') natures.pop()
    if (verdict !== 'belongs') natures.push(mot.nature)
    before = mot
  }
  return natures
}

/** Whether a word begins a label, says better what the last one is, or only belongs to it. */
function join(
  current: NatureNumero | null,
  before: Mot | null,
  mot: Mot,
  attached: boolean,
  isComplement: boolean,
): 'begins' | 'replaces' | 'belongs' {
  if (current === null) return 'begins'
  if (mot.genre === 'seul' && isSite(current)) return 'belongs'
  if (!attached) return 'begins'
  if (isSite(mot.nature) && current === 'autre') return 'replaces'
  if (mot.genre !== 'simple') return 'begins'
  if (!isSite(mot.nature)) {
    const qualifies = isSite(current) && (isComplement || (mot.nature === 'autre' && before?.genre !== 'simple'))
    return qualifies ? 'belongs' : 'begins'
  }
  if (before?.genre === 'seul') return 'replaces'
  if (!isSite(current) || isComplement || mot.nature === current) return 'belongs'
  return 'begins'
}

/** What the words before a number say that it is, the last label counting; null when there is none. */
export const natureOf = (texte: string): NatureNumero | null => naturesOf(texte).at(-1) ?? null

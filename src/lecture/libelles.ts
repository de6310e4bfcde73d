import { spellOut } from './abreviations'
import { isValue, labelAbove } from './etiquettes'
import { frameOf, type Cellule, type Ligne } from './lines'
import type { MontantTrouve } from './montants'
import { cellAbove, cellLeft, cellOf, hasWords } from './voisins'

/** What a label says of the amount it names. */
export interface Nature {
  ht: boolean
  ttc: boolean
  tva: boolean
  total: boolean
  sousTotal: boolean
  /** To be paid: what is left after deductions, if there are any. */
  net: boolean
  acompte: boolean
  /** The base of one VAT rate: a part of the total, unless it is the only one. */
  partie: boolean
  remise: boolean
  /** Before a discount. */
  brut: boolean
  /** Not the document's amount: unit price, carrying, amount carried over, penalty, share capital, threshold. */
  autre: boolean
  segur: boolean
}

const ht =
  /\bh\.? ?t\.?(?![a-z])|\bhors[ -]?(?:taxes?|tva|t\.v\.a)|\bhtva\b|\bvaleurs? nettes?\b|\bexcl(?:uding)?\.? (?:vat|tax)|\bnet of tax|\bmontants? nets?\b(?! (?:a|du|ttc|t\.t)\b)|\bnet commercial\b(?! t)|\bassiette\b|\bnet (?:amount|value)\b(?! (?:due|payable))|\b(?:vat|tax) excl|\bex(?:cl)?\.? (?:of )?(?:vat|tax)\b|\b(?:before|without) (?:vat|tax)|\b(?:avant|sans) (?:t\.?v\.?a|taxes?)\b|\btaxable (?:amount|base)|\bmontants? (?:taxables?|imposables?)|\b(?:soumis|assujetti)e?s? a (?:la )?t\.?v\.?a/
const ttc =
  /\bt\.? ?t\.? ?c\.?(?![a-z])|taxes? compris|tva compris|taxes? inclus|\bincl?(?:uding)?\.? (?:of )?(?:vat|tax)|\b(?:vat|tax) incl|\b(?:after|with) (?:vat|tax)|\b(?:apres|avec) (?:t\.?v\.?a|taxes?)\b/
const tva = /\bt\.? ?v\.? ?a\.?(?![a-z])|\btaxes?\b|\bvat\b/
const numeroTva = /\bfr ?[0-9a-z]{2} ?\d{3}|intracom|identification|n[°o]\.? (?:de )?tva/
const acompte =
  /acompte|\bavances?\b|arrhes|deja (?:regl|pay|vers|factur|percu)|prepay|\b(?:regle|paye|verse|percu)e?s?\b|versement/
const avantAcompte = /avant (?:\w+ )?(?:(?:de l'|du|de la|des|de|d') ?)?(?:avance|acompte)s?\b/
const avantRemise = /avant (?:\w+ )?(?:remise|rabais|escompte|reduction|deduction)/
const aPayer =
  /\bsolde\b|\breste\b|restant|net a |a payer|a regler|\ba verser\b|\ba devoir\b|\bexigible\b|montant du\b|total du\b|\bdue?\b$|amount due/
const partie =
  /\btaxables?\b|\bimposables?\b|\bsoumis|\bassujetti|\bbases?\b|\bassiettes?\b|\btaux\b|(?:\ba|\btva) ?\(?\d{1,2}(?:[.,]\d+)? ?%/
const remise = /remise|rabais|\bdiscount|\brebate|geste|ristourne|escompte|reduction|deduction/
const autre =
  /unitaire|\bp\.? ?u\.?(?![a-z])|\bprix\b(?! (?:total|forfaitaire|global|de la prestation))|report|\bport\b|livraison|penalite|indemnite|capital|franco|minimum|plafond|economie|par mois|\/ ?mois|eco[- ]?(?:part|contrib|taxe)|consigne/

/** Something sold that stands on another invoice: taken off, it makes the total smaller, as no advance does. */
export const dejaVendu =
  /\b(?:prestations?|fournitures?|jours?|journees?|formations?|licences?|modules?|postes?|articles?|materiels?|options?|lignes?|travaux|interventions?|heures?|mois)\b(?:(?! (?:avance|acompte|facture d'|situation))[^\n\t;:]){0,40}? (?:deja|precedemment|anterieurement) factur\w*(?! (?:a|par|sur) (?:l'|titre d)(?:avance|acompte))/

/** Said of what the Ségur does not pay. */
export const horsSegur =
  /(?:\bhors|\bnon)[ -](?:(?:la |le |du )?(?:prestation|perimetre|programme|dispositif|financement|cadre|champ)s? (?:de la |de |du |le )?)?(?:segur|bio-?sgl)/

/** «Total HT (Ségur + hors Ségur)» is of both. */
const lesDeux =
  /(?<!(?:\bhors|\bnon)[ -])\b(?:segur|bio-?sgl) ?(?:\+|&|\bet\b|\bplus\b) ?(?:le |du |les )?(?:\bhors|\bnon)|\b(?:hors|non)[ -]segur ?(?:\+|&|\bet\b|\bplus\b) ?(?:le |du |la part |prestation )?segur|\b(?:y compris|inclu[ts]|avec) (?:le )?(?:hors|non)[ -]segur|(?:hors|non)[ -]segur (?:compris|inclu)/
const isHorsSegur = (plie: string) => horsSegur.test(plie) && !lesDeux.test(plie)

/** Programmes of the Ségur that are not the laboratories'. */
export const autreProgramme =
  /\bdrim|\b(?:ri-?)?dpi\b|\bosis\b|\bmdv\b|\blgc\b|\bimagerie\b|\bofficine|medecine de ville|\bradiolog|\bpacs\b|\besms\b|\bdui\b|medico-?social/

/** A correction of what was sold, be it called an advance: taken off, it makes the total smaller. */
const corrige =
  /\ben trop\b|\ba tort\b|\b(?:par|suite a) (?:une )?erreur|\berreur de|\b(?:deux fois|en double|doublon)\b|\bindu(?:e|ment)?s?\b|trop[- ]percu/

/** «Total à payer (TVA non applicable)»: why a total bears no tax makes it no tax. */
const sansTaxe =
  /\(?\b(?:exon[a-z]*|sans|dispens[a-z]*|net|hors champ) (?:de |d'|de la )?t\.?v\.?a\b[^)]*\)?|[-–,(]? ?\bt\.?v\.?a\.? ?:? ?(?:non (?:applicable|due|exigible|soumise)|exoneree?|neant|sans objet|en franchise)\b[^)]*\)?/g

/** Nature of what a folded label names; all false when it names none. */
function natureOf(libelle: string): Nature {
  const label = spellOut(libelle)
  const untaxed = label.replace(sansTaxe, ' ').trimEnd()
  const plie = /\btotal|montant|\bnet\b|a payer|a regler|\bsomme|\bdue?\b|\bsolde\b/.test(untaxed) ? untaxed : label
  const hors = isHorsSegur(plie)
  const apresRemise =
    /apres (?:remise|deduction|escompte)|(?:remise|rabais) (?:deduit|inclus|compris)|net de remise/.test(plie)
  const beforeAcompte = avantAcompte.test(plie)
  const beforeRemise = !beforeAcompte && avantRemise.test(plie)
  const isDejaVendu = dejaVendu.test(plie) && !/\bavances?\b|acompte|arrhes/.test(plie)
  const isHt = ht.test(plie)
  const isTtc = ttc.test(plie)
  const sousTotal = /\bs(?:ous|\/)[- ]?t(?:otal|otaux)\b|subtotal/.test(plie)
  return {
    ht: isHt && !isTtc,
    ttc: isTtc && !isHt,
    tva: tva.test(plie) && !isHt && !isTtc && !numeroTva.test(plie),
    total: !sousTotal && /\btota(?:le?|ux)\b|montant (?:global|final)/.test(plie),
    sousTotal,
    net: aPayer.test(plie),
    acompte: acompte.test(plie) && !beforeAcompte && !isDejaVendu && !corrige.test(plie),
    partie: isHt && partie.test(plie),
    remise: remise.test(plie) && !isDejaVendu && !apresRemise && !beforeAcompte && !beforeRemise,
    brut: beforeRemise || /\bbrut\b/.test(plie),
    autre: hors || autre.test(plie),
    segur: /\bsegur\b|\bbio-?sgl\b/.test(plie) && !hors && !lesDeux.test(plie),
  }
}

/** Of what names nothing. */
export const natureNulle: Nature = natureOf('')
/** Whether a folded row tells of a tax. */
export const hasTaxe = (plie: string) => tva.test(plie) && !numeroTva.test(plie)

const says = ({ ht, ttc, tva, net, acompte, remise, autre, sousTotal }: Nature) =>
  ht || ttc || tva || net || acompte || remise || autre || sousTotal
const saysTax = ({ ht, ttc, tva, autre }: Nature) => ht || ttc || tva || autre

/** An amount with what names it. */
export interface MontantNomme extends MontantTrouve {
  nature: Nature
  /** Folded text that names it in its own row; '' when only a column heading does. */
  libelle: string
  /** A priced line of the invoice, not a total: its row names a thing, its column an amount. */
  detail: boolean
  /** Its row says only «total»; with or without tax is told by its column, whose heading may be the priced lines' alone. */
  parColonne?: boolean
  /** It was recognised otherwise, and mended by the sums. */
  repare?: boolean
}

/** Names one amount by its row, its column, or both. `earlier` and `next` are its neighbours in the line. */
export function nameMontant(
  montant: MontantTrouve,
  earlier: MontantTrouve | undefined,
  next: MontantTrouve | undefined,
  lignes: readonly Ligne[],
): MontantNomme {
  const { ligne, debut } = montant
  const from = Math.max(cellOf(montant)?.debut ?? 0, earlier?.fin ?? 0, debut - 120)
  const before = ligne.plie.slice(from, debut)
  // «12 345,00 € HT + 2 469,00 € de TVA»: what is said behind an amount is not the next one's label.
  const said = earlier?.fin === from ? suffixOf(before) : ''
  const isSaid = said !== '' && /^\s*[,;+()/]|^\s*(?:et|plus|soit|dont)\b/.test(before.slice(said.length))
  const inline = (isSaid ? before.slice(said.length) : before).replace(/^ ?(?:€|eur(?:os?)?\b)/, '')
  const names = ({ plie }: Cellule) => hasWords(plie) && !moyen.test(plie) && !quantite.test(plie)
  const left = hasWords(inline)
    ? null
    : (cellLeft(montant, (cellule) => names(cellule) && !unite.test(cellule.plie)) ?? cellLeft(montant, names))
  const beside = left ? wholeLabel(left, ligne) : inline.trim()
  const libelle = (articleOf(montant, beside) ?? beside) + (isNextLabel(montant, beside) ? '' : behind(montant))
  const row = natureOf(libelle)
  const shares = (other: MontantTrouve | undefined) =>
    other !== undefined && !other.nu && isBetween(left?.fin ?? -1, other, montant, ligne)
  const head = says(row) && !shares(earlier) && !shares(next) ? null : headingOf(montant, lignes)
  const isTaken = montant.centimes < 0 && row.acompte
  const wrapped = isTaken || (!says(row) && !row.total) ? wrappedLabel(montant, lignes) : ''
  const named = { ...montant, libelle: `${libelle} ${wrapped}`.trim() }
  if (isTaken && corrige.test(named.libelle)) row.acompte = false
  const thing = !says(row) && !row.total
  // An advance whose words stand in two lines around its amount.
  if (montant.centimes < 0 && acompte.test(wrapped) && !corrige.test(named.libelle)) row.acompte = true
  const bare = head && libelle === '' && (says(head.nature) || head.nature.total)
  if (head && (bare || (saysTax(head.nature) && (shares(earlier) || shares(next) || !says(row)))))
    return settle(named, row, head, thing && (head.articles || hasWords(libelle)))
  return { ...named, nature: columnShare(row, head), detail: thing && (head?.articles === true || hasWords(libelle)) }
}

/** «VIR» in a table of payments beside the totals names no amount. */
const moyen = /^(?:vir(?:ement)?|ch(?:q|eque)|prel(?:evement)?|cb|carte|lcr|traite|especes)\.?$/

/** «1,00 Unité(s)», «3 jours», «1 FT» is how many were sold, not what. */
const quantite =
  /^\d+(?:[.,]\d+)? ?(?:[a-z]{1,3}|unites?|units?|pieces?|ens|ensembles?|forfaits?|jours?|heures?|mois|annees?|licences?|lots?|postes?|sites?|each)(?:\(s\))?\.?$/

/** A unit in a column of its own, or a code of two letters, as of a tax: they name an amount only where nothing else does. */
const unite =
  /^(?:[a-z]{1,2}\d?|unites?|units?|pieces?|pcs?|ens|ensembles?|forfaits?|fft|jours?|jrs?|heures?|mois|each)(?:\(s\))?\.?$/

/** «TVA 20 %», its base in a cell of its own («sur 10 000,00») and its tax: both cells are the label. */
function wholeLabel(left: Cellule, { cellules }: Ligne): string {
  const before = /^(?:sur|on) [\d .,']+$/.test(left.plie)
    ? cellules.findLast(({ fin }) => fin <= left.debut)
    : undefined
  return before && hasWords(before.plie) ? before.plie : left.plie
}

/** A row «HT» under «Taux 20 %», «Taux 5,5 %» and «Total»: the first are its parts. */
const columnShare = (row: Nature, head: Entete | null): Nature =>
  head && saysTax(row) && !says(head.nature)
    ? {
        ...row,
        total: row.total || head.nature.total,
        partie: (row.partie && !head.nature.total) || (row.ht && tauxDeColonne.test(head.libelle)),
      }
    : row
const tauxDeColonne = /\btaux\b.*\d|\d ?%/

/** What a row sells, when the text beside an amount is only the rate of its own column: «Formation | 990,00 TVA 20 % | 990,00». */
function articleOf({ ligne, debut }: MontantTrouve, beside: string): string | null {
  if (!tva.test(beside) || !/\d ?%/.test(beside)) return null
  const first = ligne.cellules.find(({ plie }) => hasWords(plie))
  if (!first || first.fin > debut || first.plie.endsWith(beside)) return null
  const { ht, ttc, tva: tax, net, sousTotal, total } = natureOf(first.plie)
  return ht || ttc || tax || net || sousTotal || total ? null : first.plie
}

const suffixOf = (after: string) =>
  /^ ?(?:€|eur(?:os?)?)? ?\(?((?:h\.?t|t\.?t\.?c|de (?:la )?t\.?v\.?a)\.?)(?![a-z])/.exec(after)?.[0] ?? ''
const behind = ({ ligne, fin }: MontantTrouve) => suffixOf(ligne.plie.slice(fin, fin + 24))

/** «TVA 4 000,00 TTC 24 000,00»: what stands behind an amount that has its label is the next one's. */
const isNextLabel = ({ ligne, fin }: MontantTrouve, beside: string) =>
  saysTax(natureOf(beside)) && /^ ?(?:h\.?t|t\.?t\.?c)\.? ?[:=]? ?-?\d/.test(ligne.plie.slice(fin, fin + 24))

/** Whether only «HT» behind the amount says what it is: «Formation : 990,00 € HT» sells something. */
function isSold(nomme: MontantNomme): boolean {
  const { libelle, nature, detail, nu } = nomme
  const sign = behind(nomme)
  if (detail || nu || !nature.ht || sign === '' || !libelle.endsWith(sign)) return false
  const thing = libelle.slice(0, -sign.length)
  if (!hasWords(thing)) return false
  const own = natureOf(thing)
  return !says({ ...own, autre: false }) && !own.total && !/^(?:montant|somme|prix)\b/.test(thing)
}

/** The same amounts, priced lines that are told in sentences being articles too, when they add up to a total below them. */
export function nameSold(nommes: readonly MontantNomme[]): readonly MontantNomme[] {
  const sold = nommes.filter(isSold)
  const sum = sold.reduce((all, { centimes }) => all + centimes, 0)
  const last = sold.at(-1)?.ligne.rang ?? Infinity
  const taken = nommes.filter((nomme) => nomme.nature.acompte && nomme.nature.ht && behind(nomme) !== '')
  const left = taken.reduce((all, { centimes }) => all - Math.abs(centimes), sum)
  const isTotal = ({ nature, centimes, ligne }: MontantNomme) =>
    nature.ht && (centimes === sum || centimes === left) && ligne.rang > last
  if (!nommes.some((nomme) => isTotal(nomme) && !isSold(nomme))) return nommes
  return nommes.map((nomme) => (sold.includes(nomme) ? { ...nomme, detail: true } : nomme))
}

// Two amounts of one row share its label when no words stand between them.
const isBetween = (label: number, other: MontantTrouve, montant: MontantTrouve, ligne: Ligne) =>
  label <= other.debut &&
  !hasWords(ligne.plie.slice(Math.min(other.fin, montant.fin), Math.max(other.debut, montant.debut)))

interface Entete {
  libelle: string
  nature: Nature
  /** It heads a table of articles: what stands below are priced lines. */
  articles: boolean
}

const decimales = /\d[.,]\d{2}(?!\d)/
const articles = /design|descript|quantite|\bqte|libelle|article|unitaire|\bp\.? ?u\b|\bprix|produit/

function headingOf(montant: MontantTrouve, lignes: readonly Ligne[]): Entete | null {
  const near = labelAbove(montant, lignes)
  if (near && near.plie.length <= 40 && !isTaken(near.cellule, near.ligne)) return enteteOf(near.plie, near.ligne)
  const isHeading = (cellule: Cellule, ligne: Ligne) =>
    hasWords(cellule.plie) && !decimales.test(cellule.plie) && !isTaken(cellule, ligne)
  const above = cellAbove(montant, lignes, isHeading, 45)
  return above && above.cellule.plie.length <= 40 ? enteteOf(above.cellule.plie, above.ligne) : null
}

/** A label with its own amount behind it names no other. */
function isTaken({ fin }: Cellule, { cellules }: Ligne): boolean {
  const next = cellules.find(({ debut }) => debut >= fin)
  return next !== undefined && isValue(next.plie) && decimales.test(next.plie)
}

const enteteOf = (libelle: string, { plie }: Ligne): Entete => ({
  libelle,
  nature: natureOf(libelle),
  articles: articles.test(plie),
})

/** Words left of an amount in the lines just below and above it, what goes on from its own line first: a description of two lines, centred on its amount. */
function wrappedLabel({ ligne, debut }: MontantTrouve, lignes: readonly Ligne[]): string {
  const { x } = frameOf(ligne, debut, debut + 1)
  // A line below that begins with a small letter is the rest of a sentence, further off than a next row may be.
  const goesOn = (other: Ligne) => other.rang > ligne.rang && /^\p{Ll}/u.test(other.texte)
  const near = [lignes[ligne.rang + 1], lignes[ligne.rang - 1]].filter(
    (other) =>
      other?.page === ligne.page &&
      Math.abs(other.bas - ligne.bas) < (goesOn(other) ? 1.8 : 1.3) * Math.max(ligne.hauteur, 6) &&
      !decimales.test(other.plie),
  )
  return near
    .flatMap((other) => other?.cellules.filter((cellule) => cellule.droite < x && hasWords(cellule.plie)) ?? [])
    .map(({ plie }) => plie)
    .join(' ')
}

function settle(
  named: Omit<MontantNomme, 'nature' | 'detail'>,
  row: Nature,
  { nature: head, libelle }: Entete,
  detail: boolean,
): MontantNomme {
  const alone = !detail && !says(row) && !row.total
  return {
    ...named,
    libelle: alone ? libelle : named.libelle,
    nature: {
      ...head,
      total: row.total || row.sousTotal || (alone && head.total),
      sousTotal: row.sousTotal,
      net: row.net || head.net,
      acompte: row.acompte || head.acompte,
      partie: (row.partie || head.partie) && !row.total,
      remise: row.remise,
      segur: row.segur || head.segur,
      autre: row.autre || head.autre,
    },
    detail: detail && !head.autre,
    parColonne: row.total && !says(row) && head.ht,
  }
}

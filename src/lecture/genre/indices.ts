import type { Ligne } from '../lines'
import { hasWords } from '../voisins'

const count = (texte: string, patterns: readonly RegExp[]) => patterns.filter((pattern) => pattern.test(texte)).length

/** What only someone who attests writes: who, that he attests, what was pronounced, where and when he signs. */
export const weighDeclaration = (lines: string) => declared(lines.replace(/\s+/g, ' '))

const soussigne = /\bsoussigne/
const atteste =
  /\battest(?:e|ons|ent)\b(?! de va)|\b(?:je|nous)\b(?:,[^.;]{1,160},)?(?: vous)? (?:certifi|declar|confirm|reconnai)|\b(?:certifie|declare|reconnait|constate)(?:nt)? (?:que\b|avoir\b|l'apt)/

/**
 * Whether somebody attests in the text, and no invoice speaks of itself: it then quotes the invoice whose table it shows.
 * Nobody who attests asks to be paid.
 */
export function isAttested(lines: string): boolean {
  const texte = lines.replace(/\s+/g, ' ')
  return (
    (soussigne.test(texte) || atteste.test(texte)) &&
    declared(texte) >= 3 &&
    !/\b(?:la presente|notre|cette) facture\b/.test(texte) &&
    count(texte, demande) === 0
  )
}
const demande = [/penalite|frais de recouvrement/, /\biban\b|\bbic\b/, /mode de (?:reglement|paiement)|net a payer/]

const declared = (texte: string) =>
  (soussigne.test(texte) ? 3 : 0) +
  (atteste.test(texte) ? 2 : 0) +
  (/prononc(?:e|ent|ons) (?:la|l')|avoir prononce|reconnait l'aptitude|est apte (?:a|au)\b|a ete prononcee?|est prononcee?|declare apte/.test(
    texte,
  )
    ? 1.5
    : 0) +
  (/pour servir et valoir|ce que de droit/.test(texte) ? 1.5 : 0) +
  // A message that says so of itself.
  (/\b(?:vau(?:t|dra)|valant|tient lieu d'|tenant lieu d'|fait office d')\s?(?:attestation|proces[- ]verbal|pv\b|certificat|verification d'aptitude|va\b)/.test(
    texte,
  )
    ? 2
    : 0) +
  (/\bfait a\b.{0,60}\ble\b/.test(texte) ? 1 : 0) +
  (/signature|cachet|signataire/.test(texte) ? 1 : 0)

const teteTableau =
  /design|descript|quantite|\bqte\b|libelle|article|unitaire|\bp\.? ?u\b|\bprix\b|produit|montant|prestation/g

/** Whether a table of articles has its headings. */
export const hasArticles = (lignes: readonly Ligne[]) =>
  lignes.some(
    ({ cellules, plie }) =>
      cellules.length >= 3 && !/\d{4}/.test(plie) && new Set(plie.match(teteTableau) ?? []).size >= 2,
  )

/** What only a commercial document has: a table of articles, a block of totals, terms of payment. */
export function weighTransaction(lignes: readonly Ligne[], texte: string): number {
  return (
    (hasArticles(lignes) ? 2 : 0) + Math.min(2.5, weighTotals(lignes)) + Math.min(2.25, 0.75 * count(texte, paiement))
  )
}

const paiement = [
  /echeance|payable|a regler|mode de (?:reglement|paiement)|(?:proceder au|le) reglement\b.{0,40}\b(?:avant|virement|reception)|regle(?:r|ment) (?:avant|par|a reception)/,
  /penalite|frais de recouvrement|escompte/,
  /\biban\b|\bbic\b/,
  /net a payer|total (?:t\.?t\.?c|toutes taxes)/,
  /factur\w* a\b|adresse de facturation/,
]

const totaux = [
  /^(?:total|montant|net|base|sous[- ]total)?[^.;]{0,20}(?:\bh\.? ?t\b|hors taxe)/,
  /^(?:total |montant )?(?:de la )?\bt\.?v\.?a\b/,
  /^(?:(?:total|montant|net|reste|solde|somme)\b.{0,20}(?:t\.?t\.?c|toutes taxes|payer|regler|du\b)|t\.?t\.?c)/,
]

/** Kinds of totals that have a label of their own; amounts told in a sentence are another document's. */
function weighTotals(lignes: readonly Ligne[]): number {
  const labels = lignes.flatMap(({ cellules }) =>
    cellules.map(({ plie }) => plie).filter((plie) => plie.length <= 60 && hasWords(plie)),
  )
  const kinds = totaux.filter((pattern) => labels.some((label) => pattern.test(label))).length
  return kinds >= 3 ? 2.5 : kinds
}

/** What an invoice says of itself beside its title. */
export const invoiceWords = (texte: string) =>
  0.75 *
  count(texte, [
    /date (?:de |d'|de la )?(?:facture|facturation|emission)|(?:factur|em)ise?e? le\b|facture du/,
    /(?:n[°o.]|numero) ?(?:de )?facture|facture[ :]*(?:n[°o]|numero)/,
    /\b(?:la presente|notre|cette) facture\b|\b(?:vous|de) facturer\b/,
    // A letter's own reference.
    /\b(?:n ?\/ ?|notre |nos )ref(?:erence)?s?\.? ?: ?facture\b/,
    /echeance|a regler avant/,
  ])

/** What only a letter of reminder says of the invoice that it quotes; several of them, for an invoice's terms may say one. */
function weighReminder(texte: string): number {
  const said = count(texte.replace(/\s+/g, ' '), [
    /\b(?:lettre de |premiere |deuxieme |seconde |derniere )?relance\b/,
    /\b(?:reste|demeure|restant|est|sont)(?:nt)? (?:a ce jour |toujours )?(?:impaye|non (?:regl|pay|sold)e)e?s?\b/,
    /sauf erreur(?: ou omission)? de (?:notre|ma) part/,
    /\b(?:n'avons|n'ai|avons pas|sans) (?:pas |toujours |encore )*(?:recu|enregistre|constate|nouvelles)\b/,
    /\b(?:sous huitaine|sous (?:huit|8|quinze|15) jours|dans les (?:meilleurs|plus brefs) delais|sans delai)\b/,
    /\bfactures? (?:echue|impayee|en retard|en souffrance)s?\b|\brappel de (?:paiement|reglement|facture|votre facture)/,
    /\brest(?:e|ant)s? due?s?\b/,
    /\bn'(?:a|ont) (?:pas|toujours pas|pas encore) (?:encore )?ete (?:regle|paye|honore|solde|acquitte)/,
    /\b(?:paiement|reglement|virement)s? (?:a|ont|aurait|s'est|se sont|ait) .{0,20}crois|crois\w* (?:ce|le present|notre) (?:courrier|message|lettre|rappel|envoi)/,
    /\bmalgre (?:nos|notre|mes)\b|\bcontentieux\b|\bpoursuites\b|voie judiciaire/,
    /\bretard de (?:paiement|reglement) de \d+ jours?|\bjours? de retard\b/,
  ])
  return said > 2 ? 1.5 * said : 0
}

/** What an offer, an order or a reminder says of itself. */
export const otherWords = (texte: string) =>
  weighReminder(texte) +
  0.75 *
    count(texte, [
      /date (?:de |du |d')?(?:la )?(?:devis|offre)\b/,
      /bon pour accord|signature du client precedee|validite (?:de l'offre|du devis)|(?:offre|devis) valable/,
    ])

const aptitude =
  /\baptitudes?\b|\bv\.?a\.? (?:est |a ete )?(?:prononc|favorable|valid|signe|conforme|acquise)|\bdate (?:de (?:la )?)?va\b/

/** Words of a form or a table on which somebody says, for each site or of the whole, that what was delivered is fit. */
export const weighForm = (texte: string) =>
  (aptitude.test(texte) ? 1.5 : 0) +
  count(texte.replace(/\s+/g, ' '), [
    /\b(?:v\.?a\.?|aptitude) (?:est |a ete |sont )?(?:prononc|acquise|favorable)|\bprononcee? (?:le|la|sans|avec)\b/,
    /\b(?:sans|avec) reserves?\b|\breserves? ?:|levee des reserves/,
    /\b(?:avis|conclusion|resultat|decision|verdict)s?\b.{0,400}\b(?:favorable|conforme|apte|positi(?:f|ve)|accepte|valide|prononcee?|ok)\b/,
    /\b(?:visa|signature|signataire|cachet|lu et approuve|bon pour|paraphe)\b/,
    /\b(?:teste|controle|verifie|constate)e?s?\b|\bbon fonctionnement\b|service regulier|exploitation reelle/,
  ])

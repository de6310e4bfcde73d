import type { TypeFichier } from '../format/profil'
import { foldText, type Cellule, type Ligne } from './lines'

/** What a document says that it is. */
export interface Classement {
  valeur: TypeFichier | null
  sure: boolean
  /** Short French reason for the clerk. */
  raison: string
  avoir: boolean
}

type Genre = 'facture' | 'va' | 'autre'

const va =
  /^(?:attestation|proces[- ]?verbal|p\.? ?v\.?\b|certificat|declaration|formulaire|fiche|rapport|compte[- ]rendu)\b.*(?:verification|aptitude|\bva\b)|^verification (?:d'|de l')?aptitude|^\(?attestation (?:de )?va\b/
const facture =
  /^(?:duplicata )?(?:facture|factures|fact\.|note d'honoraires|avoir|note de credit|facture[- ]avoir|invoice|credit note)\b(?! (?:liee|d'origine|concernee|a\b|au\b|aux\b|proforma|pro forma|pro-forma|jointe))/
const autre =
  /^(?:votre |notre )?(?:bon de commande|commande (?:n|client|fournisseur)|commande$|devis|proposition|offre (?:commerciale|de prix|n)|bon de livraison|bordereau|confirmation de commande|accuse de reception|facture pro[- ]?forma|pro[- ]?forma|releve|contrat|convention|ordre de service|relance|mise en demeure|conditions generales|releve d'identite|extrait kbis|purchase order|order confirmation|quote|quotation)\b/
const patterns: readonly [Genre, RegExp][] = [
  ['autre', autre],
  ['va', va],
  ['facture', facture],
]

interface Titre {
  genre: Genre
  texte: string
  poids: number
}

/** Is it an invoice, an attestation, or neither: by its title, by how it is set, and by what only such a document says. */
export function classify(lignes: readonly Ligne[], texte: string): Classement {
  const titres = findTitles(lignes)
  const best = (genre: Genre) =>
    titres.filter((titre) => titre.genre === genre).reduce((most, { poids }) => Math.max(most, poids), 0)
  const scores: Record<Genre, number> = {
    facture: best('facture') + invoiceWords(texte),
    va: best('va') + attestationWords(texte),
    autre: best('autre') + otherWords(texte),
  }
  const ranked = patterns.map(([genre]) => genre).sort((a, b) => scores[b] - scores[a])
  const [first = 'autre', second = 'autre'] = ranked
  const lead = scores[first] - scores[second]
  const title = titres.filter(({ genre }) => genre === first).sort((a, b) => b.poids - a.poids)[0]
  const bare = first === 'facture' && !/\d[.,]\d{2}(?!\d)|\d ?(?:€|eur)/.test(texte)
  return verdict(scores[first] < 2 || bare ? null : first, lead, title, second)
}

function verdict(genre: Genre | null, lead: number, title: Titre | undefined, second: Genre): Classement {
  const avoir = genre === 'facture' && /^avoir|credit|facture[- ](?:d')?avoir/.test(foldText(title?.texte ?? ''))
  if (genre === null)
    return {
      valeur: null,
      sure: false,
      raison: 'On n’y reconnaît ni une facture avec ses montants, ni une attestation.',
      avoir,
    }
  const named = title ? `Le document s’intitule « ${title.texte.slice(0, 60)} »` : 'D’après les mots du document'
  const sure = lead >= 2 && title !== undefined
  if (genre === 'autre') return { valeur: null, sure, raison: `${named} : ni facture, ni attestation.`, avoir }
  const doubt = sure ? '' : `, mais il ressemble aussi à ${names[second]}`
  return { valeur: genre === 'va' ? 'VA' : 'FACTURE', sure, raison: `${named}${doubt}.`, avoir }
}

const names: Record<Genre, string> = { facture: 'une facture', va: 'une attestation', autre: 'un autre document' }

function findTitles(lignes: readonly Ligne[]): Titre[] {
  const heights = lignes.map(({ hauteur }) => hauteur).sort((a, b) => a - b)
  const usual = heights[heights.length >> 1] ?? 0
  const titres = lignes.slice(0, 400).flatMap((ligne, rang) =>
    ligne.cellules.flatMap((cellule) => {
      const plie = joinLetters(cellule.plie)
      const genre = plie.length <= 90 ? patterns.find(([, pattern]) => pattern.test(plie))?.[0] : undefined
      const poids = weighTitle(cellule, ligne, rang, usual)
      return genre ? [{ genre, texte: joinLetters(cellule.texte), poids, hauteur: ligne.hauteur }] : []
    }),
  )
  const tallest = titres.reduce((most, { hauteur }) => Math.max(most, hauteur), 0)
  // A document prints its own title larger than the references it gives.
  return titres.map((titre) => (titre.hauteur >= tallest * 0.98 ? { ...titre, poids: titre.poids + 1.5 } : titre))
}

/** `F A C T U R E` → `FACTURE`. */
const joinLetters = (text: string) =>
  text.replace(/(?<!\S)(?:\S )(?:\S ){2,}\S(?!\S)/g, (spaced) => spaced.replaceAll(' ', ''))

function weighTitle(cellule: Cellule, ligne: Ligne, rang: number, usual: number): number {
  const larger = usual > 0 ? Math.min(1, Math.max(0, ligne.hauteur / usual - 1)) : 0
  const capitals = /^[^\p{Ll}]*\p{Lu}{4}[^\p{Ll}]*$/u.test(cellule.texte.slice(0, 12)) ? 1 : 0
  const early = ligne.page === 1 && ligne.position < 0.4 ? 1 : 0
  const short = cellule.plie.length <= 40 ? 0.5 : 0
  return 1 + 3 * larger + capitals + early + short + (ligne.page === 1 && rang < 12 ? 0.5 : 0)
}

const count = (texte: string, patterns: readonly RegExp[]) => patterns.filter((pattern) => pattern.test(texte)).length

const invoiceWords = (texte: string) =>
  Math.min(
    3,
    count(texte, [
      /date (?:de |d'|de la )?(?:facture|facturation|emission)|facturee? le|facture du/,
      /(?:n[°o.]|numero) ?(?:de )?facture|facture[ :]*(?:n[°o]|numero)/,
      /echeance|a regler avant|net a payer|a payer/,
      /penalite|frais de recouvrement|escompte/,
      /total (?:t\.?t\.?c|toutes taxes)/,
    ]) * 0.75,
  )

const attestationWords = (texte: string) =>
  /verification d'aptitude|verification de l'aptitude/.test(texte)
    ? 1 +
      count(texte, [/je soussigne|soussigne\(e\)/, /\batteste|certifi/, /prononcee?|prononce la/, /cachet|signature/])
    : 0

const otherWords = (texte: string) =>
  count(texte, [
    /date (?:de |du |d')?(?:la )?(?:commande|devis|offre)\b/,
    /bon pour accord|signature du client precedee|validite (?:de l'offre|du devis)|offre valable|devis valable/,
  ]) * 0.75

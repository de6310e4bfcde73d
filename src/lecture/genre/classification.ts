import type { TypeFichier } from '../../format/profil'
import { foldTexte } from '../../format/texte'
import { isNoInvoice, isRefused, isRefusedTitle } from './dementis'
import type { Ligne } from '../lines'
import { nomsGenre, typeOfGenre, type Genre } from './genre'
import {
  hasArticles,
  invoiceWords,
  isAttested,
  otherWords,
  weighDeclaration,
  weighForm,
  weighTransaction,
} from './indices'
import { findTitles, isListe, type Titre } from './titres'

/** What a document says that it is. */
export interface Classement {
  valeur: TypeFichier | null
  /** Null: no kind of document is recognised. */
  genre: Genre | null
  sure: boolean
  /** Short French reason for the clerk. */
  raison: string
}

const bestOf = (titres: readonly Titre[]) =>
  titres.reduce<Titre | undefined>((best, titre) => (best && best.poids >= titre.poids ? best : titre), undefined)
const poidsOf = (titre: Titre | undefined) => titre?.poids ?? 0

/**
 * Is it an invoice, an attestation, or neither. What a document is comes from its title, its table and totals, what its
 * signatory declares; what it mentions (another document's number, day or amount) weighs little. guide §3.1
 */
export function classify(lignes: readonly Ligne[], texte: string): Classement {
  const titres = findTitles(lignes)
  const vente = bestOf(titres.filter(({ genre }) => genre !== 'va'))
  const attestation = bestOf(titres.filter(({ genre }) => genre === 'va'))
  const declared = weighDeclaration(texte)
  const sold = weighTransaction(lignes, texte)
  const va = poidsOf(attestation) + (attestation || /aptitude|\bva\b/.test(texte) ? declared : 0)
  const commercial = poidsOf(vente) + sold
  if (Math.max(va, commercial) < 2) return guess(titres, texte, sold)
  const strong = va >= 6 && commercial >= 6
  const refused = isRefused(texte)
  const isTitled = titres.some(({ genre, libelle }) => typeOfGenre(genre) === 'FACTURE' && !libelle)
  if (va <= commercial && !isTitled && /aptitude|\bva\b/.test(texte) && isAttested(texte))
    return attested(attestation, false)
  if (va > commercial && (isRefusedTitle(foldTexte(attestation?.texte ?? '')) || (!attestation && refused)))
    return refus
  if (va > commercial)
    return attested(
      attestation,
      va - commercial >= 2 && !strong,
      !refused && isVerified.test(texte) && (declared > 0 || weighForm(texte) >= 3),
    )
  if (!montants.test(texte) && (sold < 2.5 || !milliers.test(texte))) return guess(titres, texte, sold)
  // Someone who attests and signs may quote a whole invoice.
  return sale(
    titres,
    texte,
    commercial - va >= 2 && declared < 3,
    sold,
    hasArticles(lignes),
    lignes.some((ligne) => isListe(ligne, lignes)),
  )
}

const montants = /\d[.,€]\d{2}(?!\d)|\d ?(?:€|eur)/
/** Beside the labels of totals, amounts without decimals. */
const milliers = /\d[ .,']\d{3}(?!\d)/

/** Without a title or sentences that tell: what the words of a form, or totals, make the likelier, in doubt. */
function guess(titres: readonly Titre[], texte: string, sold: number): Classement {
  const other = bestOf(titres.filter(({ genre, libelle }) => typeOfGenre(genre) === null && !libelle))
  if (other) return inconnu
  if (sold < 2 && weighForm(texte) >= 3 && !isRefused(texte)) return attested(undefined, false)
  return inconnu
}

/** A report of tests is none before somebody says that what was tested is fit. */
const isVerified = /aptitude|\bva\b|\bapte\b|soussigne|prononc|\battest/

const inconnu: Classement = {
  valeur: null,
  genre: null,
  sure: false,
  raison: 'On n’y reconnaît ni une facture avec ses montants, ni une attestation.',
}

const refus: Classement = {
  ...inconnu,
  genre: 'autre',
  raison: 'Il parle d’une vérification d’aptitude, mais rien n’y dit qu’elle est prononcée.',
}

const cite = ({ texte }: Titre) => `Le document s’intitule « ${texte.slice(0, 60)} »`

const attested = (titre: Titre | undefined, clear: boolean, verified = true): Classement => ({
  valeur: 'VA',
  genre: 'va',
  sure: clear && verified && titre !== undefined && titre.poids >= 2,
  raison: `${titre ? cite(titre) : 'D’après les mots du document, c’est une attestation'}${clear ? (verified ? '' : ', mais personne n’y déclare rien apte') : ', mais il ressemble aussi à une facture'}.`,
})

/** Among documents of a sale: the kind of the weightiest title, the invoice's words helping it, an offer's the others. */
function sale(
  titres: readonly Titre[],
  texte: string,
  clear: boolean,
  sold: number,
  articles: boolean,
  liste: boolean,
): Classement {
  const isFacture = ({ genre }: Titre) => typeOfGenre(genre) === 'FACTURE'
  const first = bestOf(titres.filter(isFacture))
  const facture = first && particular(first, titres)
  const other = bestOf(titres.filter((titre) => titre !== facture && titre.genre !== 'va' && !isFacture(titre)))
  const earlier = titres.find(
    (one, rank) =>
      one.genre === 'relance' &&
      !one.libelle &&
      one.poids >= 2 &&
      (!first || rank < titres.indexOf(first) || one.poids >= first.poids),
  )
  // Without articles it tells of invoices that were sent before.
  const quoted = articles ? 0 : (earlier ? 4 : 0) + (liste ? 3 : 0)
  const lead = poidsOf(facture) + invoiceWords(texte) - poidsOf(other) - otherWords(texte) - quoted
  const titre = lead >= 0 ? facture : other
  // Whoever asks for totals to be paid, and calls it nothing else, sends an invoice.
  const isAsked = !other && otherWords(texte) === 0 && sold >= 3.5
  const genre = titre?.genre ?? (lead > 0 || isAsked ? 'facture' : 'autre')
  const isContested =
    titre === facture && (earlier !== undefined || (other !== undefined && isProforma(other)) || isNoInvoice(texte))
  const sure = clear && titre !== undefined && titre.poids >= 2 && Math.abs(lead) >= 1 && !isContested
  const named = titre ? cite(titre) : 'D’après les mots du document'
  const valeur = typeOfGenre(genre)
  const doubt = sure
    ? ''
    : `, mais il ressemble aussi à ${lead < 0 ? 'une facture' : other ? nomsGenre[other.genre] : 'un autre document'}`
  if (valeur === null)
    return {
      valeur,
      genre,
      sure,
      raison: `${named} : ${genre === 'autre' ? '' : `c’est ${nomsGenre[genre]}, `}ni facture, ni attestation.`,
    }
  return { valeur, genre, sure, raison: `${named}${doubt}.` }
}

const isProforma = ({ genre, libelle }: Titre) => genre === 'proforma' && !libelle

/** «FACTURE» above «Facture d’acompte n° 3», or beside «Pro forma»: the second says more. */
function particular(titre: Titre, titres: readonly Titre[]): Titre {
  if (titre.genre !== 'facture') return titre
  const more = titres.filter(
    ({ genre, poids }) => particuliers.includes(genre) && poids >= titre.poids - 2.5 && poids > 1,
  )
  return bestOf(more) ?? titre
}
const particuliers: readonly Genre[] = ['acompte', 'situation', 'avoir', 'proforma']

import type { Piece, Saisie } from '../../dossier/dossier'
import { parseFiness } from '../../dossier/finess'
import { parseJour } from '../../dossier/jour'
import { centimesOf, showEuros, showMontant } from '../../dossier/montant'
import { settleNumeroASP } from '../../dossier/numeros'
import type { Lecture, Lu } from '../../lecture/lecture'
import type { SuggestionProps } from '../../ui/Suggestion'

/** Fields that a document can fill. */
export type ChampLu = 'numeroASP' | 'dateFacture' | 'montantSegurHTFacture' | 'beneficiaires'

/** A value read in a document that the field does not hold. */
export interface Suggere extends Omit<SuggestionProps, 'take'> {
  /** As the form holds it; a list's items one by one. */
  valeurs: readonly string[]
}

const from = (lu: Lu<unknown>, ou: string) =>
  lu.page !== null && lu.page > 1 ? `lu dans ${ou}, page ${lu.page}` : `lu dans ${ou}`

const one = (lu: Lu<unknown>, shown: string, valeur: string, ou: string): Suggere => ({
  texte: `${shown} ${from(lu, ou)}`,
  doute: lu.sure ? null : (lu.doute ?? 'À vérifier.'),
  valeurs: [valeur],
})

/** At most this many candidates are offered where none is proven. */
const most = 3

interface Documents {
  facture: Lecture | null
  va: Lecture | null
  /** The attached invoice, joined of several or one. */
  piece: Piece | null
}

type Suggest<Champ extends ChampLu> = (typed: Saisie[Champ], documents: Documents) => Suggere[]

const suggestMontant: Suggest<'montantSegurHTFacture'> = (montantSegurHTFacture, { facture, piece }) => {
  if (!facture) return []
  const ou = piece && piece.documents > 1 ? `les ${piece.documents} factures` : 'la facture'
  const typed = centimesOf(montantSegurHTFacture)
  const read = facture.montantHT ? [facture.montantHT] : facture.candidatsHT.slice(0, most)
  if (typed !== null && read.some(({ valeur }) => valeur === typed)) return []
  return read.map((lu) => one(lu, showEuros(lu.valeur), showMontant(lu.valeur), ou))
}

const suggestDate: Suggest<'dateFacture'> = (dateFacture, { facture }) => {
  if (!facture) return []
  const typed = parseJour(dateFacture)
  const read = facture.dateFacture ? [facture.dateFacture] : facture.candidatsDate.slice(0, most)
  if (typed !== null && read.some(({ valeur }) => valeur === typed)) return []
  return read.map((lu) => one(lu, lu.valeur, lu.valeur, 'la facture'))
}

const suggestNumeroASP: Suggest<'numeroASP'> = (numeroASP, { facture, va }) => {
  const lu = facture?.numeroASP ?? va?.numeroASP
  if (!lu || settleNumeroASP(numeroASP) === lu.valeur) return []
  return [one(lu, lu.valeur, lu.valeur, facture?.numeroASP ? 'la facture' : 'l’attestation')]
}

const suggestFiness: Suggest<'beneficiaires'> = (beneficiaires, { facture, va }) => {
  const typed = new Set<string>(beneficiaires.flatMap((text) => parseFiness(text) ?? []))
  const ou = facture && facture.finess.length > 0 ? 'la facture' : 'l’attestation'
  const read = facture && facture.finess.length > 0 ? facture.finess : (va?.finess ?? [])
  const missing = read.filter(({ valeur }) => !typed.has(valeur))
  const [first, second] = missing
  if (!first) return []
  const doute = missing.find(({ sure }) => !sure)?.doute ?? null
  const shown = second ? `${missing.length} FINESS lus` : `${first.valeur} lu`
  const which = second
    ? ` : ${missing
        .map(({ valeur }) => valeur)
        .slice(0, 4)
        .join(', ')}${missing.length > 4 ? '…' : ''}`
    : ''
  return [{ texte: `${shown} dans ${ou}${which}`, doute, valeurs: missing.map(({ valeur }) => valeur) }]
}

const suggest: { [Champ in ChampLu]: Suggest<Champ> } = {
  numeroASP: suggestNumeroASP,
  dateFacture: suggestDate,
  montantSegurHTFacture: suggestMontant,
  beneficiaires: suggestFiness,
}

/** What the attached documents say of one field and the field does not hold. */
export const suggestionsOf = <Champ extends ChampLu>(
  champ: Champ,
  typed: Saisie[Champ],
  documents: Documents,
): Suggere[] =>
  documents.facture?.texteLisible === false && documents.va?.texteLisible !== true
    ? []
    : suggest[champ](typed, documents)

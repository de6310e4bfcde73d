import type { Piece, Saisie } from '../dossier/dossier'
import { parseFiness } from '../dossier/finess'
import { parseJour } from '../dossier/jour'
import { centimesOf, showEuros, showMontant } from '../dossier/montant'
import { settleNumeroASP } from '../dossier/numeros'
import { joinMots } from '../format/mots'
import type { TypeFichier } from '../format/profil'
import type { Lecture, Lu } from '../lecture/lecture'

/** Fields that a document can fill. */
export type ChampLu = 'numeroASP' | 'libelleInterne' | 'dateFacture' | 'montantSegurHTFacture' | 'beneficiaires'

/** A value read in a document that the field does not hold. */
export interface Suggere {
  champ: ChampLu
  /** The document it was read in. */
  source: TypeFichier
  /** What is suggested and where it comes from: «27 450,00 € lu dans la facture». */
  texte: string
  /** The value alone, as it is shown. */
  valeur: string
  /** Why it may be wrong; null when it is sure. */
  doute: string | null
  /** As the form holds it; a list's items one by one. */
  valeurs: readonly string[]
}

const documentNames = { FACTURE: 'la facture', VA: 'l’attestation' } as const satisfies Record<TypeFichier, string>

/** «la facture», or «les 2 factures» where several are joined; «l’attestation». */
const nameOf = (source: TypeFichier, piece: Piece | null) =>
  source === 'FACTURE' && piece && piece.documents > 1 ? `les ${piece.documents} factures` : documentNames[source]

const from = (lu: Lu<unknown>, ou: string) =>
  `lu dans ${ou}${lu.page !== null && lu.page > 1 ? `, page ${lu.page}` : ''}`

const one = (
  champ: ChampLu,
  source: TypeFichier,
  lu: Lu<unknown>,
  valeur: string,
  piece: Piece | null,
  shown = valeur,
): Suggere => ({
  champ,
  source,
  texte: `${shown} ${from(lu, nameOf(source, piece))}`,
  valeur: shown,
  doute: lu.sure ? null : (lu.doute ?? aVerifier),
  valeurs: [valeur],
})

const aVerifier = 'À vérifier.'

/** At most this many candidates are offered where none is proven. */
const most = 3

/** What is attached to a demande, as it was read. */
export interface Documents {
  facture: Lecture | null
  va: Lecture | null
  /** The attached invoice, joined of several or one. */
  piece: Piece | null
}

type Suggest<Champ extends ChampLu> = (typed: Saisie[Champ], documents: Documents) => Suggere[]

const suggestMontant: Suggest<'montantSegurHTFacture'> = (montantSegurHTFacture, { facture, piece }) => {
  if (!facture) return []
  const typed = centimesOf(montantSegurHTFacture)
  const read = facture.montantHT ? [facture.montantHT] : facture.candidatsHT.slice(0, most)
  if (typed !== null && read.some(({ valeur }) => valeur === typed)) return []
  return read.map((lu) =>
    one('montantSegurHTFacture', 'FACTURE', lu, showMontant(lu.valeur), piece, showEuros(lu.valeur)),
  )
}

const suggestDate: Suggest<'dateFacture'> = (dateFacture, { facture, piece }) => {
  if (!facture) return []
  const typed = parseJour(dateFacture)
  const read = facture.dateFacture ? [facture.dateFacture] : facture.candidatsDate.slice(0, most)
  if (typed !== null && read.some(({ valeur }) => valeur === typed)) return []
  return read.map((lu) => one('dateFacture', 'FACTURE', lu, lu.valeur, piece))
}

const suggestNumeroASP: Suggest<'numeroASP'> = (numeroASP, { facture, va, piece }) => {
  const lu = facture?.numeroASP ?? va?.numeroASP
  if (!lu || settleNumeroASP(numeroASP) === lu.valeur) return []
  return [one('numeroASP', facture?.numeroASP ? 'FACTURE' : 'VA', lu, lu.valeur, piece)]
}

/** Each doubt once, with the numbers that it is about where several are suggested. */
function douteOf(missing: readonly Lu<string>[]): string | null {
  const doutes = new Map<string, string[]>()
  for (const { valeur, sure, doute } of missing)
    if (!sure) doutes.set(doute ?? aVerifier, [...(doutes.get(doute ?? aVerifier) ?? []), valeur])
  const told = [...doutes].map(([doute, valeurs]) => (missing.length > 1 ? tellDoute(doute, valeurs) : doute))
  return told.join(' ') || null
}

/** «La clé de 999999991 et 999999992 ne correspond pas.»; any other doubt after the numbers that it is about. */
function tellDoute(doute: string, valeurs: readonly string[]): string {
  const numeros = joinMots(valeurs, most)
  return doute.includes('ce FINESS') ? doute.replace('ce FINESS', numeros) : `${doute} (${numeros})`
}

const suggestFiness: Suggest<'beneficiaires'> = (beneficiaires, { facture, va, piece }) => {
  const typed = new Set<string>(beneficiaires.flatMap((text) => parseFiness(text) ?? []))
  const source = facture && facture.finess.length > 0 ? 'FACTURE' : 'VA'
  const read = (source === 'FACTURE' ? facture : va)?.finess ?? []
  const missing = read.filter(({ valeur }) => !typed.has(valeur))
  const [first, second] = missing
  if (!first) return []
  const valeurs = missing.map(({ valeur }) => valeur)
  const shown = second ? `${missing.length} FINESS lus` : `${first.valeur} lu`
  const which = second ? ` : ${valeurs.slice(0, 4).join(', ')}${valeurs.length > 4 ? '…' : ''}` : ''
  return [
    {
      champ: 'beneficiaires',
      source,
      texte: `${shown} dans ${nameOf(source, piece)}${which}`,
      valeur: valeurs.join(', '),
      doute: douteOf(missing),
      valeurs,
    },
  ]
}

/** What the invoice calls its client is what the clerk knows the demande by, unless another name was given. */
const suggestLibelle: Suggest<'libelleInterne'> = (libelleInterne, { facture, piece }) =>
  facture?.client && isEmpty(libelleInterne)
    ? [one('libelleInterne', 'FACTURE', facture.client, facture.client.valeur, piece)]
    : []

const suggest: { [Champ in ChampLu]: Suggest<Champ> } = {
  numeroASP: suggestNumeroASP,
  libelleInterne: suggestLibelle,
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

/** What goes to the ASP: a name of the clerk's own is given by itself. */
const champsEnsemble = ['numeroASP', 'dateFacture', 'montantSegurHTFacture', 'beneficiaires'] as const

/** What of a demande's values the documents can fill together, and whether its amount is a sum. */
export type SaisieLue = Pick<Saisie, (typeof champsEnsemble)[number] | 'montantsAdditionnes'>

/** What one document says of several fields that are empty: taken in one press, each for its field. */
export interface Ensemble {
  source: TypeFichier
  /** «la facture». */
  ou: string
  suggestions: readonly Suggere[]
}

const isEmpty = (value: string | readonly string[]) =>
  typeof value === 'string' ? value.trim() === '' : value.length === 0

/**
 * What can be taken from each document in one press. Left out: fields where several values may be meant, for the clerk
 * has to choose, and fields that hold something, for nothing typed is written over unseen.
 */
export function ensemblesOf(saisie: SaisieLue, documents: Documents): Ensemble[] {
  const certain = champsEnsemble.flatMap((champ) => {
    // The sum of several amounts is not typed over by one.
    if (champ === 'montantSegurHTFacture' && saisie.montantsAdditionnes.length > 0) return []
    const [only, ...others] = suggestionsOf(champ, saisie[champ], documents)
    return only && others.length === 0 && isEmpty(saisie[champ]) ? [only] : []
  })
  return (Object.keys(documentNames) as TypeFichier[])
    .map((source) => ({
      source,
      ou: nameOf(source, documents.piece),
      suggestions: certain.filter((one) => one.source === source),
    }))
    .filter(({ suggestions }) => suggestions.length > 1)
}

/** The values of a demande once what is suggested is taken: an item joins its list, a text takes its field. */
export const takeSuggestions = (saisie: Saisie, suggestions: readonly Pick<Suggere, 'champ' | 'valeurs'>[]): Saisie =>
  suggestions.reduce<Saisie>(
    (taken, { champ, valeurs }) => ({
      ...taken,
      [champ]: champ === 'beneficiaires' ? [...taken.beneficiaires, ...valeurs] : (valeurs[0] ?? ''),
    }),
    saisie,
  )

import type { Jour } from '../format/jour'
import { toCentimes, type Centimes } from '../format/montant'
import { profil, type TypeFichier } from '../format/profil'
import type { Champ } from './champs'
import type { Saisie } from './dossier'
import { parseFiness, type Finess } from './finess'
import { parseJour } from './jour'
import { centimesOf } from './montant'
import { settleNumeroASP } from './numeros'
import type { FaitsDe, NomRegle } from './regles'
import type { Siret } from './siret'

/** What was read in one attached document, as far as the checks need it. */
export interface DocumentLu {
  /** What it is; null when it looks like neither. */
  type: TypeFichier | null
  typeSur: boolean
  /** Why, in a few words. */
  raison: string
  avoir: boolean
  /** It invoices a part of the prestation only: an advance, or one stage. */
  partielle: 'acompte' | 'situation' | null
  /** A total, or what is to be paid, of 0,00. */
  totalNul: boolean
  /** Numbers of the invoices that the one file holds, when there are several; and what they add up to. */
  numerosFacture: readonly string[]
  somme: Centimes | null
  /** The day or amount proven by the document; then all that could be it. */
  dateFacture: Jour | null
  dates: readonly Jour[]
  montantHT: Centimes | null
  montantTTC: Centimes | null
  montants: readonly Centimes[]
  devise: string | null
  siretFournisseur: Siret | null
  finess: readonly Finess[]
  numeroASP: string | null
  /** Nothing stands on any of its pages. */
  blanche: boolean
  /** False for a scan: then it says nothing. */
  lisible: boolean
}

export type AddConstat = <Nom extends NomRegle>(nom: Nom, champ: Champ, valeur: string, faits: FaitsDe<Nom>) => void

/** What a demande says, held against what its document says. */
interface Comparaison {
  saisie: Saisie
  siret: Siret | null
  document: DocumentLu
  /** How many documents were joined into it: amounts are then added up, and no single one is to be found. */
  documents: number
}

/** Alertes where the invoice does not say what was typed; each names both. guide §3.2 */
export function checkFactureLue({ saisie, siret, document, documents }: Comparaison, add: AddConstat) {
  if (document.blanche) add('pieceBlanche', 'FACTURE', '', undefined)
  if (!document.lisible) return
  checkType('FACTURE', document, add)
  if (document.avoir) add('factureAvoir', 'FACTURE', '', undefined)
  if (document.partielle !== null)
    add('facturePartielle', 'FACTURE', document.partielle, { partielle: document.partielle })
  if (document.totalNul) add('factureNulle', 'FACTURE', '', undefined)
  checkPlusieurs(saisie, document, add)
  if (document.devise !== null && document.devise !== 'EUR')
    add('factureDevise', 'FACTURE', document.devise, { devise: document.devise })
  if (siret && document.siretFournisseur && document.siretFournisseur !== siret)
    add('factureSiret', 'FACTURE', `${siret} ${document.siretFournisseur}`, { lu: document.siretFournisseur, siret })
  checkNumero('FACTURE', saisie, document, add)
  // Read as one, several invoices prove no amount and no date; added up when they were joined, they do.
  if (documents === 1 || document.montantHT !== null) checkMontantLu(saisie, document, add)
  checkDateLue(saisie, document, add)
  checkFinessLus(saisie, document, add)
}

/** Alertes where the attestation does not speak of this demande. guide §3.1 */
export function checkVALue({ saisie, document }: Comparaison, add: AddConstat) {
  if (document.blanche) add('pieceBlanche', 'VA', '', undefined)
  if (!document.lisible) return
  checkType('VA', document, add)
  checkNumero('VA', saisie, document, add)
}

function checkType(type: TypeFichier, { type: lu, typeSur, raison }: DocumentLu, add: AddConstat) {
  if (lu === type) return
  if (lu === null) add('pieceAutreDocument', type, raison, { raison })
  else if (typeSur) add('pieceAutreType', type, lu, { lu })
}

function checkNumero(type: TypeFichier, { numeroASP }: Saisie, { numeroASP: lu }: DocumentLu, add: AddConstat) {
  const typed = settleNumeroASP(numeroASP)
  if (lu !== null && typed.length === profil.longueurs.numeroASP && lu !== typed)
    add('pieceNumeroASP', type, `${typed} ${lu}`, { lu, typed })
}

/** Several invoices in one file: their sum is to be declared (guide §3.2), unless one of them is another demande's. */
function checkPlusieurs({ montantSegurHTFacture }: Saisie, { numerosFacture, somme }: DocumentLu, add: AddConstat) {
  if (numerosFacture.length < 2 || (somme !== null && centimesOf(montantSegurHTFacture) === somme)) return
  const valeur = `${numerosFacture.join(' ')} ${montantSegurHTFacture}`
  add('facturesPlusieurs', 'FACTURE', valeur, { numeros: numerosFacture, somme })
}

/** HT × 1,2 rounded to the cent: what most invoices show as TTC. */
const withTVA = (montant: Centimes) => toCentimes(Math.round(montant * 1.2))

function checkMontantLu(saisie: Saisie, { montantHT, montantTTC, montants }: DocumentLu, add: AddConstat) {
  const montant = centimesOf(saisie.montantSegurHTFacture)
  if (montant === null || montant === montantHT) return
  const lieu = ['montantSegurHTFacture', `${montant} ${montantHT ?? ''} ${montantTTC ?? ''}`] as const
  const isTTC = montant === montantTTC || (montantHT !== null && montant === withTVA(montantHT))
  if (isTTC) add('montantTTC', ...lieu, { montantHT })
  else if (montantHT !== null) add('montantAutre', ...lieu, { montant, montantHT })
  else if (montants.length > 0 && !montants.includes(montant)) add('montantAbsent', ...lieu, { montant })
}

function checkDateLue(saisie: Saisie, { dateFacture, dates }: DocumentLu, add: AddConstat) {
  const date = parseJour(saisie.dateFacture)
  if (date === null || date === dateFacture) return
  if (dateFacture !== null) add('dateAutre', 'dateFacture', `${date} ${dateFacture}`, { date, lue: dateFacture })
  else if (dates.length > 0 && !dates.includes(date)) add('dateAbsente', 'dateFacture', date, { date })
}

function checkFinessLus({ beneficiaires }: Saisie, { finess }: DocumentLu, add: AddConstat) {
  if (beneficiaires.length === 0) return
  const typed = new Set<string>(beneficiaires.flatMap((text) => parseFiness(text) ?? []))
  const manquants = finess.filter((lu) => !typed.has(lu))
  if (manquants.length > 0) add('finessManquants', 'beneficiaires', manquants.join(' '), { manquants })
}

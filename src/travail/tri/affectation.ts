import { readNomPiece } from '../../format/names'
import { profil, type TypeFichier } from '../../format/profil'
import type { Lecture } from '../../lecture/lecture'

/** A demande that a document may belong to. */
export interface DemandeConnue {
  id: string
  numLigne: number
  numeroEditeur: string
  numeroASP: string
  beneficiaires: readonly string[]
}

/** Where a document seems to belong; the reasons are told, and the clerk decides. */
export interface Affectation {
  type: TypeFichier | null
  raisonType: string
  demande: string | null
  raisonDemande: string
}

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The type: by an ASP name, by what the document says, then by words of its name. */
function typeOf(nom: string, lecture: Lecture | null): Pick<Affectation, 'type' | 'raisonType'> {
  const named = readNomPiece(nom)
  if (named) return { type: named.typeFichier, raisonType: 'nommé comme pour l’ASP' }
  if (lecture?.texteLisible) return { type: lecture.type.valeur, raisonType: lecture.type.raison }
  const folded = fold(nom)
  const found = profil.typesFichier.filter((type) => profil.pieces[type].motif.test(folded))
  const [only] = found
  if (found.length === 1 && only) return { type: only, raisonType: 'd’après son nom' }
  return { type: null, raisonType: 'rien ne dit si c’est une facture ou une attestation' }
}

type Clue = (demande: DemandeConnue) => boolean

const same = (a: string, b: string) => a.trim() !== '' && a.trim().toUpperCase() === b.trim().toUpperCase()
const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Whether the number stands alone in the text: 00001 is not in 100001. */
const holds = (text: string, numero: string, length: number) =>
  numero.trim().length === length && new RegExp(`(?<![a-z0-9])${escape(numero.trim())}(?![a-z0-9])`, 'i').test(text)

/** The clues in the order of their weight, each with its words. */
function cluesOf(nom: string, lecture: Lecture | null): readonly [raison: string, clue: Clue][] {
  const named = readNomPiece(nom)
  const { numeroASP: longASP, numeroEditeur: longEditeur } = profil.longueurs
  const lus = new Set<string>(lecture?.finess.map(({ valeur }) => valeur) ?? [])
  return [
    ['nom donné pour l’ASP', ({ numeroEditeur }) => named !== null && same(named.numeroEditeur, numeroEditeur)],
    ['numéro de dossier ASP dans son nom', ({ numeroASP }) => holds(nom, numeroASP, longASP)],
    ['numéro éditeur dans son nom', ({ numeroEditeur }) => holds(nom, numeroEditeur, longEditeur)],
    ['numéro de dossier ASP dans son texte', ({ numeroASP }) => same(lecture?.numeroASP?.valeur ?? '', numeroASP)],
    ['FINESS dans son texte', ({ beneficiaires }) => beneficiaires.some((finess) => lus.has(finess))],
    [
      'numéro éditeur dans son texte',
      ({ numeroEditeur }) => (lecture?.numerosEditeur ?? []).some((lu) => same(lu, numeroEditeur)),
    ],
  ]
}

/** Guesses the place of one document among the demandes; the first clue that points to a single one decides. */
export function affecter(nom: string, lecture: Lecture | null, demandes: readonly DemandeConnue[]): Affectation {
  const type = typeOf(nom, lecture)
  for (const [raison, clue] of cluesOf(nom, lecture)) {
    const [only, ...others] = demandes.filter(clue)
    if (only && others.length === 0) return { ...type, demande: only.id, raisonDemande: raison }
  }
  return { ...type, demande: null, raisonDemande: 'aucune demande ne lui correspond' }
}

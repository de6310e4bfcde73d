import { emptySaisie, type Demande, type Saisie } from '../../dossier/dossier'
import { readNomPiece } from '../../format/names'
import type { TypeFichier } from '../../format/profil'
import type { Lecture } from '../../lecture/lecture'
import { sameValue } from '../edits'
import { pretsOf, showFichier, type Element, type PretSurFeuille, type Tri } from './sheet'

const prefix = 'nouvelle-'

/** Whether a place on the sheet is a demande still to be made. */
export const isNouvelle = (cible: string) => cible.startsWith(prefix)

/** The place of a demande that is to be made for that file of the sheet. */
export const nouvelleFor = (elementId: string) => prefix + elementId

const isVide = ({ saisie, pieces }: Demande) =>
  Object.values(pieces).every((piece) => piece === null) &&
  (Object.keys(emptySaisie) as (keyof Saisie)[]).every((name) => sameValue(saisie[name], emptySaisie[name]))

/**
 * How a sheet opens on these demandes. Where one waits for its invoice, an invoice that bears no sign of it may be the
 * one, so that nothing is made without being asked for; a demande in which nothing stands yet takes the first that comes.
 */
export const departOf = (demandes: readonly Demande[]): Pick<Tri, 'creer' | 'vides'> => ({
  creer: demandes.every((demande) => demande.pieces.FACTURE !== null || isVide(demande)),
  vides: demandes.filter(isVide).map(({ id }) => id),
})

/** What a document says of the demande that it is for. */
interface Signes {
  numeroEditeur: string | null
  numeroASP: string | null
  finess: readonly string[]
}

/** A demande that invoices of the sheet are planned for, the first of them, and what they say. */
interface Plan extends Signes {
  cible: string
  /** How the sheet calls it. */
  nom: string
}

const signesOf = (nom: string, lecture: Lecture | null): Signes => ({
  numeroEditeur: readNomPiece(nom)?.numeroEditeur.toUpperCase() ?? null,
  numeroASP: lecture?.numeroASP?.valeur ?? null,
  finess: lecture?.finess.map(({ valeur }) => valeur) ?? [],
})

/** Whether two documents bear one number, the surest that both have; null when they share none. */
function sameNumber(a: Signes, b: Signes): boolean | null {
  if (a.numeroEditeur !== null && b.numeroEditeur !== null) return a.numeroEditeur === b.numeroEditeur
  if (a.numeroASP !== null && b.numeroASP !== null) return a.numeroASP === b.numeroASP
  return null
}

const shareFiness = (a: Signes, b: Signes) => a.finess.some((finess) => b.finess.includes(finess))

/** Nothing in either says that they are of two demandes. */
const mayAgree = (a: Signes, b: Signes) => sameNumber(a, b) === null && (a.finess.length === 0 || b.finess.length === 0)

const isOnly = <T>(all: readonly T[]): all is readonly [T] => all.length === 1

/** Whether the plan may place it: nothing else points to a demande, the clerk said nothing, and it is no copy. */
const isFree = ({ choisi, devine, double }: PretSurFeuille) => !choisi && devine.cible === null && double === null

const isType = (type: TypeFichier) => (one: PretSurFeuille) => one.type === type

type Places = Map<string, { cible: string; raisonCible: string }>

/** Demandes to be made that the clerk chose for an invoice. */
const planChosen = (tri: Tri): Plan[] =>
  pretsOf(tri).flatMap((one) => {
    const { nom, lecture, type, choisi, cible } = one
    return choisi && type === 'FACTURE' && cible !== null && isNouvelle(cible)
      ? [{ ...signesOf(nom, lecture), cible, nom: showFichier(one) }]
      : []
  })

/** Each invoice without a demande gets one to be made; those of one dossier number are one demande (guide §3.2). */
function planFactures(tri: Tri, factures: readonly PretSurFeuille[], places: Places): Plan[] {
  const plans: Plan[] = []
  const taken = new Set(pretsOf(tri).flatMap(({ cible, choisi, devine }) => (choisi ? cible : devine.cible) ?? []))
  const vides = tri.vides.filter((id) => !taken.has(id))
  for (const one of factures) {
    const { id, nom, lecture } = one
    const signes = signesOf(nom, lecture)
    const standing = plans.find((plan) => sameNumber(signes, plan) === true)
    if (standing) {
      places.set(id, { cible: standing.cible, raisonCible: `même numéro que « ${standing.nom} »` })
      continue
    }
    // The number in an ASP name is given to the demande that is made: one that stands keeps what is typed in it.
    const vide = signes.numeroEditeur === null ? vides.shift() : undefined
    const cible = vide ?? nouvelleFor(id)
    places.set(id, { cible, raisonCible: vide ? 'demande encore vide' : 'aucune demande ne lui correspond' })
    plans.push({ ...signes, cible, nom: showFichier(one) })
  }
  return plans
}

/** An attestation goes with the only planned demande that it speaks of. */
function planAttestations(attestations: readonly PretSurFeuille[], plans: readonly Plan[], places: Places) {
  const [alone] = plans
  for (const { id, nom, lecture } of attestations) {
    const signes = signesOf(nom, lecture)
    const numbered = plans.filter((plan) => sameNumber(signes, plan) === true)
    const sited = plans.filter((plan) => sameNumber(signes, plan) !== false && shareFiness(signes, plan))
    const fits = numbered.length > 0 ? numbered : sited
    if (isOnly(fits))
      places.set(id, {
        cible: fits[0].cible,
        raisonCible: `${numbered.length > 0 ? 'même numéro' : 'mêmes FINESS'} que « ${fits[0].nom} »`,
      })
    else if (alone && isOnly(plans) && isOnly(attestations) && mayAgree(signes, alone))
      places.set(id, { cible: alone.cible, raisonCible: 'seule attestation pour la seule facture' })
  }
}

/**
 * Where the files go that no demande was found for: each invoice to a demande to be made, the attestation that speaks of
 * it along with it. What the clerk chose, and what was found for a demande that stands, stays; the rest is planned anew.
 */
export function planNouvelles(tri: Tri): Tri {
  const free = pretsOf(tri).filter(isFree)
  const [factures, attestations] = [free.filter(isType('FACTURE')), free.filter(isType('VA'))]
  const places: Places = new Map()
  const plans = [...planChosen(tri), ...(tri.creer ? planFactures(tri, factures, places) : [])]
  planAttestations(attestations, plans, places)
  return { ...tri, elements: tri.elements.map((one) => placed(one, places)) }
}

/** A file at its planned place, else where it was guessed to belong; the same one where nothing changes. */
function placed(element: Element, places: Places): Element {
  const { id, etat } = element
  if (etat.kind !== 'pret' || etat.choisi) return element
  const next = places.get(id) ?? etat.devine
  const { cible, raisonCible } = etat
  return cible === next.cible && raisonCible === next.raisonCible ? element : { ...element, etat: { ...etat, ...next } }
}

/** Invoices that «Créer une demande par facture» would make demandes for. */
export const sansDemande = (tri: Tri): number =>
  tri.creer ? 0 : pretsOf(tri).filter((one) => one.type === 'FACTURE' && isFree(one)).length

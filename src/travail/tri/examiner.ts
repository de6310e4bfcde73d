import type { Demande, Piece } from '../../dossier/dossier'
import { profil, type TypeFichier } from '../../format/profil'
import { isCopy } from '../../lecture/fusion'
import type { Lecture } from '../../lecture/lecture'
import { createBeat } from '../beat'
import type { Core } from '../core'
import { isStopped, type Examen, type FichierDonne, type Signal } from '../ports'
import type { Operation, Scope } from '../scope'
import { affecter, type Affectation, type DemandeConnue } from './affectation'
import { isDocument } from './deposes'
import { departOf, planNouvelles } from './nouvelles'
import { dossierOf, pretsOf, showFichier, type Element, type Pret, type Sheet, type TriStore } from './sheet'

/** A place that the clerk chose by dropping there: it is not guessed. */
export interface Place {
  demande: string
  type: TypeFichier | null
}

export type Examinateur = ReturnType<typeof createExaminateur>

/** What of a demande tells whether a document is one of its own. */
export const toConnue = ({ id, saisie }: Demande, index: number): DemandeConnue => ({
  id,
  numLigne: index + 1,
  numeroEditeur: saisie.numeroEditeur,
  numeroASP: saisie.numeroASP,
  beneficiaires: saisie.beneficiaires,
})

/** A file as the workers leave it: examined and, where it can be a pièce, read. */
interface Examine {
  examen: Examen
  lecture: Lecture | null
}

/** Files at work ahead of the one whose turn it is on the sheet: the workers never wait for its drawing. */
const ahead = 3

/** ms between two drawings of the sheet while files are examined. */
const between = 150

/** What a file is a copy of, in words; whether of another on the sheet, or of an attached one. */
interface Double {
  mots: string
  surFeuille: boolean
}

// Dropped on one document's place, it is meant for it; on a demande's page, a clear sign of another demande weighs more.
function cibleOf(place: Place | null, guess: Affectation, double: Double | null): Pick<Pret, 'cible' | 'raisonCible'> {
  // One invoice is not two documents (guide §3.1): a copy is joined only when the clerk says so. Dropped on a place, that
  // is said of one that is attached elsewhere, and not of two of one heap.
  if (double && (double.surFeuille || !place?.type)) return { cible: null, raisonCible: 'double' }
  if (place && (place.type !== null || guess.demande === null))
    return { cible: place.demande, raisonCible: 'déposé sur cette demande' }
  return { cible: guess.demande, raisonCible: guess.raisonDemande }
}

const texte = 'Examen des fichiers'

interface Depose {
  element: Element
  place: Place | null
}

/** Files that are examined one by one; what is dropped meanwhile joins them. */
interface Tas {
  signal: Signal
  fichiers: Depose[]
  done: Promise<void>
}

/** The sheet's life: files come on it and are examined; it closes with everything that was at work on it. */
export function createExaminateur({ store, ports }: Core, scope: Scope, triStore: TriStore, sheet: Sheet) {
  /** All that is at work on the sheet that is open: it belongs to the draft, and ends with the sheet. */
  let operation: Operation | null = null
  /** What is being examined; null when nothing is. */
  let tas: Tas | null = null

  /** The sheet's work, begun anew where another window had the draft meanwhile and gave it back. */
  const goOn = (): Operation => {
    if (!operation || isStopped(operation.signal)) operation = scope.begin()
    return operation
  }

  /** Stops whatever is at work on the sheet. */
  const end = () => {
    operation?.stop()
    operation?.end()
    operation = null
    tas = null
  }

  const close = () => {
    end()
    triStore.setState({ tri: null })
  }

  /** Another file of the sheet, or an attached pièce, with the same bytes or of the same invoice. */
  const doubleOf = (id: string, { empreinte }: Piece, lecture: Lecture | null): Double | null => {
    const { tri } = triStore.getState()
    const others = tri ? pretsOf(tri).filter((other) => other.id !== id) : []
    const here = others.find(({ piece }) => piece.empreinte === empreinte)
    if (here) return { mots: `même fichier que « ${showFichier(here)} »`, surFeuille: true }
    const same = (other: Lecture | null | undefined) => isCopy(lecture, other ?? null)
    const copy = others.find((other) => same(other.lecture))
    if (copy)
      return { mots: `même facture que « ${showFichier(copy)} » : ${lecture?.numeroFacture ?? ''}`, surFeuille: true }
    const { dossier, lectures } = store.getState()
    const attached = (test: (piece: Piece) => boolean) =>
      dossier.demandes.findIndex(({ pieces }) => profil.typesFichier.some((type) => pieces[type] && test(pieces[type])))
    const rank = attached((piece) => piece.empreinte === empreinte)
    if (rank !== -1) return { mots: `déjà joint à la demande n° ${rank + 1}`, surFeuille: false }
    const facture = attached((piece) => same(lectures[piece.id]))
    if (facture === -1) return null
    return { mots: `cette facture est déjà jointe à la demande n° ${facture + 1}`, surFeuille: false }
  }

  const examine = async (fichier: FichierDonne, signal: Signal): Promise<Examine> => {
    const examen = await ports.pieces.examine(fichier, signal)
    const toRead = examen.ok && !isStopped(signal)
    return { examen, lecture: toRead ? await ports.pieces.read(examen.octets, examen.piece.formatFichier) : null }
  }

  /** What a file comes to on the sheet. */
  const etatOf = (
    { id, fichier }: Pick<Element, 'id' | 'fichier'>,
    { examen, lecture }: Examine,
    place: Place | null,
  ): Element['etat'] => {
    if (!examen.ok) return { kind: 'refus', ...examen.message, recours: examen.recours }
    const { piece, octets } = examen
    const guess = affecter(fichier.name, lecture, store.getState().dossier.demandes.map(toConnue))
    const double = doubleOf(id, piece, lecture)
    const devine = cibleOf(place, guess, double)
    return {
      kind: 'pret',
      piece,
      octets,
      lecture,
      type: place?.type ?? guess.type,
      raisonType: place?.type ? 'déposé à cette place' : guess.raisonType,
      ...devine,
      devine,
      choisi: false,
      double: double?.mots ?? null,
    }
  }

  const examineAll = async (signal: Signal, fichiers: Tas['fichiers']): Promise<void> => {
    let shown = 0
    const { put, end } = createBeat<[Depose, Examine]>(ports.clock, between, (some) => {
      if (isStopped(signal)) return
      for (const [{ element, place }, examined] of some) sheet.setEtat(element.id, etatOf(element, examined, place))
      shown += some.length
      sheet.setTravail({ texte, share: shown / fichiers.length })
    })
    const works: Promise<Examine>[] = []
    for (const [rank, depose] of fichiers.entries()) {
      for (const { element } of fichiers.slice(works.length, rank + ahead)) works.push(examine(element.fichier, signal))
      const examined = await works[rank]
      if (!examined || isStopped(signal)) return operation?.signal === signal ? sheet.setTravail(null) : undefined
      put([depose, examined])
    }
    end()
    if (tas?.signal === signal) tas = null
    // The page draws the last file before the whole plan.
    await ports.clock.rest()
    if (isStopped(signal)) return operation?.signal === signal ? sheet.setTravail(null) : undefined
    sheet.change(planNouvelles)
    if (tas === null) sheet.setTravail(null)
  }

  return {
    /** Opens the sheet with these files, or adds them to the one that is open, and examines them one by one. */
    open: async (fichiers: readonly FichierDonne[], place: Place | null = null): Promise<void> => {
      const elements = fichiers.filter(isDocument).map((fichier): Element => ({
        ...{ id: ports.newId(), nom: fichier.name, dossier: dossierOf(fichier) },
        ...{ fichier, etat: { kind: 'attente' } },
      }))
      if (elements.length === 0) return
      const { signal } = goOn()
      triStore.setState(({ tri }) => ({
        tri: {
          ...(tri ?? departOf(store.getState().dossier.demandes)),
          elements: [...(tri?.elements ?? []), ...elements],
          travail: tri?.travail ?? null,
        },
        servies: [],
      }))
      const given = elements.map((element) => ({ element, place }))
      if (tas?.signal === signal) {
        tas.fichiers.push(...given)
        return tas.done
      }
      sheet.setTravail({ texte, share: 0 })
      tas = { signal, fichiers: given, done: Promise.resolve() }
      return (tas.done = examineAll(signal, given))
    },

    /** Gives up what is being examined: those files leave the sheet, which stays with what was on it before them. */
    cancel: () => {
      const given = new Set(tas?.fichiers.map(({ element }) => element.id))
      const left = triStore.getState().tri?.elements.filter(({ id }) => !given.has(id)) ?? []
      if (left.length === 0) return close()
      end()
      goOn()
      sheet.change((tri) => planNouvelles({ ...tri, elements: left, travail: null }))
    },

    /** Examines a file that was made of one of the sheet: lighter, or converted. */
    replace: async (id: string, fichier: FichierDonne) => {
      if (!operation) return
      sheet.setFichier(id, fichier)
      const { signal } = goOn()
      const examined = await examine(fichier, signal)
      if (isStopped(signal)) return
      sheet.setEtat(id, etatOf({ id, fichier }, examined, null))
      sheet.change(planNouvelles)
    },

    /** What is at work on the sheet; null while none is open. */
    operation: () => operation && goOn(),

    /** Leaves the sheet, and whatever was at work on it: nothing more is attached. */
    close,
  }
}

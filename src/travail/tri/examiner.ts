import type { Demande, Piece } from '../../dossier/dossier'
import { profil, type TypeFichier } from '../../format/profil'
import { isCopy } from '../../lecture/fusion'
import type { Lecture } from '../../lecture/lecture'
import { isSystemFile } from '../../ouverture/zipNames'
import type { Core } from '../core'
import { isStopped, type Examen, type FichierDonne, type Signal } from '../ports'
import type { Operation, Scope } from '../scope'
import { affecter, type Affectation, type DemandeConnue } from './affectation'
import { departOf, planNouvelles } from './nouvelles'
import { pretsOf, type Element, type Pret, type Sheet, type TriStore } from './sheet'

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

/** The sheet's life: files come on it and are examined; it closes with everything that was at work on it. */
export function createExaminateur({ store, ports }: Core, scope: Scope, triStore: TriStore, sheet: Sheet) {
  /** All that is at work on the sheet that is open: it belongs to the draft, and ends with the sheet. */
  let operation: Operation | null = null

  /** The sheet's work, begun anew where another window had the draft meanwhile and gave it back. */
  const goOn = (): Operation => {
    if (!operation || isStopped(operation.signal)) operation = scope.begin()
    return operation
  }

  /** Another file of the sheet, or an attached pièce, with the same bytes or of the same invoice. */
  const doubleOf = (id: string, { empreinte }: Piece, lecture: Lecture | null): Double | null => {
    const { tri } = triStore.getState()
    const others = tri ? pretsOf(tri).filter((other) => other.id !== id) : []
    const here = others.find(({ piece }) => piece.empreinte === empreinte)
    if (here) return { mots: `même fichier que « ${here.nom} »`, surFeuille: true }
    const same = (other: Lecture | null | undefined) => isCopy(lecture, other ?? null)
    const copy = others.find((other) => same(other.lecture))
    if (copy) return { mots: `même facture que « ${copy.nom} » : ${lecture?.numeroFacture ?? ''}`, surFeuille: true }
    const { dossier, lectures } = store.getState()
    const attached = (test: (piece: Piece) => boolean) =>
      dossier.demandes.findIndex(({ pieces }) => profil.typesFichier.some((type) => pieces[type] && test(pieces[type])))
    const rank = attached((piece) => piece.empreinte === empreinte)
    if (rank !== -1) return { mots: `déjà joint à la demande n° ${rank + 1}`, surFeuille: false }
    const facture = attached((piece) => same(lectures[piece.id]))
    if (facture === -1) return null
    return { mots: `cette facture est déjà jointe à la demande n° ${facture + 1}`, surFeuille: false }
  }

  /** What a file comes to on the sheet; null once its work was stopped. */
  const etatOf = async (
    { id, fichier }: Pick<Element, 'id' | 'fichier'>,
    examen: Examen,
    place: Place | null,
    signal: Signal,
  ): Promise<Element['etat'] | null> => {
    if (isStopped(signal)) return null
    if (!examen.ok) return { kind: 'refus', ...examen.message, recours: examen.recours }
    const { piece, octets } = examen
    const lecture = await ports.pieces.read(octets, piece.formatFichier)
    if (isStopped(signal)) return null
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

  return {
    /** Opens the sheet with these files, or adds them to the one that is open, and examines them one by one. */
    open: async (fichiers: readonly FichierDonne[], place: Place | null = null) => {
      const elements = fichiers
        .filter(({ name }) => !name.startsWith('.') && !isSystemFile(name))
        .map((fichier): Element => ({ id: ports.newId(), nom: fichier.name, fichier, etat: { kind: 'attente' } }))
      const [first] = elements
      if (!first) return
      const { signal } = goOn()
      triStore.setState(({ tri }) => ({
        tri: {
          ...(tri ?? departOf(store.getState().dossier.demandes)),
          elements: [...(tri?.elements ?? []), ...elements],
          travail: null,
        },
        servies: [],
      }))
      sheet.setTravail({ texte, share: 0 })
      let examen = ports.pieces.examine(first.fichier, signal)
      for (const [rank, element] of elements.entries()) {
        const examined = await examen
        // The next file is examined while this one is read: each has a worker of its own.
        const next = elements[rank + 1]
        if (next) examen = ports.pieces.examine(next.fichier, signal)
        const etat = await etatOf(element, examined, place, signal)
        if (!etat) return operation?.signal === signal ? sheet.setTravail(null) : undefined
        sheet.setEtat(element.id, etat)
        sheet.setTravail({ texte, share: (rank + 1) / elements.length })
      }
      // The page draws the last file before the whole plan.
      await ports.clock.rest()
      if (isStopped(signal)) return operation?.signal === signal ? sheet.setTravail(null) : undefined
      sheet.change(planNouvelles)
      sheet.setTravail(null)
    },

    /** Examines a file that was made of one of the sheet: lighter, or converted. */
    replace: async (id: string, fichier: FichierDonne) => {
      if (!operation) return
      sheet.setFichier(id, fichier)
      const { signal } = goOn()
      const etat = await etatOf({ id, fichier }, await ports.pieces.examine(fichier, signal), null, signal)
      if (!etat) return
      sheet.setEtat(id, etat)
      sheet.change(planNouvelles)
    },

    /** What is at work on the sheet; null while none is open. */
    operation: () => operation && goOn(),

    /** Leaves the sheet, and whatever was at work on it: nothing more is attached. */
    close: () => {
      operation?.stop()
      operation?.end()
      operation = null
      triStore.setState({ tri: null })
    },
  }
}
